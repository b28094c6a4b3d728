package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	awssdk "github.com/aws/aws-sdk-go-v2/aws"
	ec2sdk "github.com/aws/aws-sdk-go-v2/service/ec2"
	ec2types "github.com/aws/aws-sdk-go-v2/service/ec2/types"
	corev1 "k8s.io/api/core/v1"
	apierrors "k8s.io/apimachinery/pkg/api/errors"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"sigs.k8s.io/aws-load-balancer-controller/pkg/aws/services"
	elbv2deploy "sigs.k8s.io/aws-load-balancer-controller/pkg/deploy/elbv2"
	"sigs.k8s.io/aws-load-balancer-controller/pkg/deploy/tracking"
	"sigs.k8s.io/aws-load-balancer-controller/pkg/networking"
	"sigs.k8s.io/controller-runtime/pkg/client"
)

// noLoadBalancers stands for an account with nothing built yet.
type noLoadBalancers struct{ elbv2deploy.TaggingManager }

func (noLoadBalancers) ListLoadBalancers(context.Context, ...tracking.TagFilter) ([]elbv2deploy.LoadBalancerWithTags, error) {
	return nil, nil
}

// serviceGetter is the cluster that weighted actions look Services up in.
type serviceGetter struct {
	client.Client
	services []corev1.Service
}

func (g serviceGetter) Get(_ context.Context, key client.ObjectKey, obj client.Object, _ ...client.GetOption) error {
	for i := range g.services {
		s := withServerDefaults(&g.services[i])
		if s.Name == key.Name && s.Namespace == key.Namespace {
			*obj.(*corev1.Service) = *s
			return nil
		}
	}
	return apierrors.NewNotFound(schema.GroupResource{Resource: "services"}, key.Name)
}

// fakeEC2 is one VPC, 10.0.0.0/16 with an IPv6 block, with a private and a public
// subnet in each of three zones. Unless strict, a subnet or a security group that
// a Service names and that is not there is made up on the spot.
type fakeEC2 struct {
	services.EC2
	strict  bool
	subnets []ec2types.Subnet
	made    int
}

var zones = []string{"a", "b", "c"}

func newFakeEC2(strict bool) *fakeEC2 {
	f := &fakeEC2{strict: strict}
	for i, z := range zones {
		f.subnets = append(f.subnets,
			subnet("subnet-private-"+z, "private-"+z, z, i, networking.TagKeySubnetInternalELB),
			subnet("subnet-public-"+z, "public-"+z, z, 16+i, networking.TagKeySubnetPublicELB))
	}
	return f
}

func subnet(id, name, zone string, n int, roleTag string) ec2types.Subnet {
	tags := []ec2types.Tag{{Key: awssdk.String("Name"), Value: awssdk.String(name)}}
	if roleTag != "" {
		tags = append(tags, ec2types.Tag{Key: awssdk.String(roleTag), Value: awssdk.String("1")})
	}
	return ec2types.Subnet{
		SubnetId: awssdk.String(id), VpcId: awssdk.String(vpcID), Tags: tags,
		AvailabilityZone:        awssdk.String("xx-test-1" + zone),
		AvailabilityZoneId:      awssdk.String("xxt1-az" + zone),
		AvailableIpAddressCount: awssdk.Int32(250),
		CidrBlock:               awssdk.String(fmt.Sprintf("10.0.%d.0/24", n)),
		Ipv6CidrBlockAssociationSet: []ec2types.SubnetIpv6CidrBlockAssociation{{
			Ipv6CidrBlock:      awssdk.String(fmt.Sprintf("2001:db8:0:%x::/64", n)),
			Ipv6CidrBlockState: &ec2types.SubnetCidrBlockState{State: ec2types.SubnetCidrBlockStateCodeAssociated},
		}},
	}
}

func (f *fakeEC2) makeUp(id, name string) {
	z := zones[f.made%len(zones)]
	f.subnets = append(f.subnets, subnet(id, name, z, 32+f.made, ""))
	f.made++
}

