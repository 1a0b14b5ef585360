package plan

import (
	"fmt"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
)

// sameValue returns the index of the earlier argument whose value an argument repeats,
// -1 for none. A path such as /crews({crewId})/shifts({crewId},{shiftId}) has the ID of
// the owner again in the key of several parts. So does the key of a resource that an
// owner has once: /bills({billId})/document({billId}). In /crews/{crewId}/substitutes/{crewId}
// there are two IDs: elements of a collection have IDs of their own.
func sameValue(arg Arg, before []Arg, seg ir.Segment) int {
	at := slices.IndexFunc(before, func(b Arg) bool { return b.Name == arg.Name })
	f, ok := seg.Function()
	if at < 0 || !ok || !namesID(arg.Param) || f.Args[0].Name != "" && len(f.Args) == 1 {
		return -1
	}
	if len(f.Args) > 1 {
		return at
	}
	words := gocode.Words(f.Name)
	if last := strings.ToLower(words[len(words)-1]); singular(last) != last || slices.Contains(prepositions, last) {
		return -1
	}
	return at
}

// reportRepeated reports the parameters of a method's paths that are read as one value.
func (p *planner) reportRepeated(m *Method) {
	for _, r := range m.Routes {
		for _, a := range r.Args {
			if a.Repeats {
				p.types.report(diag.AssumedPlaceholder, diag.Info, m.Op.Routes[r.Index].At,
					fmt.Sprintf("the path has {%s} twice; assumed to be one value", a.Param))
			}
		}
	}
}

// namesID reports whether the name of a parameter says whose ID it is: "crewId".
func namesID(name string) bool {
	_, ok := cutID(name)
	return ok && !isVague(name)
}

// cutID returns the words before the "id" that a name ends with.
func cutID(name string) (noun string, ok bool) {
	n := len(name) - len("id")
	if n <= 0 || !strings.EqualFold(name[n:], "id") {
		return "", false
	}
	return strings.TrimRight(name[:n], separators), true
}

// valuesDiffer reports whether an example of a route has different values for two of its
// parameters.
func valuesDiffer(calls []exampleCall, route, a, b int) bool {
	return slices.ContainsFunc(calls, func(c exampleCall) bool {
		return c.route == route && b < len(c.args) && c.args[a] != c.args[b]
	})
}

// clearID spells the name of an ID in lower case, such as "crewid", with the words of the
// path: "crewId" if it has the literal "crews" or "nightCrews".
func clearID(name string, segments []ir.Segment) string {
	const minNoun = 3
	noun, ok := cutID(name)
	if !ok || len(noun) < minNoun || strings.ContainsAny(noun, separators) || hasCapital(noun) {
		return name
	}
	for _, seg := range segments {
		if run := runOf(singular(literalWord(seg)), strings.ToLower(noun)); run != "" {
			return join(run, "id")
		}
		if f, ok := seg.Function(); ok {
			if run := runOf(singular(lastPart(f.Name)), strings.ToLower(noun)); run != "" {
				return join(run, "id")
			}
		}
	}
	return name
}
