// Package cache stores the results of a run, so that the next run only handles changed
// pages and files. Entries are ignored if they are missing, damaged, of another build
// of mdwire, or about files that have changed.
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

// header is at the start of a file, after the checksum of the rest.
type header struct {
	Build string
	Sizes []int // of the records that follow
}

// parts returns the values that are a record each: the fields of a struct,
// recursively, else the value itself. Records are written and read in parallel.
func parts[T any](v *T) []reflect.Value { return appendParts(nil, reflect.ValueOf(v).Elem()) }

func appendParts(list []reflect.Value, value reflect.Value) []reflect.Value {
	if value.Kind() != reflect.Struct {
		return append(list, value)
	}
	for i := range value.NumField() {
		list = appendParts(list, value.Field(i))
	}
	return list
}

// Load reads a file that Save has written with the same build, and reports whether it
// succeeded.
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

// Save writes a value to a file, completely or not at all. T is made of exported
// fields with strings, numbers, booleans, bytes, slices and pointers.
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

// replace replaces a file with the checksum of records and the records.
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
