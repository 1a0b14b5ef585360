package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// writeGoMod makes the output a module of its own where it lies in none. An
// existing file is the user's.
func writeGoMod(dir string, content []byte) error {
	if content == nil {
		return nil
	}
	file, err := os.OpenFile(filepath.Join(dir, "go.mod"), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	return errors.Join(err, file.Close())
}
