package diag

import "slices"

// Files are the files of a docs tree, by their paths below its root.
type Files interface {
	// Show returns a path that the reader of a report can open.
	Show(path string) string
	// Read returns the content of a file, nil if it cannot be read.
	Read(path string) []byte
}

// Add adds the diagnostics of a docs tree, with the paths of Show because files of
// several trees can have the same path below their roots. It sets Source and
// Below.
func (r *Report) Add(files Files, ds []Diagnostic) {
	if r.trees == nil {
		r.trees, r.below = map[string]Files{}, map[string]string{}
		r.Source = func(path string) []byte {
			if t := r.trees[path]; t != nil {
				return t.Read(r.below[path])
			}
			return nil
		}
		r.Below = func(path string) string {
			if file, ok := r.below[path]; ok {
				return file
			}
			return path
		}
	}
	r.Diagnostics = append(r.Diagnostics, mapPaths(ds, func(file string) string {
		shown := files.Show(file)
		r.trees[shown], r.below[shown] = files, file
		return shown
	})...)
}

// mapPaths returns copies of diagnostics with other paths.
func mapPaths(ds []Diagnostic, path func(string) string) []Diagnostic {
	out := slices.Clone(ds)
	for i := range out {
		d := &out[i]
		d.At.Path = path(d.At.Path)
		if d.Page != "" {
			d.Page = path(d.Page)
		}
		d.Related = slices.Clone(d.Related)
		for k := range d.Related {
			d.Related[k].At.Path = path(d.Related[k].At.Path)
		}
		d.Fixes = slices.Clone(d.Fixes)
		for k := range d.Fixes {
			edits := slices.Clone(d.Fixes[k].Edits)
			for n := range edits {
				edits[n].At.Path = path(edits[n].At.Path)
			}
			d.Fixes[k].Edits = edits
		}
	}
	return out
}

// Select returns the diagnostics about selected files, and those that were found
// while a selected page was read.
func Select(ds []Diagnostic, selected func(path string) bool) []Diagnostic {
	return slices.DeleteFunc(slices.Clone(ds), func(d Diagnostic) bool {
		return !selected(d.At.Path) && (d.Page == "" || !selected(d.Page))
	})
}
