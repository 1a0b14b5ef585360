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
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/mdwire/mdwire/config"
)

type kind int

const (
	zipped kind = iota + 1
	tarred
)

// archiveKind returns the format of an archive by its file name, 0 for an
// unsupported format.
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

// archive opens the pages of an archive. Its hash must match the pin, except in an
// update.
func (f *Fetcher) archive(loc Location, pin Pin) (string, Pin, error) {
	file, err := os.Open(loc.Archive)
	if errors.Is(err, fs.ErrNotExist) {
		return "", Pin{}, config.Missing(loc.Archive)
	}
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
		return "", Pin{}, fmt.Errorf("%s is not the archive in mdwire.lock: run \"mdwire generate --update\" to use it", loc.Archive)
	}
	folder, err := f.keep(filepath.Join("archive", now.SHA256), func(dir string) error {
		return unpack(dir, file, size, archiveKind(loc.Archive))
	})
	if err != nil {
		err = fmt.Errorf("%s: %w", loc.Archive, err)
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
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // entry checks each name
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
	// Skipped entries are unpacked, too, so the limit covers the whole stream.
	r := tar.NewReader(&limited{unzipped, &x.bytes})
	for {
		h, err := r.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil && !errors.Is(err, tar.ErrInsecurePath) {
			return err
		}
		if h.Typeflag == tar.TypeXGlobalHeader { // git archive stores the commit in one
			continue
		}
		mode := h.FileInfo().Mode()
		if h.Typeflag == tar.TypeLink {
			mode |= os.ModeSymlink // refuse hard links like symbolic ones
		}
		if err := x.entry(h.Name, mode, func() (io.ReadCloser, error) { return io.NopCloser(r), nil }); err != nil {
			return err
		}
	}
}
