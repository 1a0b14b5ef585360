package generator

import (
	"crypto/sha256"
	"path"

	"github.com/mdwire/mdwire/generator/gocode"
)

// renderFile formats a planned file, unless it stands already.
func renderFile(dir string, planned *gocode.File, standing func(path string) (Standing, bool)) (File, error) {
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

// identify hashes what files hold.
func identify(files []File) {
	for i := range files {
		if f := &files[i]; f.SHA256 == "" {
			f.SHA256 = hash(f.Data)
		}
	}
}
