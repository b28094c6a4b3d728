package main

import (
	"context"
	"fmt"
	"slices"

	awssdk "github.com/aws/aws-sdk-go-v2/aws"
	"github.com/go-logr/logr"
	"github.com/spf13/pflag"
	corev1 "k8s.io/api/core/v1"
	"sigs.k8s.io/aws-load-balancer-controller/pkg/annotations"
	"sigs.k8s.io/aws-load-balancer-controller/pkg/config"
	"sigs.k8s.io/aws-load-balancer-controller/pkg/deploy/tracking"
	lbcmetrics "sigs.k8s.io/aws-load-balancer-controller/pkg/metrics/lbc"
	"sigs.k8s.io/aws-load-balancer-controller/pkg/networking"
	"sigs.k8s.io/aws-load-balancer-controller/pkg/service"
	"sigs.k8s.io/aws-load-balancer-controller/pkg/shared_constants"
	corewebhook "sigs.k8s.io/aws-load-balancer-controller/webhooks/core"
)

const (
	annotationPrefix = "service.beta.kubernetes.io"
	vpcID            = "vpc-oracle"
	clusterName      = "oracle"
	backendSG        = "sg-shared-backend"
)

// buildAWS returns, besides, the annotation keys that the controller asked for.
func buildAWS(ctx context.Context, svc *corev1.Service, others []corev1.Service, opts AWSOptions) (AWSResult, map[string]bool, error) {
	log := logr.Discard()
	gates := config.NewFeatureGates()
	if opts.FeatureGates != "" {
		flags := pflag.NewFlagSet("", pflag.ContinueOnError)
		gates.BindFlags(flags)
		if err := flags.Set("feature-gates", opts.FeatureGates); err != nil {
			return AWSResult{}, nil, err
		}
	}
	metrics := lbcmetrics.NewCollector(nil, nil, nil, log)
	parser := &recordingParser{Parser: annotations.NewSuffixAnnotationParser(annotationPrefix), read: map[string]bool{}}
	utils := service.NewServiceUtils(parser, shared_constants.ServiceFinalizer, opts.LoadBalancerClass, gates)

	res := AWSResult{}
	if !utils.IsServiceSupported(svc) {
		// Would the controller's mutating webhook have made it its own?
		mutated, err := corewebhook.NewServiceMutator(opts.LoadBalancerClass, log, metrics).MutateCreate(ctx, svc.DeepCopy())
		if err != nil {
			return res, nil, err
		}
		svc = mutated.(*corev1.Service)
		if !utils.IsServiceSupported(svc) {
			res.Class = awssdk.ToString(svc.Spec.LoadBalancerClass)
			return res, parser.read, nil
		}
		res.ClassSetByWebhook = true
	}
	res.Handled = true
	res.Class = awssdk.ToString(svc.Spec.LoadBalancerClass)

	ec2 := newFakeEC2(opts.Strict)
	builder := service.NewDefaultModelBuilder(
		parser,
		networking.NewDefaultSubnetsResolver(networking.NewDefaultAZInfoProvider(ec2, log), ec2, vpcID, clusterName,
			gates.Enabled(config.SubnetsClusterTagCheck), gates.Enabled(config.ALBSingleSubnet),
			gates.Enabled(config.SubnetDiscoveryByReachability), log),
		networking.NewDefaultVPCInfoProvider(ec2, log),
		vpcID,
		tracking.NewDefaultProvider("service.k8s.aws", clusterName),
		noLoadBalancers{},
		ec2,
		gates,
		clusterName,
		nil, // default tags
		nil, // external managed tags
		"ELBSecurityPolicy-2016-08",
		opts.DefaultTargetType,
		opts.DefaultScheme,
		gates.Enabled(config.EnableIPTargetType),
		utils,
		networking.NewBackendSGProvider(clusterName, backendSG, vpcID, ec2, nil, nil, false, log),
		networking.NewDefaultSecurityGroupResolver(ec2, vpcID),
		true,  // --enable-backend-security-group
		false, // --enable-manage-backend-security-group-rules
		false, // --disable-restricted-sg-rules
		log,
		metrics,
		gates.Enabled(config.EnableTCPUDPListenerType),
		service.NewDefaultEnhancedBackendBuilder(serviceGetter{services: others}, parser, log),
	)
	stack, lb, _, err := builder.Build(ctx, svc, metrics)
	if err != nil {
		res.Error = err.Error()
		return res, parser.read, nil
	}
	if err := res.fill(stack, lb); err != nil {
		return res, nil, err
	}
	for _, port := range svc.Spec.Ports {
		if !slices.ContainsFunc(res.Listeners, func(l Listener) bool {
			return l.Port == port.Port && carries(l.Protocol, string(port.Protocol))
		}) {
			res.DroppedPorts = append(res.DroppedPorts, fmt.Sprintf("%s/%d", port.Protocol, port.Port))
		}
	}
	return res, parser.read, nil
}

func carries(listener, port string) bool {
	switch listener {
	case "TCP", "TLS":
		return port == "TCP"
	case "UDP", "QUIC":
		return port == "UDP"
	case "TCP_UDP", "TCP_QUIC":
		return port != "SCTP"
	}
	return listener == port
}
