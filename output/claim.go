package output

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// claim keeps other runs from writing to the folder at the same time. The locked
// file is outside the folder: inside it would be one more file that users have
// to ignore and somebody has to remove.
func (f *Folder) claim() (release func(), err error) {
	dir, err := filepath.Abs(f.dir)
	if err != nil {
		return nil, err
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	claims, err := claimsFolder()
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256([]byte(dir))
	return lockedfile.MutexAt(filepath.Join(claims, hex.EncodeToString(sum[:12]))).Lock()
}

// claimsFolder returns a folder of the user's cache, or of the temporary files if
// the user has no cache.
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
