package generator

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// claim keeps other runs from writing to the folder at the same time. The file
// that is locked lies outside of it: one beside the output would have to be
// told apart from it by everybody, and removed by somebody.
func (o *Output) claim() (release func(), err error) {
	dir, err := filepath.Abs(o.dir)
	if err != nil {
		return nil, err
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	folder, err := os.UserCacheDir()
	if err != nil {
		folder = os.TempDir()
	}
	folder = filepath.Join(folder, "mdwire", "locks")
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return nil, err
	}
	sum := sha256.Sum256([]byte(dir))
	return lockedfile.MutexAt(filepath.Join(folder, hex.EncodeToString(sum[:12]))).Lock()
}
