package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// run is the result of a test run.
type run struct {
	failed  map[string]bool   // tests, and subtests as "Test/name"
	reports map[string]string // of each subtest
	output  string            // the reports, or all if a test panics
}

// failedAny reports whether one of some tests failed.
func (r run) failedAny(tests map[string]bool) bool {
	for test := range tests {
		if r.failed[test] {
			return true
		}
	}
	return false
}

// try runs the tests with the mutants, several mutants at a time.
func (s *suite) try(mutants []*mutant) error {
	r, err := s.test(nil)
	if err != nil || len(r.failed) > 0 {
		return fmt.Errorf("%s: the tests fail without mutants: %v\n%s", s.dir, err, r.output)
	}
	if err := s.run(rounds(mutants, (*mutant).hides), (*mutant).isReported); err != nil {
		return err
	}
	// Others may have hidden a mutant that is not noticed. Try it with mutants that
	// have no test in common with it.
	left := slices.DeleteFunc(slices.Clone(mutants), func(m *mutant) bool { return m.noticed })
	return s.run(rounds(left, (*mutant).sharesTest), func(m *mutant, r run) bool { return r.failedAny(m.tests) })
}

// run tries the mutants of each round together.
func (s *suite) run(rounds [][]*mutant, isNoticed func(*mutant, run) bool) error {
	for i, round := range rounds {
		log.Printf("%s: run %d of %d, %d mutants", s.dir, i+1, len(rounds), len(round))
		r, err := s.test(round)
		if err != nil {
			return err
		}
		for _, m := range round {
			m.noticed = isNoticed(m, r)
		}
	}
	return nil
}

// rounds distributes mutants to runs. The mutants of a run are of one stage, and none
// excludes another.
func rounds(mutants []*mutant, excludes func(m, other *mutant) bool) [][]*mutant {
	var list [][]*mutant
	for _, m := range mutants {
		i := slices.IndexFunc(list, func(round []*mutant) bool {
			return round[0].stage == m.stage && !slices.ContainsFunc(round, func(other *mutant) bool { return excludes(m, other) })
		})
		if i < 0 {
			i = len(list)
			list = append(list, nil)
		}
		list[i] = append(list[i], m)
	}
	return list
}

// isReported reports whether a run with other mutants noticed the mutant.
func (m *mutant) isReported(r run) bool {
	for test := range m.tests {
		if r.failed[test] && (m.named == nil || m.named.MatchString(r.reports[test])) {
			return true
		}
	}
	return false
}

// hides reports whether a run cannot tell two mutants apart, or their places overlap.
func (m *mutant) hides(other *mutant) bool {
	if m.file == other.file && m.start < other.end && other.start < m.end {
		return true
	}
	return m.group == other.group && m.sharesTest(other)
}

// sharesTest reports whether a test may notice two mutants.
func (m *mutant) sharesTest(other *mutant) bool {
	for test := range m.tests {
		if other.tests[test] {
			return true
		}
	}
	return false
}

// test runs the example tests with mutants.
func (s *suite) test(mutants []*mutant) (run, error) {
	dir, err := os.MkdirTemp("", "mutants")
	if err != nil {
		return run{}, err
	}
	defer os.RemoveAll(dir)
	overlay, err := s.overlay(dir, mutants)
	if err != nil {
		return run{}, err
	}
	binary := filepath.Join(dir, "test")
	build := exec.Command("go", "test", "-c", "-o", binary, "-overlay", overlay, ".")
	build.Dir = filepath.Join(s.dir, "exampletest")
	if out, err := build.CombinedOutput(); err != nil {
		return run{}, fmt.Errorf("the mutants do not compile: %w\n%s", err, out)
	}
	cmd := exec.Command(binary, "-test.v")
	cmd.Dir = filepath.Join(dir, "exampletest")
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return run{}, err
	}
	return readRun(out), nil
}

// overlay writes the changed files: code for the compiler's overlay, test data to a
// copy of the folder that the tests read.
func (s *suite) overlay(dir string, mutants []*mutant) (string, error) {
	if err := os.CopyFS(filepath.Join(dir, "exampletest", "testdata"), os.DirFS(filepath.Join(s.dir, "exampletest", "testdata"))); err != nil {
		return "", err
	}
	byFile := map[string][]*mutant{}
	for _, m := range mutants {
		byFile[m.file] = append(byFile[m.file], m)
	}
	replace := map[string]string{}
	for file, list := range byFile {
		slices.SortFunc(list, func(a, b *mutant) int { return b.start - a.start }) // from the end
		data := slices.Clone(s.source[file])
		for _, m := range list {
			data = slices.Replace(data, m.start, m.end, []byte(m.new)...)
		}
		to := filepath.Join(dir, fmt.Sprintf("%d.go", len(replace)))
		if strings.Contains(file, "testdata") {
			to = filepath.Join(dir, strings.TrimPrefix(file, s.dir))
		} else {
			absolute, err := filepath.Abs(file)
			if err != nil {
				return "", err
			}
			replace[absolute] = to
		}
		if err := os.WriteFile(to, data, 0o666); err != nil {
			return "", err
		}
	}
	path := filepath.Join(dir, "overlay.json")
	data, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return "", err
	}
	return path, os.WriteFile(path, data, 0o666)
}

// report matches a line of a test failure.
var report = regexp.MustCompile(`\.go:\d+: `)

func readRun(out []byte) run {
	r := run{failed: map[string]bool{}, reports: map[string]string{}}
	current := "" // the running subtest
	var reports strings.Builder
	lines := bufio.NewScanner(bytes.NewReader(out))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line := lines.Text()
		if test, ok := strings.CutPrefix(line, "=== RUN   "); ok {
			current = test
		}
		if _, result, ok := strings.Cut(line, "--- FAIL: "); ok {
			test, _, _ := strings.Cut(result, " ")
			r.failed[test] = true
		}
		if report.MatchString(line) {
			reports.WriteString(line + "\n")
			r.reports[current] += line + "\n"
		}
	}
	r.output = reports.String()
	if bytes.Contains(out, []byte("panic: ")) {
		r.output += string(out)
	}
	return r
}
