package generator

import (
	"crypto/sha256"
	"fmt"
	"path"

	"github.com/mdwire/mdwire/generator/cores"
	"github.com/mdwire/mdwire/generator/gocode"
)

type standing = func(path string) (Standing, bool)

// render formats files on all cores, those aside that stand already. It takes
// the planned ones out of the list.
func render(dir string, planned []*gocode.File, standing standing) ([]File, error) {
	files := make([]File, len(planned))
	errs := make([]error, len(planned))
	cores.Each(len(planned), func(i int) {
		files[i], errs[i] = renderFile(dir, planned[i], standing)
		planned[i] = nil // a tree takes many times the room of its text
	})
	for _, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("generated code is not what was planned (a fault of mdwire): %w", err)
		}
	}
	return files, nil
}

func renderFile(dir string, planned *gocode.File, standing standing) (File, error) {
	file := File{Path: path.Join(dir, planned.Name())}
	raw, err := planned.Source()
	if err != nil {
		return file, err
	}
	if standing != nil {
		sum := sha256.Sum256(raw)
		file.Source = string(sum[:])
		if s, ok := standing(file.Path); ok && s.Source == file.Source {
			file.SHA256 = s.SHA256
			return file, nil
		}
	}
	file.Data, err = planned.Format(raw)
	return file, err
}

// identify hashes what the files hold.
func identify(files []File) {
	cores.Each(len(files), func(i int) {
		if f := &files[i]; f.SHA256 == "" {
			f.SHA256 = hash(f.Data)
		}
	})
}
