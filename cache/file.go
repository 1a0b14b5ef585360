// Package cache keeps what a run has found out, so that the next one does only
// what has changed. All of it can be made again: what is missing, damaged,
// written by another build or about files that have changed since is as if it
// were not there.
package cache

import (
	"encoding/binary"
	"hash/crc32"
	"os"
	"path/filepath"
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Load reads what Save has written to a file under the same build, and reports
// whether it could.
func Load[T any](file, build string, v *T) bool {
	data, err := os.ReadFile(file)
	if err != nil || len(data) < 4 {
		return false
	}
	body := data[:len(data)-4]
	if binary.LittleEndian.Uint32(data[len(body):]) != crc32.Checksum(body, castagnoli) {
		return false
	}
	saved := savedAs[T]{}
	if err := decode(string(body), &saved); err != nil || saved.Build != build {
		return false
	}
	*v = saved.Value
	return true
}

// savedAs is the content of a file.
type savedAs[T any] struct {
	Build string
	Value T
}

// Save writes a value to a file: all of it, or nothing.
func Save[T any](file, build string, v *T) error {
	data := encode(nil, &savedAs[T]{build, *v})
	data = binary.LittleEndian.AppendUint32(data, crc32.Checksum(data, castagnoli))
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return err
	}
	beside, err := os.CreateTemp(filepath.Dir(file), ".new-*")
	if err != nil {
		return err
	}
	_, err = beside.Write(data)
	if closed := beside.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(beside.Name(), file)
	}
	if err != nil {
		os.Remove(beside.Name())
	}
	return err
}
