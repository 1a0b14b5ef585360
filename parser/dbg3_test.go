package parser

import (
	"fmt"
	"os"
	"testing"
)

func TestDups(t *testing.T) {
	res, _ := Load(os.DirFS(corpusDir(t)), Options{})
	d1, d2, d3, abs := 0, 0, 0, 0
	for i := range res.Spec.Operations {
		op := &res.Spec.Operations[i]
		m1, m2, m3 := map[string]bool{}, map[string]bool{}, map[string]bool{}
		for _, r := range op.Routes {
			k1 := r.Method + " " + r.Path.String() + "?" + r.Query
			k2 := r.Method + " " + r.Path.String()
			k3 := r.Method + " " + r.Path.Shape()
			if m1[k1] {
				d1++
				fmt.Println("DUP", op.File, k1)
			}
			if m2[k2] {
				d2++
			}
			if m3[k3] {
				d3++
			}
			m1[k1], m2[k2], m3[k3] = true, true, true
		}
	}
	fmt.Println(d1, d2, d3, abs)
}
