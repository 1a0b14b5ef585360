package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/generator/gocode"
	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/parallel"
)

// Options say what to plan and which names are not free.
type Options struct {
	Name       string // of the client package
	ImportPath string
	Version    string
	// Selected tells which operations to generate; nil selects all.
	Selected func(*ir.Operation) bool
	// Reserved are the names that the support code declares in the client
	// package, methods of Client as "Client.Name".
	Reserved []string
	// Names are those that the user chose: for a page's file name, such as
	// "message-move", a service and method ("Message.Transfer"); for a type, such
	// as "microsoft.graph.message", a Go name. See CheckName.
	Names map[string]string
	// Elsewhere are those that it declares in the packages that import the client.
	Elsewhere []string
}

// New plans the packages of one version of a spec.
func New(spec *ir.Spec, opts Options) Outcome {
	p := &planner{opts: opts, names: newNames(opts.Reserved), keys: map[string]bool{}, files: map[string]bool{}, services: map[string]*Service{}}
	p.types = newTypes(spec, opts.Version, p.names, &p.diags)
	p.types.pinTypes(opts.Names)
	var ops []namedOp
	var known *addresses
	parallel.Do(
		func() { ops = p.nameAll(selected(spec, opts, &p.skipped, &p.diags)) },
		func() { known = newAddresses(spec, opts.Version) },
	)
	pinnedFirst(ops, opts)
	drafts := make([][]draft, len(ops))
	parallel.ForEach(len(ops), func(i int) { drafts[i] = p.drafts(ops[i], known) })
	for _, list := range drafts {
		for i := range list {
			p.addMethod(&list[i])
		}
	}
	pkg := &Package{Name: opts.Name, alias: alias(opts), ImportPath: opts.ImportPath, Version: opts.Version}
	pkg.Types = p.types.finish()
	for _, s := range p.services {
		slices.SortFunc(s.Methods, func(a, b *Method) int { return cmp.Compare(a.Name, b.Name) })
		pkg.Services = append(pkg.Services, s)
	}
	slices.SortFunc(pkg.Services, func(a, b *Service) int { return cmp.Compare(a.Name, b.Name) })
	openBodies(pkg)
	p.findOwners(pkg)
	return Outcome{Package: pkg, Operations: len(ops), Diagnostics: p.diags, Skipped: p.skipped}
}

type planner struct {
	opts     Options
	names    *names
	keys     map[string]bool // of methods: not declared themselves in the client package
	files    map[string]bool // of services
	types    *types
	services map[string]*Service
	diags    []diag.Diagnostic
	skipped  []string
}

// selected returns the operations to plan; those without a usable route are
// reported and left out.
func selected(spec *ir.Spec, opts Options, skipped *[]string, diags *[]diag.Diagnostic) []*ir.Operation {
	var ops []*ir.Operation
	for i := range spec.Operations {
		op := &spec.Operations[i]
		if op.Version != opts.Version || opts.Selected != nil && !opts.Selected(op) {
			continue
		}
		if op = usable(op); len(op.Routes) == 0 {
			*skipped = append(*skipped, op.File)
			*diags = append(*diags, diag.Diagnostic{
				Code: diag.OperationNotGenerated, Severity: diag.Error, At: op.At,
				Message: fmt.Sprintf("%q has no HTTP request line that can be used; no code is generated for the page", op.Title),
			})
			continue
		}
		ops = append(ops, op)
	}
	return ops
}

// usable leaves out the routes that cannot be called, since they leave segments
// to the reader's imagination, as in "/childFolders/{id}/.../messages".
func usable(op *ir.Operation) *ir.Operation {
	if !slices.ContainsFunc(op.Routes, abbreviated) {
		return op
	}
	own := *op
	own.Routes = slices.DeleteFunc(slices.Clone(op.Routes), abbreviated)
	return &own
}

func abbreviated(r ir.Route) bool {
	return slices.ContainsFunc(r.Path.Segments, func(s ir.Segment) bool { return s.Kind() == ir.EllipsisSegment })
}

// namedOp is an operation with its Go names.
type namedOp struct {
	op              *ir.Operation
	service, method string
}

// nameAll names the operations. Those that come out alike get the further
// words of their file names, all of them, so that no page depends on which
// was read first.
func (p *planner) nameAll(ops []*ir.Operation) []namedOp {
	named := make([]namedOp, len(ops))
	twins := map[string][]int{}
	more := make([]string, len(ops))
	parallel.ForEach(len(ops), func(i int) {
		n := nameOperation(ops[i], p.types.spell)
		named[i] = namedOp{ops[i], exported(n.service), exported(n.method)}
		more[i] = n.more
	})
	spellAlike(named)
	keys := make([]string, len(named))
	for i := range named {
		if service, method, ok := p.opts.pinned(named[i].op.Name); ok {
			named[i].service, named[i].method = service, method
			continue
		}
		keys[i] = named[i].service + "." + named[i].method
		twins[keys[i]] = append(twins[keys[i]], i)
	}
	for i := range named {
		if same := twins[keys[i]]; len(same) > 1 && same[0] == i {
			p.partTwins(named, more, same)
		}
	}
	return named
}

