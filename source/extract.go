package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Limits of an archive. The largest known reference has 24,000 pages of 120 MB in
// total, 12 MB compressed.
const (
	maxEntries = 500_000
	maxBytes   = 2 << 30
	maxRatio   = 200
	ratioFrom  = 64 << 20 // smaller output does no harm
)

var (
	errTooLarge   = fmt.Errorf("the archive is too large: unpacked, it may have at most %d times its packed size and at most %d GiB", maxRatio, maxBytes>>30)
	errTooMany    = fmt.Errorf("the archive has more than %d entries", maxEntries)
	errBadArchive = errors.New("mdwire does not read this archive")
)

// extractor writes the pages of an archive below a root. It refuses an archive with
// any entry that could reach outside the root or overwrite another entry, because
// such an archive is made on purpose.
type extractor struct {
	root    *os.Root
	entries int
	bytes   int64             // that may still be unpacked
	seen    map[string]string // names by their lower case
}

func newExtractor(root *os.Root, packed int64) *extractor {
	most := max(ratioFrom, min(maxBytes, packed*maxRatio))
	return &extractor{root: root, bytes: most, seen: map[string]string{}}
}

// entry extracts one entry of the archive; open returns its content.
func (x *extractor) entry(name string, mode fs.FileMode, open func() (io.ReadCloser, error)) error {
	if x.entries++; x.entries > maxEntries {
		return errTooMany
	}
	clean, err := x.name(name)
	if err != nil {
		return err
	}
	switch {
	case mode.IsDir():
		return nil
	case !mode.IsRegular():
		return fmt.Errorf("%w: %q is a link or a device", errBadArchive, name)
	case !IsPage(clean):
		return nil
	}
	src, err := open()
	if err != nil {
		return err
	}
	defer src.Close()
	return x.write(clean, src)
}

// name returns an entry's path below the root, after checking it.
func (x *extractor) name(name string) (string, error) {
	clean := strings.TrimSuffix(strings.TrimPrefix(name, "./"), "/")
	if clean == "" || clean == "." {
		return ".", nil
	}
	if strings.ContainsAny(clean, "\\:\x00") || !fs.ValidPath(clean) || !filepath.IsLocal(filepath.FromSlash(clean)) {
		return "", fmt.Errorf("%w: the name %q leads outside the archive", errBadArchive, name)
	}
	return clean, x.checkCase(clean)
}

// checkCase refuses names, also of folders, that differ only in letter case.
func (x *extractor) checkCase(name string) error {
	for p := name; p != "."; p = path.Dir(p) {
		lower := strings.ToLower(p)
		if other, ok := x.seen[lower]; ok && other != p {
			return fmt.Errorf("%w: %q and %q are the same file on some systems", errBadArchive, other, p)
		}
		x.seen[lower] = p
	}
	return nil
}

func (x *extractor) write(name string, src io.Reader) error {
	if err := x.root.MkdirAll(path.Dir(name), 0o777); err != nil {
		return err
	}
	file, err := x.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%w: it contains %q twice", errBadArchive, name)
	}
	if err != nil {
		return err
	}
	_, err = io.Copy(file, src)
	return errors.Join(err, file.Close())
}

// limited is a reader that fails when the bytes left are used up.
type limited struct {
	src  io.Reader
	left *int64
}

func (l *limited) Read(p []byte) (int, error) {
	if *l.left <= 0 {
		return 0, errTooLarge
	}
	n, err := l.src.Read(p[:min(int64(len(p)), *l.left)])
	*l.left -= int64(n)
	return n, err
}
