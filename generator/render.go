package generator

import (
	"crypto/sha256"
	"fmt"
	"path"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/mdwire/mdwire/generator/gocode"
)

type standing = func(path string) (Standing, bool)

// render formats files on all cores, those aside that stand already.
func render(dir string, planned []*gocode.File, standing standing) ([]File, error) {
	files := make([]File, len(planned))
	errs := make([]error, len(planned))
	each(len(planned), func(i int) { files[i], errs[i] = renderFile(dir, planned[i], standing) })
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
	each(len(files), func(i int) {
		if f := &files[i]; f.SHA256 == "" {
			f.SHA256 = hash(f.Data)
		}
	})
}

// each calls f with the numbers below n, on all cores.
func each(n int, f func(i int)) {
	var next atomic.Int64
	work := func() {
		for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
			f(i)
		}
	}
	alongside(slices.Repeat([]func(){work}, runtime.GOMAXPROCS(0))...)
}

// alongside runs functions side by side. A fault in one is raised where the
// caller can recover it.
func alongside(fs ...func()) {
	var fault atomic.Value
	var group sync.WaitGroup
	for _, f := range fs {
		group.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					fault.CompareAndSwap(nil, fmt.Sprintf("%v\n%s", p, debug.Stack()))
				}
			}()
			f()
		})
	}
	group.Wait()
	if p := fault.Load(); p != nil {
		panic(p)
	}
}
