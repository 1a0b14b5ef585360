package source

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// member is an entry of an archive, by default a file.
type member struct {
	name, text string
	kind       byte // as in package tar
}

func pack(t *testing.T, name string, members []member) string {
	t.Helper()
	var buf bytes.Buffer
	if strings.HasSuffix(name, ".zip") {
		packZip(t, &buf, members)
	} else {
		packTar(t, &buf, members)
	}
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, buf.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

func packZip(t *testing.T, out io.Writer, members []member) {
	t.Helper()
	w := zip.NewWriter(out)
	for _, m := range members {
		h := &zip.FileHeader{Name: m.name, Method: zip.Deflate}
		h.SetMode(0o644)
		if m.kind == tar.TypeSymlink {
			h.SetMode(0o777 | fs.ModeSymlink)
		}
		f, err := w.CreateHeader(h)
		if err == nil {
			_, err = io.WriteString(f, m.text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

func packTar(t *testing.T, out io.Writer, members []member) {
	t.Helper()
	zipped := gzip.NewWriter(out)
	w := tar.NewWriter(zipped)
	for _, m := range members {
		h := &tar.Header{Name: m.name, Typeflag: m.kind, Mode: 0o644}
		switch m.kind {
		case tar.TypeSymlink, tar.TypeLink:
			h.Linkname = m.text
		case tar.TypeReg, 0:
			h.Size = int64(len(m.text))
		}
		err := w.WriteHeader(h)
		if err == nil && h.Size > 0 {
			_, err = io.WriteString(w, m.text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := zipped.Close(); err != nil {
		t.Fatal(err)
	}
}

// contents reads a folder.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	got := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(dir, name))
		got[name] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestArchive(t *testing.T) {
	members := []member{{name: "docs/", kind: tar.TypeDir}, {name: "docs/a.md", text: "A"}, {name: "./docs/sub/B.MD", text: "B"}, {name: "docs/picture.png", text: "not a page"}}
	for _, name := range []string{"x.zip", "x.tar.gz", "X.TGZ"} {
		f := &Fetcher{Cache: t.TempDir()}
		folder, pin, err := f.Open(Location{Archive: pack(t, name, members), Path: "docs"}, Pin{})
		if err != nil || len(pin.SHA256) != 64 {
			t.Errorf("%s: %v, %v", name, pin, err)
			continue
		}
		if d := cmp.Diff(map[string]string{"a.md": "A", "sub/B.MD": "B"}, contents(t, folder)); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestArchiveRefuses(t *testing.T) {
	good := member{name: "a.md", text: "A"}
	for _, tt := range []struct {
		name    string
		members []member
		want    string
	}{
		{"parent", []member{good, {name: "../b.md"}}, "leads outside the archive"},
		{"parent within", []member{good, {name: "x/../../b.md"}}, "leads outside the archive"},
		{"parent of a file that is not a page", []member{good, {name: "../b.png"}}, "leads outside the archive"},
		{"absolute", []member{good, {name: "/etc/b.md"}}, "leads outside the archive"},
		{"drive", []member{good, {name: "C:/b.md"}}, "leads outside the archive"},
		{"backslashes", []member{good, {name: `..\b.md`}}, "leads outside the archive"},
		{"symbolic link", []member{good, {name: "b.md", text: "/etc/passwd", kind: tar.TypeSymlink}}, "link or a device"},
		{"link to a folder", []member{good, {name: "dir", text: "/etc", kind: tar.TypeSymlink}}, "link or a device"},
		{"hard link", []member{good, {name: "b.md", text: "a.md", kind: tar.TypeLink}}, "link or a device"},
		{"pipe", []member{good, {name: "b.md", kind: tar.TypeFifo}}, "link or a device"},
		{"letter case", []member{good, {name: "A.md"}}, "are the same file on some systems"},
		{"letter case of folders", []member{{name: "x/a.md"}, {name: "X/b.md"}}, "are the same file on some systems"},
		{"twice", []member{good, good}, "twice"},
		{"a page and a folder", []member{good, {name: "a.md/b.md"}}, "a.md"},
	} {
		for _, file := range []string{"x.zip", "x.tar.gz"} {
			if file == "x.zip" && tt.members[len(tt.members)-1].kind != 0 && tt.members[len(tt.members)-1].kind != tar.TypeSymlink {
				continue // zip has no such entries
			}
			f := &Fetcher{Cache: t.TempDir()}
			_, _, err := f.Open(Location{Archive: pack(t, file, tt.members)}, Pin{})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%s: %s: error is %v", tt.name, file, err)
			}
			if left := contents(t, f.Cache); len(left) > 0 {
				t.Errorf("%s: %s: left in the cache: %v", tt.name, file, left)
			}
		}
	}
}

// TestBomb: an archive that unpacks to far more than its size is refused before it
// fills the disk, also when the large entry is not a page.
func TestBomb(t *testing.T) {
	zeros := strings.Repeat("\x00", ratioFrom+1)
	for _, name := range []string{"a.md", "a.bin"} {
		for _, file := range []string{"x.zip", "x.tar.gz"} {
			if name == "a.bin" && file == "x.zip" {
				continue // never unpacked
			}
			f := &Fetcher{Cache: t.TempDir()}
			if _, _, err := f.Open(Location{Archive: pack(t, file, []member{{name: name, text: zeros}})}, Pin{}); err == nil || !strings.Contains(err.Error(), errTooLarge.Error()) {
				t.Errorf("%s in %s: error is %v", name, file, err)
			}
		}
	}
	x := &extractor{entries: maxEntries}
	if err := x.entry("a.md", 0, nil); err != errTooMany {
		t.Errorf("error is %v", err)
	}
}

func TestDamagedArchive(t *testing.T) {
	for _, name := range []string{"x.zip", "x.tar.gz"} {
		file := pack(t, name, []member{{name: "a.md", text: strings.Repeat("some text ", 1000)}})
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, damaged := range [][]byte{nil, []byte("text"), src[:len(src)/2]} {
			if err := os.WriteFile(file, damaged, 0o666); err != nil {
				t.Fatal(err)
			}
			if _, _, err := (&Fetcher{Cache: t.TempDir()}).Open(Location{Archive: file}, Pin{}); err == nil {
				t.Errorf("%s: %d bytes of %d were accepted", name, len(damaged), len(src))
			}
		}
	}
}

func TestPinHolds(t *testing.T) {
	file := pack(t, "x.zip", []member{{name: "a.md", text: "A"}})
	f := &Fetcher{Cache: t.TempDir()}
	_, pin, err := f.Open(Location{Archive: file}, Pin{})
	if err != nil {
		t.Fatal(err)
	}
	other := pack(t, "x.zip", []member{{name: "a.md", text: "B"}})
	if _, _, err := f.Open(Location{Archive: other}, pin); err == nil || !strings.Contains(err.Error(), "--update") {
		t.Errorf("error is %v", err)
	}
	f.Update = true
	if _, now, err := f.Open(Location{Archive: other}, pin); err != nil || now == pin {
		t.Errorf("%v, %v", now, err)
	}
}
