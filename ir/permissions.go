package ir

import (
	"slices"

	"github.com/mdwire/mdwire/diag"
)

// PermissionSet is the permissions of a table of a page, or of the rows of a table
// that have one label.
type PermissionSet struct {
	// Context is the heading, paragraph or label of the set, "" when the page has
	// only one set.
	Context string
	// Routes are the indexes in Operation.Routes of the routes that demand the
	// permissions. A route that is in several sets demands those of each.
	Routes []int
	// Guessed is set when the page does not say with certainty to which routes the
	// set applies, so that routes demand it that might not need it.
	Guessed bool
	// Unread is set when the set has a cell that is not understood.
	Unread bool
	// Table is the index of the table on the page, and At its first row in the set.
	Table int
	At    diag.Range

	anyOf [Application + 1][][]string
}

// AnyOf returns the alternatives of a kind of caller, least privileged first. It
// is empty when the set allows no caller of the kind.
func (s *PermissionSet) AnyOf(kind PermissionKind) [][]string { return s.anyOf[kind] }

// PermissionSets returns the documented permissions by context, in page order, and
// the routes that each applies to. A call of a route must satisfy every set with
// the route. Each route is in a set: one for which the page states no certain
// table is in all sets. The result is nil when the page documents no permissions.
func (op *Operation) PermissionSets() []PermissionSet {
	tables := op.permissionTables()
	if len(tables) == 0 {
		return nil
	}
	if !op.cover(tables) {
		return []PermissionSet{{Routes: op.allRoutes(), Guessed: true, Unread: true, At: op.Permissions[0].At}}
	}
	var out []PermissionSet
	for i := range tables {
		for k := range tables[i].sets {
			out = append(out, tables[i].sets[k].PermissionSet)
		}
	}
	return mergeEqual(op, out)
}

// HasPermissionContexts reports whether the page has several tables of permissions,
// or a text or label that distinguishes them. Without, all permissions apply to all
// routes.
func (op *Operation) HasPermissionContexts() bool {
	return slices.ContainsFunc(op.Permissions, func(p Permission) bool {
		return p.Table != op.Permissions[0].Table || p.Parent || p.Case != "" || len(p.Subjects) > 0
	})
}

func (op *Operation) allRoutes() []int {
	all := make([]int, len(op.Routes))
	for r := range all {
		all[r] = r
	}
	return all
}

// maxCoverage limits the number of sets times the number of routes. Real pages
// have 500.
const maxCoverage = 1 << 16

// cover sets the routes of the sets of tables. It returns false, and sets none,
// if there are too many.
func (op *Operation) cover(tables []permissionTable) bool {
	sets := 0
	for i := range tables {
		sets += len(tables[i].sets)
	}
	switch {
	case sets == 1 && len(tables[0].subjects) == 0:
		tables[0].sets[0].Routes = op.allRoutes()
		return true
	case sets*len(op.Routes) > maxCoverage:
		return false
	}
	c := coverage{routes: make([]subjectRoute, len(op.Routes))}
	for i := range op.Routes {
		c.routes[i] = newSubjectRoute(&op.Routes[i])
	}
	c.cover(tables)
	return true
}

// permissionRoutes returns for each of op.Permissions the indexes of its routes. On
// hostile pages, these are all routes.
func (op *Operation) permissionRoutes() [][]int {
	out, all := make([][]int, len(op.Permissions)), op.allRoutes()
	for i := range out {
		out[i] = all
	}
	if !op.HasPermissionContexts() || len(out)*len(all) > 16*maxCoverage {
		return out
	}
	tables := op.permissionTables()
	if !op.cover(tables) {
		return out
	}
	routes := map[*Permission][]int{}
	for i := range tables {
		t := &tables[i]
		for _, s := range t.sets {
			for _, p := range s.rows {
				routes[p] = s.Routes
			}
		}
		base := t.routes()
		for _, p := range t.base {
			routes[p] = base
		}
	}
	for i := range out {
		if of, known := routes[&op.Permissions[i]]; known {
			out[i] = of
		}
	}
	return out
}

