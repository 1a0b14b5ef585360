package cache

import (
	"io/fs"
	"time"
)

// Stamp identifies the content of a file: while it stays the same, the file has not been
// written. The zero Stamp is a missing file.
type Stamp struct {
	Size     int64
	Modified int64 // in nanoseconds
	Changed  int64 // time of the last change of content or attributes; 0 if unknown
	Inode    uint64
	Regular  bool
}

// StampOf returns the stamp of a file.
func StampOf(info fs.FileInfo) Stamp {
	s := Stamp{Size: info.Size(), Modified: info.ModTime().UnixNano(), Regular: info.Mode().IsRegular()}
	s.Changed, s.Inode = inode(info)
	return s
}

// tick is the longest time for which a file system gives all files the same time.
const tick = 50 * time.Millisecond

// Settled reports whether a stamp that was taken at a time identifies the content at
// that time. File systems keep time in ticks: a file that was written just before can be
// written once more in the same tick.
func (s Stamp) Settled(at time.Time) bool {
	wait := tick
	if s.Modified%int64(time.Second) == 0 { // the file system keeps whole seconds, or every second one
		wait = 2 * time.Second
	}
	last := max(s.Modified, s.Changed)
	return s == Stamp{} || !time.Unix(0, last).Add(wait).After(at)
}
