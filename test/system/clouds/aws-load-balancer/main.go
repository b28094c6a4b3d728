// Command aws-load-balancer says what the AWS Load Balancer Controller makes of
// Services: it runs the controller's own model builder over the manifests on
// standard input and prints JSON, one element per Service. It talks to nobody:
// the VPC is made up (fake_vpc.go).
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
)

// Report is the answer about one Service.
type Report struct {
	Service string    `json:"service"`
	AWS     AWSResult `json:"aws"`
}

func main() {
	opts := DefaultAWSOptions()
	flag.StringVar(&opts.LoadBalancerClass, "load-balancer-class", opts.LoadBalancerClass, "the controller's flag of that name")
	flag.StringVar(&opts.DefaultTargetType, "default-target-type", opts.DefaultTargetType, "the controller's flag of that name")
	flag.StringVar(&opts.DefaultScheme, "default-load-balancer-scheme", opts.DefaultScheme, "the controller's flag of that name")
	flag.StringVar(&opts.FeatureGates, "feature-gates", "", "the controller's flag of that name: Name=true,...")
	flag.BoolVar(&opts.Strict, "strict", false, "refuse subnets and security groups that the fake VPC does not hold")
	flag.Parse()
	if err := run(context.Background(), os.Stdin, os.Stdout, opts); err != nil {
		fmt.Fprintln(os.Stderr, "aws-load-balancer:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, in io.Reader, out io.Writer, opts AWSOptions) error {
	services, err := readServices(in)
	if err != nil {
		return err
	}
	reports := []Report{}
	for i := range services {
		res, err := AWS(ctx, &services[i], services, opts)
		if err != nil {
			return err
		}
		s := withServerDefaults(&services[i])
		reports = append(reports, Report{Service: s.Namespace + "/" + s.Name, AWS: res})
	}
	enc := json.NewEncoder(out)
	enc.SetIndent("", "  ")
	return enc.Encode(reports)
}
