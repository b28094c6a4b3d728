// Does what External Secrets does with the template and the password generator of an ExternalSecret: its template engine
// (runtime/template/v2/template.go, execute) and its generator (generators/v1/password/password.go) as of v1.3.2. Its own
// packages are modules without a version of their own, which Go cannot download, so the libraries below them are called.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"text/template"

	"github.com/Masterminds/sprig/v3"
	"github.com/sethvargo/go-password/password"
)

// A template, and what it is given: values, or a password by the specification of a generator.
type input struct {
	Templates map[string]string `json:"templates"`
	Values    map[string]string `json:"values"`
	Generator *struct {
		Length      int  `json:"length"`
		Digits      int  `json:"digits"`
		Symbols     int  `json:"symbols"`
		NoUpper     bool `json:"noUpper"`
		AllowRepeat bool `json:"allowRepeat"`
	} `json:"generator"`
}

type output struct {
	Data  map[string]string `json:"data,omitempty"`
	Error string            `json:"error,omitempty"`
}

func main() {
	var inputs []input
	if err := json.NewDecoder(os.Stdin).Decode(&inputs); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	outputs := make([]output, 0, len(inputs))
	for _, each := range inputs {
		data, err := secretOf(each)
		if err != nil {
			outputs = append(outputs, output{Error: err.Error()})
			continue
		}
		outputs = append(outputs, output{Data: data})
	}
	if err := json.NewEncoder(os.Stdout).Encode(outputs); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func secretOf(each input) (map[string]string, error) {
	values := each.Values
	if spec := each.Generator; spec != nil {
		made, err := password.Generate(spec.Length, spec.Digits, spec.Symbols, spec.NoUpper, spec.AllowRepeat)
		if err != nil {
			return nil, err
		}
		values = map[string]string{"password": made}
	}
	functions := sprig.TxtFuncMap()
	delete(functions, "env")
	delete(functions, "expandenv")
	data := map[string]string{}
	for key, text := range each.Templates {
		parsed, err := template.New(key).Option("missingkey=error").Funcs(functions).Parse(text)
		if err != nil {
			return nil, fmt.Errorf("unable to parse template at key %s: %w", key, err)
		}
		var written bytes.Buffer
		if err := parsed.Execute(&written, values); err != nil {
			return nil, fmt.Errorf("unable to execute template at key %s: %w", key, err)
		}
		data[key] = written.String()
	}
	return data, nil
}
