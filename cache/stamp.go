package cache

import (
	"io/fs"
	"time"
)

// Stamp stands for the content of a file: as long as it stays the same, the
// file has not been written to. The zero Stamp stands for no file.
type Stamp struct {
	Size     int64
	Modified int64 // in nanoseconds
	Changed  int64 // when anything about the file was; 0 where that is not known
	Inode    uint64
	Regular  bool
}

// StampOf returns the stamp of a file, links not followed.
func StampOf(info fs.FileInfo) Stamp {
	s := Stamp{Size: info.Size(), Modified: info.ModTime().UnixNano(), Regular: info.Mode().IsRegular()}
	s.Changed, s.Inode = inode(info)
	return s
}

// tick is how long a file system may give files the same time.
const tick = 50 * time.Millisecond

// Settled reports whether a stamp that was taken at a time stands for what the
// file held then. File systems keep time in ticks: a file that was written just
// before can have been written once more in the same tick.
func (s Stamp) Settled(at time.Time) bool {
	wait := tick
	if s.Modified%int64(time.Second) == 0 { // it keeps whole seconds, or two at a time
		wait = 2 * time.Second
	}
	last := max(s.Modified, s.Changed)
	return s == Stamp{} || !time.Unix(0, last).Add(wait).After(at)
}
