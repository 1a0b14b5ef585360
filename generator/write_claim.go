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
	folder, err := claimsFolder()
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256([]byte(dir))
	return lockedfile.MutexAt(filepath.Join(folder, hex.EncodeToString(sum[:12]))).Lock()
}

// claimsFolder is the user's own, or that of all where the user has none.
func claimsFolder() (string, error) {
	if cache, err := os.UserCacheDir(); err == nil {
		folder := filepath.Join(cache, "mdwire", "locks")
		if os.MkdirAll(folder, 0o777) == nil {
			return folder, nil
		}
	}
	folder := filepath.Join(os.TempDir(), "mdwire-locks")
	return folder, os.MkdirAll(folder, 0o777)
}
