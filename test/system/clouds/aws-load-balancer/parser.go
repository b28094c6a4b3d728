package main

import (
	"sigs.k8s.io/aws-load-balancer-controller/pkg/annotations"
)

// recordingParser notes which annotation keys the controller asks for.
type recordingParser struct {
	annotations.Parser
	read map[string]bool
}

func (p *recordingParser) note(s string) { p.read[annotationPrefix+"/"+s] = true }

func (p *recordingParser) ParseStringAnnotation(a string, v *string, m map[string]string, o ...annotations.ParseOption) bool {
	p.note(a)
	return p.Parser.ParseStringAnnotation(a, v, m, o...)
}
func (p *recordingParser) ParseBoolAnnotation(a string, v *bool, m map[string]string, o ...annotations.ParseOption) (bool, error) {
	p.note(a)
	return p.Parser.ParseBoolAnnotation(a, v, m, o...)
}
func (p *recordingParser) ParseInt64Annotation(a string, v *int64, m map[string]string, o ...annotations.ParseOption) (bool, error) {
	p.note(a)
	return p.Parser.ParseInt64Annotation(a, v, m, o...)
}
func (p *recordingParser) ParseInt32Annotation(a string, v *int32, m map[string]string, o ...annotations.ParseOption) (bool, error) {
	p.note(a)
	return p.Parser.ParseInt32Annotation(a, v, m, o...)
}
func (p *recordingParser) ParseStringSliceAnnotation(a string, v *[]string, m map[string]string, o ...annotations.ParseOption) bool {
	p.note(a)
	return p.Parser.ParseStringSliceAnnotation(a, v, m, o...)
}
func (p *recordingParser) ParseJSONAnnotation(a string, v interface{}, m map[string]string, o ...annotations.ParseOption) (bool, error) {
	p.note(a)
	return p.Parser.ParseJSONAnnotation(a, v, m, o...)
}
func (p *recordingParser) ParseStringMapAnnotation(a string, v *map[string]string, m map[string]string, o ...annotations.ParseOption) (bool, error) {
	p.note(a)
	return p.Parser.ParseStringMapAnnotation(a, v, m, o...)
}
