// Mutants is a mutation test of the example tests. It changes generated code, and the
// documented messages, in one place at a time, runs the example tests and counts the
// mutants that no test notices. Arguments are the folders of generated client
// packages; without arguments it uses those of the bundled pages:
//
//	go run ./tools/mutants
//	go run ./tools/mutants -n 2000 golden/v1 golden/beta out/v1
//
// The mutants in equivalent.txt are left out. It changes no file: the compiler reads the
// mutants from an overlay. Mutants without a common test share a run. Code that no
// example reaches is not mutated.
package main

import (
	"cmp"
	_ "embed"
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"text/tabwriter"
)

// goal is the share of mutants that the tests must notice.
const goal = 0.97

// equivalents lists the mutants that no test can notice.
//
//go:embed equivalent.txt
var equivalents string

func main() {
	log.SetFlags(0)
	verbose := flag.Bool("v", false, "list the mutants that survive")
	limit := flag.Int("n", 0, "try `N` mutants chosen at random; 0 means all")
	seed := flag.Uint64("seed", 1, "`SEED` of the choice")
	flag.Parse()
	folders := flag.Args()
	if len(folders) == 0 {
		folders = []string{"golden/v1", "golden/beta"}
	}
	var all []*mutant
	for _, folder := range folders {
		suite, err := newSuite(folder)
		if err != nil {
			log.Fatal(err)
		}
		mutants, err := suite.mutants()
		if err != nil {
			log.Fatal(err)
		}
		all = append(all, slices.DeleteFunc(mutants, (*mutant).isEquivalent)...)
	}
	if *limit > 0 && *limit < len(all) {
		random := rand.New(rand.NewPCG(*seed, 0))
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		all = all[:*limit]
	}
	for _, of := range bySuite(all) {
		if err := of[0].suite.try(of); err != nil {
			log.Fatal(err)
		}
	}
	if !printTable(all, *verbose) {
		os.Exit(1)
	}
}

// bySuite returns the mutants of each suite.
func bySuite(all []*mutant) [][]*mutant {
	var list [][]*mutant
	place := map[*suite]int{}
	for _, m := range all {
		i, ok := place[m.suite]
		if !ok {
			i = len(list)
			place[m.suite] = i
			list = append(list, nil)
		}
		list[i] = append(list[i], m)
	}
	return list
}

// isEquivalent reports whether equivalent.txt lists a mutant.
func (m *mutant) isEquivalent() bool {
	for line := range strings.Lines(equivalents) {
		kind, others, _ := strings.Cut(line, " | ")
		what, _, ok := strings.Cut(others, " | ")
		if ok && kind == m.kind && strings.Contains(m.String(), what) {
			return true
		}
	}
	return false
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
