package parser

import (
	"fmt"
	"os"
	"testing"

	"github.com/mdwire/mdwire/parser/page"
	"sync"
)

func TestPermCount(t *testing.T) {
	var mu sync.Mutex
	n := map[string]int{}
	Load(os.DirFS(corpusDir(t)), Options{Visit: func(v Visit) {
		if v.Operation == nil {
			return
		}
		mu.Lock()
		defer mu.Unlock()
		rows, parents := 0, 0
		tr := false
		roles := sectionRoles(v.Page, nil)
		for i := range v.Page.Sections {
			for k := range v.Page.Sections[i].Blocks {
				tb := v.Page.Sections[i].Blocks[k].Table
				if tb == nil {
					continue
				}
				if roles[i] == secPermissions && isPermissionTable(tb) || isPermissionHead(tb) {
					rows += len(tb.Rows)
					n["tables"]++
					if isTransposed(tb) {
						tr = true
						n["trRows"] += len(tb.Rows)
						n["trTables"]++
					} else {
						n["rows"] += len(tb.Rows)
						if len(tb.Header) > 2 {
							n["3col"] += len(tb.Rows)
						}
					}
					for r := range tb.Rows {
						if parentRow(tb, r) {
							parents++
							n["parents"]++
						}
						if rowEmpty(&tb.Rows[r]) {
							n["emptyrow"]++
						}
					}
				} else if roles[i] == secPermissions {
					fmt.Println("NOPERM", v.Page.Path, tb.Header)
				}
			}
		}
		if !tr && rows-parents != len(v.Operation.Permissions) {
			fmt.Println("DIFF", v.Page.Path, rows, parents, len(v.Operation.Permissions))
		}
		if tr {
			n["trPerms"] += len(v.Operation.Permissions)
		}
	}})
	fmt.Println(n)
	_ = page.Table{}
}

func TestDumpOps(t *testing.T) {
	res, _ := Load(os.DirFS(corpusDir(t)), Options{Include: []string{os.Getenv("PG")}})
	for i := range res.Spec.Operations {
		op := &res.Spec.Operations[i]
		fmt.Printf("=== %s %q ns=%s ver=%s doc=%q\n", op.File, op.Title, op.Namespace, op.Version, op.Doc)
		for _, r := range op.Routes {
			fmt.Printf("  route %s %s ?%s @%v\n", r.Method, r.Path, r.Query, r.At)
		}
		for _, p := range op.Permissions {
			fmt.Printf("  perm %v %v ctx=%q least=%d mf=%v @%v\n", p.Kind, p.AnyOf, p.Context, p.Least, p.MostFirst, p.At)
		}
		for _, p := range op.Params {
			fmt.Printf("  param %v %s %v req=%v %q\n", p.In, p.Name, p.Type, p.Required, p.Doc)
		}
		if op.Body != nil {
			fmt.Printf("  body %v %s %q\n", op.Body.Type, op.Body.ContentType, op.Body.Doc)
			for _, p := range op.Body.Properties {
				fmt.Printf("    %s %v %v %q\n", p.Name, p.Type, p.Required, p.Values)
			}
		}
		for _, p := range op.Responses {
			fmt.Printf("  resp %d %v\n", p.Status, p.Type)
		}
		for _, e := range op.Examples {
			fmt.Printf("  ex %q title=%q @%v\n", e.Name, e.Title, e.At)
			if e.Request != nil {
				fmt.Printf("    %s %s %v hdr=%d\n", e.Request.Method, e.Request.URL, e.Request.Kind, len(e.Request.Headers))
			}
			if e.Response != nil {
				fmt.Printf("    -> %d %s %v %v trunc=%v hdr=%d @%v\n", e.Response.Status, e.Response.Reason, e.Response.Type, e.Response.Kind, e.Response.Truncated, len(e.Response.Headers), e.Response.At)
			}
		}
		fmt.Println("  links", op.Links)
	}
	if os.Getenv("RES") != "" {
		for i := range res.Spec.Resources {
			op := &res.Spec.Resources[i]
			if !res.Selected(op.File) {
				continue
			}
			fmt.Printf("=== %s %q name=%s base=%s key=%s open=%v abs=%v doc=%q json=%v\n", op.File, op.Title, op.Name, op.BaseType, op.KeyProperty, op.OpenType, op.Abstract, op.Doc, op.JSON != nil)
			for _, p := range op.Properties {
				fmt.Printf("    %s %v %v %q @%v\n", p.Name, p.Type, p.Required, p.Values, p.At)
			}
			for _, p := range op.Relationships {
				fmt.Printf("   R %s %v %v\n", p.Name, p.Type, p.Required)
			}
			for _, p := range op.Members {
				fmt.Printf("   M %s %v\n", p.Name, p.Value)
			}
			for _, p := range op.Enums {
				fmt.Printf("   E %s", p.Name)
				for _, m := range p.Members {
					fmt.Printf(" %s=%s", m.Name, m.Value)
				}
				fmt.Println()
			}
		}
	}
	for _, d := range res.Diagnostics {
		if res.Selected(d.At.Path) {
			fmt.Println(d.At, d.Severity, d.Rule, d.Message)
		}
	}
}
func TestDumpDiags(t *testing.T) {
	res, _ := Load(os.DirFS(corpusDir(t)), Options{})
	for _, d := range res.Diagnostics {
		if d.Rule != "link-dead" {
			fmt.Println(d.Rule, d.At, d.Message)
		}
	}
}
func TestDumpReqs(t *testing.T) {
	res, _ := Load(os.DirFS(corpusDir(t)), Options{})
	for i := range res.Spec.Operations {
		op := &res.Spec.Operations[i]
		req, un, rep := 0, 0, 0
		for _, e := range op.Examples {
			switch {
			case e.Request == nil:
				rep++
			case e.Response == nil:
				un++
			default:
				req++
			}
		}
		fmt.Printf("%s routes=%d pairs=%d unanswered=%d replies=%d\n", op.File, len(op.Routes), req, un, rep)
	}
}
