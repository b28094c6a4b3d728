package main

import (
	"encoding/json"
	"fmt"
	"sort"
	"strings"

	awssdk "github.com/aws/aws-sdk-go-v2/aws"
	"sigs.k8s.io/aws-load-balancer-controller/pkg/model/core"
	ec2model "sigs.k8s.io/aws-load-balancer-controller/pkg/model/ec2"
	elbv2model "sigs.k8s.io/aws-load-balancer-controller/pkg/model/elbv2"
	elbv2k8s "sigs.k8s.io/aws-load-balancer-controller/pkg/model/elbv2/k8s"
)

func (r *AWSResult) fill(stack core.Stack, lb *elbv2model.LoadBalancer) error {
	spec := lb.Spec
	out := &LoadBalancer{
		Name:                spec.Name,
		Type:                string(spec.Type),
		Scheme:              string(spec.Scheme),
		IPAddressType:       string(spec.IPAddressType),
		PrefixForIPv6SrcNAT: string(spec.EnablePrefixForIpv6SourceNat),
		Subnets:             spec.SubnetMappings,
		SecurityGroups:      []string{},
		Attributes:          map[string]string{},
		Tags:                spec.Tags,
	}
	if s := spec.SecurityGroupsInboundRulesOnPrivateLink; s != nil {
		out.PrivateLinkSGRules = string(*s)
	}
	if c := spec.MinimumLoadBalancerCapacity; c != nil {
		out.MinimumCapacityUnits = &c.CapacityUnits
	}
	for _, sg := range spec.SecurityGroups {
		out.SecurityGroups = append(out.SecurityGroups, token(sg))
	}
	for _, a := range spec.LoadBalancerAttributes {
		out.Attributes[a.Key] = a.Value
	}
	r.LoadBalancer = out

	var listeners []*elbv2model.Listener
	var groups []*elbv2model.TargetGroup
	var sgs []*ec2model.SecurityGroup
	var bindings []*elbv2k8s.TargetGroupBindingResource
	for _, list := range []any{&listeners, &groups, &sgs, &bindings} {
		if err := stack.ListResources(list); err != nil {
			return err
		}
	}
	for _, l := range listeners {
		ls := Listener{Port: l.Spec.Port, Protocol: string(l.Spec.Protocol), SSLPolicy: awssdk.ToString(l.Spec.SSLPolicy),
			ALPN: l.Spec.ALPNPolicy, Attributes: map[string]string{}}
		for _, c := range l.Spec.Certificates {
			ls.Certificates = append(ls.Certificates, awssdk.ToString(c.CertificateARN))
		}
		for _, a := range l.Spec.ListenerAttributes {
			ls.Attributes[a.Key] = a.Value
		}
		for _, action := range l.Spec.DefaultActions {
			if action.ForwardConfig != nil {
				for _, tg := range action.ForwardConfig.TargetGroups {
					ls.Forward = append(ls.Forward, Forward{TargetGroup: token(tg.TargetGroupARN), Weight: tg.Weight})
				}
			}
		}
		r.Listeners = append(r.Listeners, ls)
	}
	sort.Slice(r.Listeners, func(i, j int) bool { return r.Listeners[i].Port < r.Listeners[j].Port })

	bindingByID := map[string]*elbv2k8s.TargetGroupBindingResource{}
	for _, b := range bindings {
		bindingByID[b.ID()] = b
	}
	for _, g := range groups {
		tg := TargetGroup{ID: g.ID(), TargetType: string(g.Spec.TargetType), Port: awssdk.ToInt32(g.Spec.Port),
			Protocol: string(g.Spec.Protocol), IPAddressType: string(g.Spec.IPAddressType),
			HealthCheck: g.Spec.HealthCheckConfig, Attributes: map[string]string{}}
		for _, a := range g.Spec.TargetGroupAttributes {
			tg.Attributes[a.Key] = a.Value
		}
		if b := bindingByID[g.ID()]; b != nil {
			bs := b.Spec.Template.Spec
			tg.MultiCluster = bs.MultiClusterTargetGroup
			if bs.NodeSelector != nil {
				tg.NodeSelector = bs.NodeSelector.MatchLabels
			}
			if bs.Networking != nil {
				for _, in := range bs.Networking.Ingress {
					rule := NodeRule{TargetGroup: g.ID()}
					for _, f := range in.From {
						if f.IPBlock != nil {
							rule.From = append(rule.From, f.IPBlock.CIDR)
						}
						if f.SecurityGroup != nil {
							rule.From = append(rule.From, token(f.SecurityGroup.GroupID))
						}
					}
					for _, p := range in.Ports {
						port := "all"
						if p.Port != nil {
							port = p.Port.String()
						}
						rule.Ports = append(rule.Ports, fmt.Sprintf("%s/%s", *p.Protocol, port))
					}
					r.NodeRules = append(r.NodeRules, rule)
				}
			}
		}
		r.TargetGroups = append(r.TargetGroups, tg)
	}
	sort.Slice(r.TargetGroups, func(i, j int) bool { return r.TargetGroups[i].ID < r.TargetGroups[j].ID })
	sort.SliceStable(r.NodeRules, func(i, j int) bool { return r.NodeRules[i].TargetGroup < r.NodeRules[j].TargetGroup })
	for _, sg := range sgs {
		s := SecurityGroup{Name: sg.Spec.GroupName}
		for _, p := range sg.Spec.Ingress {
			what := fmt.Sprintf("%s/%d", p.IPProtocol, awssdk.ToInt32(p.FromPort))
			for _, x := range p.IPRanges {
				s.Ingress = append(s.Ingress, what+" "+x.CIDRIP)
			}
			for _, x := range p.IPv6Range {
				s.Ingress = append(s.Ingress, what+" "+x.CIDRIPv6)
			}
			for _, x := range p.PrefixLists {
				s.Ingress = append(s.Ingress, what+" "+x.ListID)
			}
		}
		r.SecurityGroups = append(r.SecurityGroups, s)
	}
	return nil
}

// token shows a reference to something not made yet by the id of what it refers to.
func token(t core.StringToken) string {
	raw, err := json.Marshal(t)
	if err != nil {
		return err.Error()
	}
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	var ref map[string]string
	if json.Unmarshal(raw, &ref) == nil {
		path := strings.TrimPrefix(ref["$ref"], "#/resources/")
		if _, rest, ok := strings.Cut(path, "/"); ok {
			return strings.Split(rest, "/status/")[0]
		}
	}
	return string(raw)
}
