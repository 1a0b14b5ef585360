// Mutants is a mutation test of the example tests. It changes the code generated for
// the bundled pages, and the documented messages, in one place at a time, runs the
// example tests and counts the mutants that no test notices:
//
//	go run ./tools/mutants
//
// It changes no file: the compiler reads the mutants from an overlay. Mutants of
// operations without a common test share a run. Code that no example reaches is not
// mutated.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"log"
	"os"
	"slices"
	"text/tabwriter"
)

// goal is the share of mutants that the tests must notice.
const goal = 0.95

func main() {
	log.SetFlags(0)
	verbose := flag.Bool("v", false, "list the mutants that survive")
	flag.Parse()
	var all []*mutant
	for _, version := range []string{"v1", "beta"} {
		suite, err := newSuite(version)
		if err != nil {
			log.Fatal(err)
		}
		mutants, err := suite.mutants()
		if err == nil {
			err = suite.try(mutants)
		}
		if err != nil {
			log.Fatal(err)
		}
		all = append(all, mutants...)
	}
	if !printTable(all, *verbose) {
		os.Exit(1)
	}
}

// printTable prints a table by kind of mutant, and reports whether the goal is met.
func printTable(all []*mutant, verbose bool) bool {
	byKind := map[string][]*mutant{"all": all}
	kinds := []string{}
	for _, m := range all {
		if byKind[m.kind] == nil {
			kinds = append(kinds, m.kind)
		}
		byKind[m.kind] = append(byKind[m.kind], m)
	}
	slices.Sort(kinds)
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "kind\tmutants\tnoticed\tshare\t")
	for _, kind := range append(kinds, "all") {
		list := byKind[kind]
		fmt.Fprintf(w, "%s\t%d\t%d\t%.1f%%\t\n", kind, len(list), noticed(list), 100*share(list))
	}
	w.Flush()
	slices.SortStableFunc(all, func(a, b *mutant) int { return cmp.Compare(a.kind, b.kind) })
	for _, m := range all {
		if verbose && !m.noticed {
			fmt.Printf("survives: %s: %s\n", m.kind, m)
		}
	}
	return share(all) >= goal
}

func noticed(list []*mutant) int {
	n := 0
	for _, m := range list {
		if m.noticed {
			n++
		}
	}
	return n
}

func share(list []*mutant) float64 { return float64(noticed(list)) / float64(max(1, len(list))) }
