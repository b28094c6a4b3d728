// Command gitops judges ClickHouse and Keeper installations as Argo CD and Flux
// do. It reads JSON from standard input: the Lua scripts of argocd-cm by kind,
// the CEL expressions of a Flux Kustomization, and objects; and prints one
// verdict for each object.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"time"

	"github.com/google/cel-go/cel"
	"github.com/google/cel-go/common/types"
	"github.com/google/cel-go/ext"
	lua "github.com/yuin/gopher-lua"
	luajson "layeh.com/gopher-json"
)

// Input is what both tools are given.
type Input struct {
	// Scripts by kind, as in resource.customizations.health of argocd-cm.
	Scripts map[string]string `json:"scripts"`
	// Expressions is healthCheckExprs of a Kustomization.
	Expressions []Check          `json:"expressions"`
	Objects     []map[string]any `json:"objects"`
}

// Check is an entry of healthCheckExprs.
type Check struct {
	Kind    string `json:"kind"`
	Failed  string `json:"failed"`
	Current string `json:"current"`
}

// Health is what a script returns.
type Health struct {
	Status  string `json:"status"`
	Message string `json:"message"`
}

// Verdict of both tools about an object. Errors are verdicts: Argo CD says
// Unknown, and Flux waits.
type Verdict struct {
	ArgoCD      Health `json:"argoCd"`
	ArgoCDError string `json:"argoCdError,omitempty"`
	Flux        string `json:"flux"`
	FluxError   string `json:"fluxError,omitempty"`
}

// The virtual machine as util/lua/lua.go of Argo CD sets it up for scripts of
// argocd-cm: without the library of strings, mathematics and input, and with one
// second of time.
func health(object map[string]any, script string) (Health, error) {
	state := lua.NewState(lua.Options{SkipOpenLibs: true})
	defer state.Close()
	for _, library := range []struct {
		name string
		open lua.LGFunction
	}{
		{lua.LoadLibName, lua.OpenPackage},
		{lua.BaseLibName, lua.OpenBase},
		{lua.TabLibName, lua.OpenTable},
	} {
		if err := state.CallByParam(lua.P{Fn: state.NewFunction(library.open), NRet: 0, Protect: true}, lua.LString(library.name)); err != nil {
			return Health{}, err
		}
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	state.SetContext(ctx)
	state.SetGlobal("obj", luajson.DecodeValue(state, object))
	if err := state.DoString(script); err != nil {
		return Health{}, err
	}
	returned := state.Get(-1)
	if returned.Type() != lua.LTTable {
		return Health{}, fmt.Errorf("the script returned %s", returned.Type())
	}
	text, err := luajson.Encode(returned)
	if err != nil {
		return Health{}, err
	}
	var result Health
	return result, json.Unmarshal(text, &result)
}

// An expression, parsed and run as runtime/cel/expression.go of fluxcd/pkg does:
// without declarations, so that an object without status is an error.
func holds(expression string, object map[string]any) (bool, error) {
	environment, err := cel.NewEnv(
		cel.HomogeneousAggregateLiterals(),
		cel.EagerlyValidateDeclarations(true),
		cel.DefaultUTCTimeZone(true),
		cel.CrossTypeNumericComparisons(true),
		cel.OptionalTypes(),
		ext.Strings(),
		ext.Sets(),
		ext.Encoders(),
	)
	if err != nil {
		return false, err
	}
	parsed, issues := environment.Parse(expression)
	if issues != nil {
		return false, issues.Err()
	}
	program, err := environment.Program(parsed, cel.EvalOptions(cel.OptOptimize), cel.InterruptCheckFrequency(100))
	if err != nil {
		return false, err
	}
	value, _, err := program.ContextEval(context.Background(), object)
	if err != nil {
		return false, err
	}
	result, ok := value.(types.Bool)
	if !ok {
		return false, fmt.Errorf("%s is no boolean", expression)
	}
	return bool(result), nil
}

// The order of runtime/cel/status_evaluator.go of fluxcd/pkg.
func status(check Check, object map[string]any) (string, error) {
	if failed, err := holds(check.Failed, object); failed || err != nil {
		return "Failed", err
	}
	if current, err := holds(check.Current, object); current || err != nil {
		return "Current", err
	}
	return "InProgress", nil
}

func judge(input Input) ([]Verdict, error) {
	checks := map[string]Check{}
	for _, check := range input.Expressions {
		checks[check.Kind] = check
	}
	verdicts := []Verdict{}
	for _, object := range input.Objects {
		kind, _ := object["kind"].(string)
		var verdict Verdict
		var err error
		if verdict.ArgoCD, err = health(object, input.Scripts[kind]); err != nil {
			verdict.ArgoCDError = err.Error()
		}
		check, known := checks[kind]
		if !known {
			return nil, fmt.Errorf("no expression is for %s", kind)
		}
		if verdict.Flux, err = status(check, object); err != nil {
			verdict.Flux, verdict.FluxError = "", err.Error()
		}
		verdicts = append(verdicts, verdict)
	}
	return verdicts, nil
}

func run() error {
	var input Input
	if err := json.NewDecoder(os.Stdin).Decode(&input); err != nil {
		return err
	}
	verdicts, err := judge(input)
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(verdicts)
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
