package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/types"
	"k8s.io/apimachinery/pkg/util/intstr"
	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	"sigs.k8s.io/yaml"
)

// readServices reads every Service of a stream of documents and leaves the rest.
// Unknown fields are refused.
func readServices(in io.Reader) ([]corev1.Service, error) {
	var services []corev1.Service
	docs := utilyaml.NewYAMLReader(bufio.NewReader(in))
	for {
		doc, err := docs.Read()
		if errors.Is(err, io.EOF) {
			return services, nil
		}
		if err != nil {
			return nil, err
		}
		if len(bytes.TrimSpace(doc)) == 0 {
			continue
		}
		var kind struct{ APIVersion, Kind string }
		if err := yaml.Unmarshal(doc, &kind); err != nil {
			return nil, err
		}
		if kind.APIVersion != "v1" || kind.Kind != "Service" {
			continue
		}
		var svc corev1.Service
		if err := yaml.UnmarshalStrict(doc, &svc); err != nil {
			return nil, err
		}
		services = append(services, svc)
	}
}

// withServerDefaults fills in what the API server would have before a controller
// sees the Service.
func withServerDefaults(svc *corev1.Service) *corev1.Service {
	svc = svc.DeepCopy()
	if svc.Namespace == "" {
		svc.Namespace = "default"
	}
	if svc.UID == "" {
		svc.UID = types.UID("uid-" + svc.Namespace + "-" + svc.Name)
	}
	lb := svc.Spec.Type == corev1.ServiceTypeLoadBalancer
	if lb && svc.Spec.AllocateLoadBalancerNodePorts == nil {
		yes := true
		svc.Spec.AllocateLoadBalancerNodePorts = &yes
	}
	if lb && svc.Spec.ExternalTrafficPolicy == "" {
		svc.Spec.ExternalTrafficPolicy = corev1.ServiceExternalTrafficPolicyCluster
	}
	if lb && svc.Spec.ExternalTrafficPolicy == corev1.ServiceExternalTrafficPolicyLocal && svc.Spec.HealthCheckNodePort == 0 {
		svc.Spec.HealthCheckNodePort = 32000
	}
	if len(svc.Spec.IPFamilies) == 0 {
		svc.Spec.IPFamilies = []corev1.IPFamily{corev1.IPv4Protocol}
	}
	nodePorts := svc.Spec.Type == corev1.ServiceTypeNodePort || (lb && *svc.Spec.AllocateLoadBalancerNodePorts)
	for i := range svc.Spec.Ports {
		p := &svc.Spec.Ports[i]
		if p.Protocol == "" {
			p.Protocol = corev1.ProtocolTCP
		}
		if p.TargetPort == (intstr.IntOrString{}) {
			p.TargetPort = intstr.FromInt32(p.Port)
		}
		if nodePorts && p.NodePort == 0 {
			p.NodePort = 30000 + int32(i)
		}
	}
	return svc
}
