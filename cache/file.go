// Package cache keeps what a run has found out, so that the next one does only
// what has changed. All of it can be made again: what is missing, damaged,
// written by another build or about files that have changed since is as if it
// were not there.
package cache

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// header is what a file begins with, after the checksum of all the rest.
type header struct {
	Build string
	Sizes []int // of the records that follow
}

// parts are the values that are a record each: the fields of a struct, else the
// value itself. They are written and read side by side.
func parts[T any](v *T) []reflect.Value {
	value := reflect.ValueOf(v).Elem()
	if value.Kind() != reflect.Struct {
		return []reflect.Value{value}
	}
	list := make([]reflect.Value, value.NumField())
	for i := range list {
		list[i] = value.Field(i)
	}
	return list
}

// Load reads what Save has written to a file under the same build, and reports
// whether it could.
func Load[T any](file, build string, v *T) bool {
	body, ok := read(file)
	if !ok {
		return false
	}
	h := header{}
	rest, err := decodeSome(body, reflect.ValueOf(&h).Elem())
	var loaded T
	values := parts(&loaded)
	if err != nil || h.Build != build || len(h.Sizes) != len(values) {
		return false
	}
	errs := make([]error, len(values))
	var group sync.WaitGroup
	for i, size := range h.Sizes {
		size = max(0, min(size, len(rest)))
		record := rest[:size]
		rest = rest[size:]
		group.Go(func() { errs[i] = decodeAll(record, values[i]) })
	}
	group.Wait()
	if errors.Join(errs...) != nil || rest != "" {
		return false
	}
	*v = loaded
	return true
}

// read returns the records of a file.
func read(file string) (body string, ok bool) {
	f, err := os.Open(file)
	if err != nil {
		return "", false
	}
	defer f.Close()
	var text strings.Builder
	if info, err := f.Stat(); err == nil {
		text.Grow(int(info.Size()))
	}
	var stated [4]byte
	if _, err := io.ReadFull(f, stated[:]); err != nil {
		return "", false
	}
	sum := crc32.New(castagnoli)
	if _, err := io.Copy(&text, io.TeeReader(f, sum)); err != nil {
		return "", false
	}
	return text.String(), sum.Sum32() == binary.LittleEndian.Uint32(stated[:])
}

// Save writes a value to a file: all of it, or nothing.
func Save[T any](file, build string, v *T) error {
	values := parts(v)
	records := make([][]byte, len(values))
	var group sync.WaitGroup
	for i, value := range values {
		group.Go(func() { records[i] = encodeValue(value) })
	}
	group.Wait()
	h := header{Build: build}
	for _, r := range records {
		h.Sizes = append(h.Sizes, len(r))
	}
	return replace(file, append([][]byte{encode(&h)}, records...))
}

// replace puts records in the place of a file's, with their checksum before them.
func replace(file string, records [][]byte) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return err
	}
	temp, err := os.CreateTemp(filepath.Dir(file), ".new-*")
	if err != nil {
		return err
	}
	sum := uint32(0)
	for _, r := range records {
		sum = crc32.Update(sum, castagnoli, r)
	}
	_, err = temp.Write(binary.LittleEndian.AppendUint32(nil, sum))
	for _, r := range records {
		if err == nil {
			_, err = temp.Write(r)
		}
	}
	if closed := temp.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(temp.Name(), file)
	}
	if err != nil {
		os.Remove(temp.Name())
	}
	return err
}
