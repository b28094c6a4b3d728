package main

import (
	"context"
	"encoding/json"
	"sort"
	"strings"

	corev1 "k8s.io/api/core/v1"
)

// AWS runs the controller's own model builder over svc, and again over svc less
// each of its annotations to see which of them matter. others are the Services
// that a weighted action may name.
func AWS(ctx context.Context, svc *corev1.Service, others []corev1.Service, opts AWSOptions) (AWSResult, error) {
	svc = withServerDefaults(svc)
	res, read, err := buildAWS(ctx, svc, others, opts)
	if err != nil || !res.Handled {
		return res, err
	}
	whole := res.text()
	for _, part := range parts(svc) {
		less := svc.DeepCopy()
		part.remove(less)
		other, _, err := buildAWS(ctx, less, others, opts)
		if err != nil {
			return res, err
		}
		switch {
		case res.Error != "":
			if other.Error != res.Error {
				res.ErrorFrom = append(res.ErrorFrom, part.name)
			}
		case part.annotation && !read[part.name]:
			res.NeverRead = append(res.NeverRead, part.name)
		case other.text() == whole:
			res.NoEffect = append(res.NoEffect, part.name)
		}
	}
	return res, nil
}

type part struct {
	name       string
	annotation bool
	remove     func(*corev1.Service)
}

// parts lists what of a Service may steer its load balancer.
func parts(svc *corev1.Service) []part {
	var out []part
	for key := range svc.Annotations {
		prefix, name, _ := strings.Cut(key, "/")
		if prefix == annotationPrefix || strings.HasPrefix(name, "aws-load-balancer-") || strings.HasPrefix(name, "load-balancer-") {
			out = append(out, part{key, true, func(s *corev1.Service) { delete(s.Annotations, key) }})
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].name < out[j].name })
	if len(svc.Spec.LoadBalancerSourceRanges) > 0 {
		out = append(out, part{"spec.loadBalancerSourceRanges", false, func(s *corev1.Service) { s.Spec.LoadBalancerSourceRanges = nil }})
	}
	if svc.Spec.LoadBalancerIP != "" {
		out = append(out, part{"spec.loadBalancerIP", false, func(s *corev1.Service) { s.Spec.LoadBalancerIP = "" }})
	}
	if svc.Spec.SessionAffinity == corev1.ServiceAffinityClientIP {
		out = append(out, part{"spec.sessionAffinity", false, func(s *corev1.Service) { s.Spec.SessionAffinity = corev1.ServiceAffinityNone }})
	}
	if svc.Spec.ExternalTrafficPolicy == corev1.ServiceExternalTrafficPolicyLocal {
		out = append(out, part{"spec.externalTrafficPolicy", false, func(s *corev1.Service) {
			s.Spec.ExternalTrafficPolicy = corev1.ServiceExternalTrafficPolicyCluster
		}})
	}
	return out
}

func (r AWSResult) text() string {
	raw, err := json.Marshal(r)
	if err != nil {
		return err.Error()
	}
	return string(raw)
}
