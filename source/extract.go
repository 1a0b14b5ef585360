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

// Bounds of an archive. The largest known reference has 24,000 pages in 120 MB,
// packed to a tenth.
const (
	maxEntries = 500_000
	maxBytes   = 2 << 30
	maxRatio   = 200
	ratioFrom  = 64 << 20 // below that a bomb does no harm
)

var (
	errTooLarge   = errors.New("the archive unpacks to too much: more than a documentation tree has")
	errTooMany    = fmt.Errorf("the archive has more than %d entries", maxEntries)
	errBadArchive = errors.New("the archive is refused")
)

// extractor writes the pages of an archive below a root. What could reach
// outside, or hit another entry, refuses the archive as a whole: such a one is
// no accident.
type extractor struct {
	root    *os.Root
	entries int
	bytes   int64             // that may still be unpacked
	seen    map[string]string // names, as spelled, by their lower case
}

func newExtractor(root *os.Root, packed int64) *extractor {
	most := max(ratioFrom, min(maxBytes, packed*maxRatio))
	return &extractor{root: root, bytes: most, seen: map[string]string{}}
}

// entry takes one entry of the archive; open gives its bytes.
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
	case !strings.EqualFold(path.Ext(clean), ".md"):
		return nil
	}
	src, err := open()
	if err != nil {
		return err
	}
	defer src.Close()
	return x.write(clean, src)
}

// name returns an entry's path below the root.
func (x *extractor) name(name string) (string, error) {
	clean := strings.TrimSuffix(strings.TrimPrefix(name, "./"), "/")
	if clean == "" || clean == "." {
		return ".", nil
	}
	if strings.ContainsAny(clean, "\\:\x00") || !fs.ValidPath(clean) || !filepath.IsLocal(filepath.FromSlash(clean)) {
		return "", fmt.Errorf("%w: the name %q leads out of it", errBadArchive, name)
	}
	return clean, x.twins(clean)
}

// twins refuses names, of folders too, that differ in letter case alone.
func (x *extractor) twins(name string) error {
	for p := name; p != "."; p = path.Dir(p) {
		lower := strings.ToLower(p)
		if twin, ok := x.seen[lower]; ok && twin != p {
			return fmt.Errorf("%w: %q and %q are one on some systems", errBadArchive, twin, p)
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
		return fmt.Errorf("%w: %q stands in it twice", errBadArchive, name)
	}
	if err != nil {
		return err
	}
	_, err = io.Copy(file, src)
	return errors.Join(err, file.Close())
}

// limited reads until what may be unpacked is used up.
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
