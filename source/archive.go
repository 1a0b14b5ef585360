package source

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

type kind int

const (
	zipped kind = iota + 1
	tarred
)

// archiveKind tells by its name how an archive is packed, 0 for none that can
// be read.
func archiveKind(name string) kind {
	name = strings.ToLower(name)
	switch {
	case strings.HasSuffix(name, ".zip"):
		return zipped
	case strings.HasSuffix(name, ".tar.gz"), strings.HasSuffix(name, ".tgz"):
		return tarred
	}
	return 0
}

// archive opens the pages of an archive. It must be the one that the pin names:
// another is taken by an update alone, as a moved branch is.
func (f *Fetcher) archive(docs Docs, pin Pin) (string, Pin, error) {
	file, err := os.Open(docs.Archive)
	if err != nil {
		return "", Pin{}, err
	}
	defer file.Close()
	sum := sha256.New()
	size, err := io.Copy(sum, file)
	if err != nil {
		return "", Pin{}, err
	}
	now := Pin{SHA256: hex.EncodeToString(sum.Sum(nil))}
	if !f.Update && pin.SHA256 != "" && pin.SHA256 != now.SHA256 {
		return "", Pin{}, fmt.Errorf("%s is not the archive that mdwire.lock names: run \"mdwire generate --update\" to take it", docs.Archive)
	}
	folder, err := f.keep(filepath.Join("archive", now.SHA256), func(dir string) error {
		return unpack(dir, file, size, archiveKind(docs.Archive))
	})
	if err != nil {
		err = fmt.Errorf("%s: %w", docs.Archive, err)
	}
	return folder, now, err
}

// unpack writes an archive's pages to a folder.
func unpack(dir string, file io.ReaderAt, size int64, k kind) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	x := newExtractor(root, size)
	if k == zipped {
		return x.zip(file, size)
	}
	return x.tar(io.NewSectionReader(file, 0, size))
}

func (x *extractor) zip(file io.ReaderAt, size int64) error {
	r, err := zip.NewReader(file, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // names are judged one by one
		return err
	}
	for _, f := range r.File {
		open := func() (io.ReadCloser, error) {
			src, err := f.Open()
			return struct {
				io.Reader
				io.Closer
			}{&limited{src, &x.bytes}, src}, err
		}
		if err := x.entry(f.Name, f.Mode(), open); err != nil {
			return err
		}
	}
	return nil
}

func (x *extractor) tar(file io.Reader) error {
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		return err
	}
	// What is passed over is unpacked, too.
	r := tar.NewReader(&limited{unzipped, &x.bytes})
	for {
		h, err := r.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil && !errors.Is(err, tar.ErrInsecurePath) {
			return err
		}
		if h.Typeflag == tar.TypeXGlobalHeader { // git archive notes the commit in one
			continue
		}
		mode := h.FileInfo().Mode()
		if h.Typeflag == tar.TypeLink {
			mode |= os.ModeSymlink // it leads elsewhere as well
		}
		if err := x.entry(h.Name, mode, func() (io.ReadCloser, error) { return io.NopCloser(r), nil }); err != nil {
			return err
		}
	}
}