func (f *fakeEC2) DescribeSubnetsAsList(_ context.Context, in *ec2sdk.DescribeSubnetsInput) ([]ec2types.Subnet, error) {
	if !f.strict {
		for _, id := range in.SubnetIds {
			if !slices.ContainsFunc(f.subnets, func(s ec2types.Subnet) bool { return *s.SubnetId == id }) {
				f.makeUp(id, id)
			}
		}
		for _, flt := range in.Filters {
			if awssdk.ToString(flt.Name) == "tag:Name" {
				for _, name := range flt.Values {
					if !slices.ContainsFunc(f.subnets, func(s ec2types.Subnet) bool { return tagIn(s.Tags, "Name", []string{name}) }) {
						f.makeUp("subnet-made-up-"+name, name)
					}
				}
			}
		}
	}
	var out []ec2types.Subnet
	for _, s := range f.subnets {
		if len(in.SubnetIds) > 0 && !slices.Contains(in.SubnetIds, *s.SubnetId) {
			continue
		}
		ok := true
		for _, flt := range in.Filters {
			if key, isTag := strings.CutPrefix(awssdk.ToString(flt.Name), "tag:"); isTag {
				ok = ok && tagIn(s.Tags, key, flt.Values)
			}
		}
		if ok {
			out = append(out, s)
		}
	}
	return out, nil
}

func tagIn(tags []ec2types.Tag, key string, values []string) bool {
	return slices.ContainsFunc(tags, func(t ec2types.Tag) bool { return *t.Key == key && slices.Contains(values, *t.Value) })
}

func (f *fakeEC2) DescribeSecurityGroupsAsList(_ context.Context, in *ec2sdk.DescribeSecurityGroupsInput) ([]ec2types.SecurityGroup, error) {
	var out []ec2types.SecurityGroup
	if f.strict {
		return out, nil
	}
	for _, id := range in.GroupIds {
		out = append(out, ec2types.SecurityGroup{GroupId: awssdk.String(id)})
	}
	for _, flt := range in.Filters {
		if awssdk.ToString(flt.Name) == "tag:Name" {
			for _, name := range flt.Values {
				out = append(out, ec2types.SecurityGroup{GroupId: awssdk.String("sg-made-up-" + name),
					Tags: []ec2types.Tag{{Key: awssdk.String("Name"), Value: awssdk.String(name)}}})
			}
		}
	}
	return out, nil
}

func (f *fakeEC2) DescribeAvailabilityZonesWithContext(_ context.Context, in *ec2sdk.DescribeAvailabilityZonesInput) (*ec2sdk.DescribeAvailabilityZonesOutput, error) {
	out := &ec2sdk.DescribeAvailabilityZonesOutput{}
	for _, id := range in.ZoneIds {
		out.AvailabilityZones = append(out.AvailabilityZones, ec2types.AvailabilityZone{
			ZoneId: awssdk.String(id), ZoneType: awssdk.String("availability-zone")})
	}
	return out, nil
}

func (f *fakeEC2) DescribeVpcsWithContext(context.Context, *ec2sdk.DescribeVpcsInput) (*ec2sdk.DescribeVpcsOutput, error) {
	return &ec2sdk.DescribeVpcsOutput{Vpcs: []ec2types.Vpc{{
		VpcId: awssdk.String(vpcID),
		CidrBlockAssociationSet: []ec2types.VpcCidrBlockAssociation{{
			CidrBlock:      awssdk.String("10.0.0.0/16"),
			CidrBlockState: &ec2types.VpcCidrBlockState{State: ec2types.VpcCidrBlockStateCodeAssociated},
		}},
		Ipv6CidrBlockAssociationSet: []ec2types.VpcIpv6CidrBlockAssociation{{
			Ipv6CidrBlock:      awssdk.String("2001:db8::/56"),
			Ipv6CidrBlockState: &ec2types.VpcCidrBlockState{State: ec2types.VpcCidrBlockStateCodeAssociated},
		}},
	}}}, nil
}
