package cache

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parser"
	"github.com/mdwire/mdwire/specs"
)

// everything has values of all kinds, set and empty.
type everything struct {
	Text, Again, Empty string
	Number, Negative   int
	Big                uint64
	Small              int32
	Short              int16
	Unsigned           uint16
	Yes, No            bool
	Bytes, NoBytes     []byte
	EmptyBytes         []byte
	List, NoList       []string
	EmptyList          []string
	Nested             []struct{ A, B []int }
	Pointer, Nil       *ir.Body
}

func sample() everything {
	return everything{
		Text: "text", Again: "text", Number: 1 << 40, Negative: -5, Small: -7, Short: -300, Unsigned: 65535, Big: 1 << 63, Yes: true,
		Bytes: []byte("text"), EmptyBytes: []byte{}, List: []string{"", "text", "other"}, EmptyList: []string{},
		Nested: []struct{ A, B []int }{{[]int{1}, nil}, {nil, []int{}}}, Pointer: &ir.Body{Doc: "doc"},
	}
}

func TestCodec(t *testing.T) {
	want := sample()
	var got everything
	if err := decode(string(encode(&want)), &got); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// TestCodecHoldsPages: parsed pages are the same after decoding.
func TestCodecHoldsPages(t *testing.T) {
	res, err := parser.Load(specs.FS, parser.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got ir.Spec
	if err := decode(string(encode(res.Spec)), &got); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(*res.Spec, got); d != "" {
		t.Error(d)
	}
}

// TestDecodeDamaged: lost or changed bytes cause neither a panic nor an allocation that
// is larger than the input.
func TestDecodeDamaged(t *testing.T) {
	want := sample()
	data := encode(&want)
	for i := range data {
		var v everything
		_ = decode(string(data[:i]), &v)
		for _, b := range []byte{0, 1, 0x7f, 0x80, 0xff} {
			changed := append([]byte{}, data...)
			changed[i] = b
			_ = decode(string(changed), &v)
		}
	}
}

func TestLoadNoticesDamage(t *testing.T) {
	file := filepath.Join(t.TempDir(), "below", "file")
	want := sample()
	if err := Save(file, "build 1", &want); err != nil {
		t.Fatal(err)
	}
	var got everything
	if !Load(file, "build 1", &got) || !cmp.Equal(want, got) {
		t.Error("Load does not return the saved value")
	}
	if Load(file, "build 2", &got) {
		t.Error("Load accepts the file of another build")
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := range data {
		changed := append([]byte{}, data...)
		changed[i] ^= 4
		if err := os.WriteFile(file, changed, 0o666); err != nil {
			t.Fatal(err)
		}
		if Load(file, "build 1", &got) {
			t.Errorf("a change of byte %d is not noticed", i)
		}
	}
	if entries, _ := os.ReadDir(filepath.Dir(file)); len(entries) != 1 {
		t.Errorf("%d files are left", len(entries))
	}
}

func TestSettled(t *testing.T) {
	at := time.Date(2026, 1, 2, 3, 4, 5, 600, time.UTC)
	stamp := func(before time.Duration) Stamp { return Stamp{Size: 1, Modified: at.Add(-before).UnixNano()} }
	for _, tt := range []struct {
		name  string
		stamp Stamp
		want  bool
	}{
		{"no file", Stamp{}, true},
		{"old", stamp(time.Hour), true},
		{"just written", stamp(time.Millisecond), false},
		{"from the future", stamp(-time.Hour), false},
		{"old, but moved just now", Stamp{Modified: at.Add(-time.Hour).UnixNano() + 1, Changed: at.UnixNano()}, false},
		{"whole seconds", Stamp{Size: 1, Modified: at.Truncate(time.Second).Add(-time.Second).UnixNano()}, false},
	} {
		if got := tt.stamp.Settled(at); got != tt.want {
			t.Errorf("%s: %v", tt.name, got)
		}
	}
}

// TestList: List returns the files that the parser reads, and so does the file system
// of the result.
func TestList(t *testing.T) {
	root := t.TempDir()
	for _, name := range []string{"a.md", "x/b.MD", "x/y/c.md", "x/picture.png", ".git/d.md", "x/.e/f.md", "z/g.md"} {
		file := filepath.Join(root, filepath.FromSlash(name))
		err := os.MkdirAll(filepath.Dir(file), 0o777)
		if err == nil {
			err = os.WriteFile(file, []byte("# "+name), 0o666)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	files, err := List(root)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int64{}
	for name, stamp := range files.Stamps {
		got[name] = stamp.Size
		if !stamp.Regular || !stamp.Settled(files.At) {
			t.Errorf("%s: %+v", name, stamp)
		}
	}
	if d := cmp.Diff(map[string]int64{"a.md": 6, "x/b.MD": 8, "x/y/c.md": 10, "z/g.md": 8}, got); d != "" {
		t.Error(d)
	}
	var walked []string
	err = fs.WalkDir(files.FS(os.DirFS(root)), ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			walked = append(walked, name)
		}
		return err
	})
	if d := cmp.Diff([]string{"a.md", "x/b.MD", "x/y/c.md", "z/g.md"}, walked); err != nil || d != "" {
		t.Errorf("%v: %s", err, d)
	}
	if _, err := List(filepath.Join(root, "none")); err == nil {
		t.Error("a missing folder was listed")
	}
}