// routes returns the routes of all sets.
func (t *permissionTable) routes() []int {
	var all []int
	for _, s := range t.sets {
		all = append(all, s.Routes...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// permissionTable is a table of permissions with the sets of its rows.
type permissionTable struct {
	index    int
	subjects []Subject // about the whole table
	sets     []labelledSet
	byLabel  map[string]int // indexes in sets
	base     []*Permission  // rows without a label
	covered
}

// covered are the routes that a table or a set applies to.
type covered struct {
	covers  []bool // by route
	certain bool   // the page says so; otherwise all routes are covered
	guessed bool   // routes are covered because no certain table or set covers them
}

// labelledSet is the rows of a table that have one label.
type labelledSet struct {
	PermissionSet
	subjects []Subject
	rows     []*Permission
	covered
	last []int // by route, the segment that a Nearest subject names; nil for others
}

// permissionTables groups the permissions by table and label.
func (op *Operation) permissionTables() []permissionTable {
	var tables []permissionTable
	for i := range op.Permissions {
		p := &op.Permissions[i]
		if p.Open {
			continue
		}
		n := len(tables) - 1
		if n < 0 || tables[n].index != p.Table {
			tables = append(tables, permissionTable{index: p.Table})
			n++
		}
		tables[n].add(p)
	}
	for i := range tables {
		tables[i].complete()
	}
	return tables
}

func (t *permissionTable) add(p *Permission) {
	var own []Subject
	t.subjects = nil
	for _, s := range p.Subjects {
		if s.Row {
			own = append(own, s)
		} else {
			t.subjects = append(t.subjects, s)
		}
	}
	if p.Parent {
		return
	}
	label := p.Context
	if p.Case != "" {
		label = JoinContexts(label, p.Case)
	}
	if len(own) == 0 && p.Case == "" {
		t.base = append(t.base, p)
		return
	}
	if i, ok := t.byLabel[label]; ok {
		t.sets[i].rows = append(t.sets[i].rows, p)
		return
	}
	if t.byLabel == nil {
		t.byLabel = map[string]int{}
	}
	t.byLabel[label] = len(t.sets)
	t.sets = append(t.sets, labelledSet{PermissionSet: PermissionSet{Context: label, Table: p.Table, At: p.At}, subjects: own, rows: []*Permission{p}})
}

// JoinContexts returns the context of a label within another context.
func JoinContexts(a, b string) string {
	if a == "" {
		return b
	}
	return a + ": " + b
}

// complete makes the alternatives of the sets. Rows without a label belong to
// every set of their table.
func (t *permissionTable) complete() {
	if len(t.sets) == 0 {
		t.sets = []labelledSet{{}}
		if len(t.base) > 0 {
			t.sets[0].PermissionSet = PermissionSet{Context: t.base[0].Context, Table: t.index, At: t.base[0].At}
		}
	}
	base := demand{}
	base.add(t.base)
	for i := range t.sets {
		s := &t.sets[i]
		own := base
		own.add(s.rows)
		s.anyOf, s.Unread = own.anyOf, own.unread
	}
}

// demand is what several rows demand together.
type demand struct {
	anyOf  [Application + 1][][]string
	rows   [Application + 1]int
	unread bool
}

// maxRows limits the rows of one kind that are combined. More grant nothing.
const maxRows = 64

func (d *demand) add(rows []*Permission) {
	for _, p := range rows {
		d.unread = d.unread || p.Unread
		d.rows[p.Kind]++
		switch {
		case d.rows[p.Kind] == 1:
			d.anyOf[p.Kind] = distinct(p.AnyOf)
		case d.rows[p.Kind] > maxRows:
			d.anyOf[p.Kind] = nil
		default:
			if !slices.EqualFunc(d.anyOf[p.Kind], p.AnyOf, slices.Equal) {
				d.anyOf[p.Kind] = distinct(Both(d.anyOf[p.Kind], p.AnyOf))
			}
		}
	}
}

// MaxAlternatives limits the alternatives of a permission: "one of A, B with one of
// C, D" has four. Permissions with more grant nothing.
const MaxAlternatives = 256

// Both returns the alternatives that satisfy a and b: each of a together with each
// of b. It returns nil when there are more than MaxAlternatives.
func Both(a, b [][]string) [][]string {
	if len(a)*len(b) > MaxAlternatives {
		return nil
	}
	var out [][]string
	for _, x := range a {
		for _, y := range b {
			group := slices.Clone(x)
			for _, name := range y {
				if !slices.Contains(group, name) {
					group = append(group, name)
				}
			}
			out = append(out, group)
		}
	}
	return out
}

func distinct(groups [][]string) [][]string {
	var out [][]string
	for _, g := range groups {
		if !slices.ContainsFunc(out, func(o []string) bool { return slices.Equal(o, g) }) {
			out = append(out, g)
		}
	}
	return out
}

// coverage finds the routes of sets.
type coverage struct {
	routes []subjectRoute
}

func (c *coverage) cover(tables []permissionTable) {
	for i := range tables {
		tables[i].covered = c.of(tables[i].subjects)
	}
	for r := range c.routes {
		if !slices.ContainsFunc(tables, func(t permissionTable) bool { return t.certain && t.covers[r] }) {
			for i := range tables {
				tables[i].covers[r], tables[i].guessed = true, true
			}
		}
	}
	for i := range tables {
		c.coverSets(&tables[i], len(tables) > 1)
	}
}

// coverSets finds the routes of the sets of a table among those of the table.
// several is set when there are other tables.
func (c *coverage) coverSets(t *permissionTable, several bool) {
	for i := range t.sets {
		s := &t.sets[i]
		s.covered = c.of(s.subjects)
		s.last = c.nearestSegments(s)
	}
	for r := range c.routes {
		t.keepNearest(r)
		if !slices.ContainsFunc(t.sets, func(s labelledSet) bool { return s.certain && s.covers[r] }) {
			for i := range t.sets {
				s := &t.sets[i]
				s.covers[r], s.guessed = true, s.guessed || t.covers[r]
			}
		}
	}
	for i := range t.sets {
		s := &t.sets[i]
		for r := range c.routes {
			if t.covers[r] && s.covers[r] {
				s.Routes = append(s.Routes, r)
			}
		}
		certain := s.certain && !s.guessed || len(t.sets) == 1
		s.Guessed = !(certain && (t.certain && !t.guessed || !several)) && len(s.Routes) > 0
	}
}

// of returns the routes that all subjects allow. Subjects that are not understood
// are left out. Subjects that contradict each other allow all routes.
func (c *coverage) of(subjects []Subject) covered {
	all := covered{covers: make([]bool, len(c.routes))}
	for r := range all.covers {
		all.covers[r] = true
	}
	out := covered{covers: slices.Clone(all.covers)}
	used := 0
	for i := range subjects {
		s := &subjects[i]
		if !s.understood(c.routes) {
			continue
		}
		used++
		for r := range out.covers {
			if out.covers[r] {
				_, out.covers[r] = s.matches(&c.routes[r])
			}
		}
	}
	if used > 1 && !slices.Contains(out.covers, true) {
		return all
	}
	out.certain = used > 0
	return out
}

// nearestSegments returns for each route the last segment that the set's label
// names, nil when the label is not the name of a resource in a route.
func (c *coverage) nearestSegments(s *labelledSet) []int {
	if len(s.subjects) != 1 || !s.subjects[0].Nearest || !s.subjects[0].understood(c.routes) {
		return nil
	}
	last := make([]int, len(c.routes))
	for r := range last {
		last[r], _ = s.subjects[0].matches(&c.routes[r])
	}
	return last
}

// keepNearest removes a route from the sets of other resources than the last in
// its path: in /groups/{id}/events/{id}, that is the event. The label with more
// words is preferred: "group event". Labels that name no resource of a path do not
// apply to a route with a resource that another label names.
func (t *permissionTable) keepNearest(r int) {
	rank := func(s *labelledSet) int {
		if s.last == nil || !s.covers[r] {
			return -1
		}
		return s.last[r]<<8 + min(len(s.subjects[0].AnyOf[0]), 255)
	}
	best := -1
	for i := range t.sets {
		best = max(best, rank(&t.sets[i]))
	}
	for i := range t.sets {
		s := &t.sets[i]
		unmatched := s.last == nil && len(s.subjects) == 1 && s.subjects[0].Nearest
		if n := rank(s); best >= 0 && (unmatched || n >= 0 && n < best) {
			s.covers[r] = false
		}
	}
}

// mergeEqual returns one set when all demand the same, so that the context does
// not matter.
func mergeEqual(op *Operation, sets []PermissionSet) []PermissionSet {
	if len(sets) == 0 {
		return nil
	}
	for i := range sets[1:] {
		if !equalSets(&sets[0], &sets[i+1]) {
			return sets
		}
	}
	one := sets[0]
	one.Guessed, one.Routes = false, op.allRoutes()
	if len(sets) > 1 {
		one.Context = ""
	}
	return []PermissionSet{one}
}

func equalSets(a, b *PermissionSet) bool {
	for kind := range a.anyOf {
		if !slices.EqualFunc(a.anyOf[kind], b.anyOf[kind], slices.Equal) {
			return false
		}
	}
	return true
}
