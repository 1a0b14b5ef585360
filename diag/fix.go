package diag

import (
	"bytes"
	"slices"
)

// AddFix adds a fix to the diagnostic. See [Fix].
func (d *Diagnostic) AddFix(safe bool, title string, edits ...Edit) {
	d.Fixes = append(d.Fixes, Fix{Title: title, Safe: safe, Edits: edits})
}

// Apply applies the fixes of diagnostics to a file, only safe ones unless unsafe
// is set, and returns how many diagnostics it fixed. Of fixes that change the same
// text only the first is applied, because the others were made for the old text.
func Apply(src []byte, path string, ds []Diagnostic, unsafe bool) (out []byte, fixed int) {
	var edits []Edit
	for i := range ds {
		f := ds[i].fix(path, unsafe)
		if f == nil || !fitsIn(src, f.Edits) || overlapsAny(edits, f.Edits) {
			continue
		}
		edits = append(edits, f.Edits...)
		fixed++
	}
	slices.SortStableFunc(edits, func(a, b Edit) int { return a.At.Start.Offset - b.At.Start.Offset })
	var buf bytes.Buffer
	from := 0
	for _, e := range edits {
		buf.Write(src[from:e.At.Start.Offset])
		buf.WriteString(e.New)
		from = e.At.End.Offset
	}
	buf.Write(src[from:])
	return buf.Bytes(), fixed
}

// fix returns the first fix that may be applied to a file, nil for none.
func (d *Diagnostic) fix(path string, unsafe bool) *Fix {
	for i := range d.Fixes {
		f := &d.Fixes[i]
		elsewhere := slices.ContainsFunc(f.Edits, func(e Edit) bool { return e.At.Path != path })
		if (f.Safe || unsafe) && len(f.Edits) > 0 && !elsewhere {
			return f
		}
	}
	return nil
}

// Fixable reports whether the diagnostic has a fix that changes only its own file.
func (d *Diagnostic) Fixable(unsafe bool) bool { return d.fix(d.At.Path, unsafe) != nil }

func fitsIn(src []byte, edits []Edit) bool {
	return !slices.ContainsFunc(edits, func(e Edit) bool {
		return e.At.Start.Offset < 0 || e.At.Start.Offset > e.At.End.Offset || e.At.End.Offset > len(src)
	})
}

// overlapsAny reports whether edits overlap. Two insertions at the same offset
// overlap too, because their order is undefined.
func overlapsAny(done, edits []Edit) bool {
	for _, a := range done {
		for _, b := range edits {
			if a.At.Start.Offset < b.At.End.Offset && b.At.Start.Offset < a.At.End.Offset || a.At.Start.Offset == b.At.Start.Offset {
				return true
			}
		}
	}
	return false
}
