// Command cert-manager says what cert-manager itself thinks of Issuers,
// ClusterIssuers and Certificates: it reads manifests from standard input and
// prints JSON, one element per manifest. Errors are those of its admission
// webhook, which refuses what the CRDs let through; solvers are what its own
// controller picks for the names of a Certificate.
//
// Its module stands, by name, inside of cert-manager's: Go lets nobody else
// import internal packages.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/validation/field"
	utilyaml "k8s.io/apimachinery/pkg/util/yaml"
	"sigs.k8s.io/yaml"

	"github.com/cert-manager/cert-manager/internal/apis/certmanager"
	"github.com/cert-manager/cert-manager/internal/apis/certmanager/install"
	"github.com/cert-manager/cert-manager/internal/apis/certmanager/validation"
	acme "github.com/cert-manager/cert-manager/pkg/apis/acme/v1"
	v1 "github.com/cert-manager/cert-manager/pkg/apis/certmanager/v1"
	"github.com/cert-manager/cert-manager/pkg/util/solverpicker"
)

// Result is the verdict about one manifest.
type Result struct {
	Object   string   `json:"object"` // kind/name
	Errors   []string `json:"errors"`
	Warnings []string `json:"warnings,omitempty"`
	// Solvers tells, for each name of a Certificate of an ACME issuer among the
	// manifests, which entry of its solvers is picked; -1 means none.
	Solvers map[string]int `json:"solvers,omitempty"`
}

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "cert-manager:", err)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer) error {
	scheme := runtime.NewScheme()
	install.Install(scheme)
	var certificates []*v1.Certificate
	issuers := map[string]*v1.IssuerSpec{}
	results := []Result{}
	docs := utilyaml.NewYAMLReader(bufio.NewReader(in))
	for {
		doc, err := docs.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		if len(bytes.TrimSpace(doc)) == 0 {
			continue
		}
		var kind metav1.TypeMeta
		if err := yaml.Unmarshal(doc, &kind); err != nil {
			return err
		}
		if kind.APIVersion != "cert-manager.io/v1" {
			continue
		}
		switch kind.Kind {
		case "Issuer":
			var given v1.Issuer
			if err := yaml.UnmarshalStrict(doc, &given); err != nil {
				return err
			}
			issuers[key("Issuer", given.Namespace, given.Name)] = &given.Spec
			var issuer certmanager.Issuer
			if err := scheme.Convert(&given, &issuer, nil); err != nil {
				return err
			}
			errs, warnings := validation.ValidateIssuer(nil, &issuer)
			results = append(results, result("Issuer/"+given.Name, errs, warnings))
		case "ClusterIssuer":
			var given v1.ClusterIssuer
			if err := yaml.UnmarshalStrict(doc, &given); err != nil {
				return err
			}
			issuers[key("ClusterIssuer", "", given.Name)] = &given.Spec
			var issuer certmanager.ClusterIssuer
			if err := scheme.Convert(&given, &issuer, nil); err != nil {
				return err
			}
			errs, warnings := validation.ValidateClusterIssuer(nil, &issuer)
			results = append(results, result("ClusterIssuer/"+given.Name, errs, warnings))
		case "Certificate":
			var given v1.Certificate
			if err := yaml.UnmarshalStrict(doc, &given); err != nil {
				return err
			}
			certificates = append(certificates, &given)
		}
	}
	for _, given := range certificates {
		var certificate certmanager.Certificate
		if err := scheme.Convert(given, &certificate, nil); err != nil {
			return err
		}
		errs, warnings := validation.ValidateCertificate(nil, &certificate)
		res := result("Certificate/"+given.Name, errs, warnings)
		namespace := given.Namespace
		if given.Spec.IssuerRef.Kind == "ClusterIssuer" {
			namespace = ""
		}
		issuer := issuers[key(given.Spec.IssuerRef.Kind, namespace, given.Spec.IssuerRef.Name)]
		if issuer != nil && issuer.ACME != nil {
			res.Solvers = solvers(given, issuer.ACME.Solvers)
		}
		results = append(results, res)
	}
	enc := json.NewEncoder(out)
	enc.SetIndent("", "  ")
	return enc.Encode(results)
}

func key(kind, namespace, name string) string {
	if kind == "" {
		kind = "Issuer"
	}
	return kind + "/" + namespace + "/" + name
}

func result(object string, errs field.ErrorList, warnings []string) Result {
	res := Result{Object: object, Errors: []string{}, Warnings: warnings}
	for _, err := range errs {
		res.Errors = append(res.Errors, err.Error())
	}
	return res
}

// solvers asks for each name what the controller of orders would. A public
// authority offers no http-01 for a wildcard.
func solvers(certificate *v1.Certificate, given []acme.ACMEChallengeSolver) map[string]int {
	order := &acme.Order{ObjectMeta: metav1.ObjectMeta{Labels: certificate.Labels}}
	picked := map[string]int{}
	for _, name := range certificate.Spec.DNSNames {
		challenges := []acme.ACMEChallenge{{Type: "dns-01"}}
		if !strings.HasPrefix(name, "*.") {
			challenges = append(challenges, acme.ACMEChallenge{Type: "http-01"})
		}
		picked[name] = -1
		solver, _ := solverpicker.Pick(context.Background(), name, challenges, given, order)
		if solver == nil {
			continue
		}
		for i := range given {
			if equal(*solver, given[i]) {
				picked[name] = i
				break
			}
		}
	}
	return picked
}

func equal(a, b acme.ACMEChallengeSolver) bool {
	one, _ := json.Marshal(a)
	other, _ := json.Marshal(b)
	return bytes.Equal(one, other)
}
