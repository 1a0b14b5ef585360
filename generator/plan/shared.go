package plan

import (
	"strings"

	"github.com/mdwire/mdwire/ir"
)

// SharedPrefix returns the first word of the file names of a reference, with the
// separator after it, if all operations have it and it is the resource of none: a
// value for [Options.Prefix]. Otherwise it returns "".
func SharedPrefix(spec *ir.Spec) string {
	shared := ""
	for i := range spec.Operations {
		op := &spec.Operations[i]
		if i == 0 {
			shared = firstWord(op.Name)
		}
		word := strings.Trim(shared, separators)
		if shared == "" || isVerb(word) || !strings.HasPrefix(strings.ToLower(op.Name), shared) ||
			word != "api" && wordsOf(op).isResource(word) {
			return ""
		}
	}
	if len(spec.Operations) < 2 {
		return ""
	}
	return shared
}

// separators are the characters between the words of a file name.
const separators = "-_."

// firstWord returns the first word of a file name with the separator after it, in
// lower case.
func firstWord(name string) string {
	return strings.ToLower(name[:strings.IndexAny(name, separators)+1])
}

// SharedNamespace returns the namespace of all types: a value for
// [Options.Namespace]. It has at most two words, because a part of a reference may
// document a single namespace below its root. SharedNamespace returns "" if there is
// none.
func SharedNamespace(spec *ir.Spec) string {
	var shared []string
	for i := range spec.Resources {
		words := strings.Split(spec.Resources[i].Name, ".")
		words = words[:min(len(words)-1, 2)]
		if i == 0 {
			shared = words
		}
		n := 0
		for n < min(len(shared), len(words)) && shared[n] == words[n] {
			n++
		}
		shared = shared[:n]
	}
	return strings.Join(shared, ".")
}
