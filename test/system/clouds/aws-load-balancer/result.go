package main

import (
	elbv2model "sigs.k8s.io/aws-load-balancer-controller/pkg/model/elbv2"
)

// AWSOptions are the controller flags that change what it makes of a Service.
type AWSOptions struct {
	LoadBalancerClass string // --load-balancer-class
	DefaultTargetType string // --default-target-type
	DefaultScheme     string // --default-load-balancer-scheme
	FeatureGates      string // --feature-gates
	Strict            bool   // refuse subnets and security groups that the fake VPC does not hold
}

// DefaultAWSOptions are the controller's own defaults.
func DefaultAWSOptions() AWSOptions {
	return AWSOptions{
		LoadBalancerClass: "service.k8s.aws/nlb",
		DefaultTargetType: "instance",
		DefaultScheme:     "internal",
	}
}

// AWSResult is what the AWS Load Balancer Controller makes of one Service.
type AWSResult struct {
	// Handled is false where the controller leaves the Service to somebody else.
	Handled bool `json:"handled"`
	// Class is spec.loadBalancerClass as the controller saw it; ClassSetByWebhook
	// says that the controller's own mutating webhook (on in its chart) set it.
	Class             string `json:"class,omitempty"`
	ClassSetByWebhook bool   `json:"classSetByWebhook,omitempty"`
	Error             string `json:"error,omitempty"`

	LoadBalancer   *LoadBalancer   `json:"loadBalancer,omitempty"`
	Listeners      []Listener      `json:"listeners,omitempty"`
	TargetGroups   []TargetGroup   `json:"targetGroups,omitempty"`
	SecurityGroups []SecurityGroup `json:"managedSecurityGroups,omitempty"`
	// NodeRules are the ingress rules asked for on the nodes' or pods' own
	// security group (from the TargetGroupBindings).
	NodeRules []NodeRule `json:"nodeRules,omitempty"`

	// DroppedPorts are ports of the Service that got no listener.
	DroppedPorts []string `json:"droppedPorts,omitempty"`

	// ErrorFrom lists what, taken away by itself, makes Error go away or change.
	ErrorFrom []string `json:"errorFrom,omitempty"`
	// NeverRead lists load balancer annotations that the controller's parser was
	// never asked for: misspelt ones, ones for another controller, and ones that
	// do not matter with the rest as it is. NoEffect lists the annotations and
	// spec fields that it may have read but without which its model is the same.
	// Both are left empty where Error is set: the controller stopped early.
	NeverRead []string `json:"neverRead,omitempty"`
	NoEffect  []string `json:"noEffect,omitempty"`
}

type LoadBalancer struct {
	Name                 string                     `json:"name"`
	Type                 string                     `json:"type"`
	Scheme               string                     `json:"scheme"`
	IPAddressType        string                     `json:"ipAddressType"`
	PrefixForIPv6SrcNAT  string                     `json:"enablePrefixForIpv6SourceNat,omitempty"`
	PrivateLinkSGRules   string                     `json:"sgInboundRulesOnPrivateLink,omitempty"`
	Subnets              []elbv2model.SubnetMapping `json:"subnets"`
	SecurityGroups       []string                   `json:"securityGroups"`
	Attributes           map[string]string          `json:"attributes,omitempty"`
	Tags                 map[string]string          `json:"tags,omitempty"`
	MinimumCapacityUnits *int32                     `json:"minimumCapacityUnits,omitempty"`
}

type Listener struct {
	Port         int32             `json:"port"`
	Protocol     string            `json:"protocol"`
	Certificates []string          `json:"certificates,omitempty"`
	SSLPolicy    string            `json:"sslPolicy,omitempty"`
	ALPN         []string          `json:"alpn,omitempty"`
	Attributes   map[string]string `json:"attributes,omitempty"`
	Forward      []Forward         `json:"forward"`
}

type Forward struct {
	TargetGroup string `json:"targetGroup"`
	Weight      *int32 `json:"weight,omitempty"`
}

type TargetGroup struct {
	ID            string                                   `json:"id"`
	TargetType    string                                   `json:"targetType"`
	Port          int32                                    `json:"port"`
	Protocol      string                                   `json:"protocol"`
	IPAddressType string                                   `json:"ipAddressType"`
	Attributes    map[string]string                        `json:"attributes,omitempty"`
	HealthCheck   *elbv2model.TargetGroupHealthCheckConfig `json:"healthCheck,omitempty"`
	NodeSelector  map[string]string                        `json:"nodeSelector,omitempty"`
	MultiCluster  bool                                     `json:"multiCluster,omitempty"`
}

type SecurityGroup struct {
	Name    string   `json:"name"`
	Ingress []string `json:"ingress"` // "tcp/443 10.0.0.0/8"
}

type NodeRule struct {
	TargetGroup string   `json:"targetGroup"`
	From        []string `json:"from"`
	Ports       []string `json:"ports"`
}