// spellAlike gives a resource one spelling: pages that never write its name
// leave it in the lower case of the file name.
func spellAlike(named []namedOp) {
	best := map[string]string{}
	for _, n := range named {
		key := strings.ToLower(n.service)
		if old, ok := best[key]; !ok || capitals(n.service) > capitals(old) || capitals(n.service) == capitals(old) && n.service < old {
			best[key] = n.service
		}
	}
	for i := range named {
		named[i].service = best[strings.ToLower(named[i].service)]
	}
}

func capitals(s string) int {
	n := 0
	for _, r := range s {
		if r >= 'A' && r <= 'Z' {
			n++
		}
	}
	return n
}

func (p *planner) partTwins(named []namedOp, more []string, same []int) {
	distinct := map[string]bool{}
	for _, i := range same {
		distinct[more[i]] = true
	}
	for _, i := range same {
		old := named[i].method
		word := more[i]
		if len(distinct) < len(same) {
			word = named[i].op.Name
		}
		named[i].method += suffix(word)
		p.types.report(diag.NameCollision, diag.Info, named[i].op.At, fmt.Sprintf(
			"%d pages would all be %s.%s; this one is %s", len(same), named[i].service, old, named[i].method))
	}
}

// suffix is the word that a part of an operation adds to its name.
func suffix(word string) string {
	if word == "" {
		return ""
	}
	return exported(word)
}

func (p *planner) service(name string) *Service {
	if s := p.services[name]; s != nil {
		return s
	}
	own := name
	for slices.Contains(knownMethods, own) || p.names.taken["Client."+own] || p.names.taken[serviceType(own)] || p.files[strings.ToLower(own)] {
		own += "Resource"
	}
	p.names.taken[serviceType(own)], p.files[strings.ToLower(own)] = true, true
	s := &Service{Name: own, File: strings.ToLower(own)}
	p.services[name] = s
	return s
}

func (p *planner) addMethod(n *draft) {
	s := p.service(n.service)
	m := n.plan
	m.Name, m.Service = n.method, s
	for mark := "Call"; slices.Contains(knownMethods, m.Name) || !p.free(s.Name+m.Name); mark = "X" {
		m.Name += mark
	}
	if m.Name != n.method {
		p.types.report(diag.NameCollision, diag.Info, n.op.At, fmt.Sprintf("%s.%s is named %s: %s is taken", s.Name, n.method, m.Name, n.method))
	}
	m.Key = s.Name + m.Name
	p.keys[m.Key], p.names.taken[m.Descriptor()], p.names.taken[m.RouteType()] = true, true, true
	nameConstructors(m.Key, m.Routes, n.labels)
	for i := range m.Routes {
		if c := &m.Routes[i].Constructor; *c != "" {
			*c, _ = p.names.claim(*c, *c+"Path")
		}
	}
	m.Result = p.types.planResult(n)
	m.Body = p.types.planBody(m, n)
	s.Methods = append(s.Methods, m)
}

// knownMethods are names that the standard library gives a meaning and a
// signature to; vet refuses methods that have the one without the other.
var knownMethods = strings.Fields(`String GoString Error MarshalJSON UnmarshalJSON MarshalText UnmarshalText MarshalXML UnmarshalXML
	MarshalBinary UnmarshalBinary GobEncode GobDecode ReadByte ReadRune UnreadByte UnreadRune WriteByte`)

// free reports whether a method can have the key, and what is named after it.
func (p *planner) free(key string) bool {
	return !p.keys[key] && !p.names.taken[descriptor(key)] && !p.names.taken[routeType(key)]
}

// bodyVariables are the names that generated functions and their imports use.
var bodyVariables = strings.Fields("ctx s r t x h in index out err opts body route line got client context json time iter io http testing server")

// hides reports whether a local variable of that name would hide one that
// generated code uses. What is planned is exported, so that the answer stays.
func (p *planner) hides(name string) bool {
	return p.names.taken[name] || slices.Contains(bodyVariables, name) || name == p.opts.Name || name == "clientpkg"
}

// queryArgs returns the parameters that every route of the operation documents
// in its query string, as in "?startDateTime={start}": the call needs them.
func (p *planner) queryArgs(m *Method) []Arg {
	var args []Arg
	for i, r := range m.Op.Routes {
		var here []Arg
		for pair := range strings.SplitSeq(r.Query, "&") {
			key, value, ok := strings.Cut(pair, "=")
			again := slices.ContainsFunc(here, func(a Arg) bool { return a.Param == key })
			if ok && strings.HasPrefix(value, "{") && gocode.TagSafe(key) && !strings.HasPrefix(key, "$") && !again {
				here = append(here, p.queryArg(key, slices.Concat(m.Fields, here)))
			}
		}
		if i == 0 {
			args = here
			continue
		}
		args = slices.DeleteFunc(args, func(a Arg) bool { return !slices.Contains(here, a) })
	}
	return args
}

func (p *planner) queryArg(key string, others []Arg) Arg {
	a := Arg{Param: key, Key: key, Name: gocode.Unexported(key), Field: exported(key)}
	for p.hides(a.Name) || gocode.Reserved(a.Name) || slices.Contains(inputFields, a.Field) || slices.ContainsFunc(others, a.meets) {
		a.Name, a.Field = a.Name+"Query", a.Field+"Query"
	}
	return a
}
