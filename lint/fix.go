package lint

import (
	"bytes"
	"io/fs"

	"github.com/mdwire/mdwire/diag"
)

// maxRounds limits how often pages are fixed and checked again, because a fix can
// uncover what another rule reports. Real pages need two rounds.
const maxRounds = 5

// Fixer applies fixes to the pages of a docs tree and checks them again, until
// nothing is left to fix.
type Fixer struct {
	FS      fs.FS
	Options Options // of [Run]
	// Read returns the content of a page, nil if it cannot be read.
	Read func(file string) []byte
	// Write replaces the content of a page.
	Write func(file string, data []byte) error
	// Filter removes diagnostics of a run that are not wanted; nil removes none.
	Filter func([]diag.Diagnostic) ([]diag.Diagnostic, error)
	// Unsafe applies fixes too that may change the meaning of a page.
	Unsafe bool
	// Once stops after the first round. Then Write need not change the page.
	Once bool
}

// Fixed is the result of a Fixer.
type Fixed struct {
	Diagnostics []diag.Diagnostic // that remain
	Count       int               // of fixed diagnostics
	Files       int               // that were written
}

// Fix fixes the diagnostics of a run, which must be sorted.
func (f *Fixer) Fix(found []diag.Diagnostic) (*Fixed, error) {
	out := &Fixed{Diagnostics: found}
	files := map[string]bool{}
	for range maxRounds {
		n, err := f.round(out, files)
		out.Count += n
		out.Files = len(files)
		if err != nil || n == 0 || f.Once {
			return out, err
		}
		res, err := Run(f.FS, f.Options)
		if err != nil {
			return out, err
		}
		out.Diagnostics = res.Diagnostics
		if f.Filter != nil {
			if out.Diagnostics, err = f.Filter(res.Diagnostics); err != nil {
				return out, err
			}
		}
	}
	return out, nil
}

// round fixes one file after another. It leaves the diagnostics of unchanged files,
// and those without a fix.
func (f *Fixer) round(out *Fixed, files map[string]bool) (fixed int, err error) {
	found := out.Diagnostics
	out.Diagnostics = nil
	for len(found) > 0 {
		n := 1
		for n < len(found) && found[n].At.Path == found[0].At.Path {
			n++
		}
		ds, file := found[:n], found[0].At.Path
		found = found[n:]
		src := f.Read(file)
		data, count := diag.Apply(src, file, ds, f.Unsafe)
		if count == 0 || bytes.Equal(src, data) {
			out.Diagnostics = append(out.Diagnostics, ds...)
			continue
		}
		fixed += count
		files[file] = true
		for i := range ds {
			if !ds[i].Fixable(f.Unsafe) {
				out.Diagnostics = append(out.Diagnostics, ds[i])
			}
		}
		if err := f.Write(file, data); err != nil {
			return fixed, err
		}
	}
	return fixed, nil
}
