package plan

// openBodies lets the types of request bodies take further properties where an
// example sends some that the page's tables lack: what a page shows being sent,
// a caller must be able to send.
func openBodies(pkg *Package) {
	fit := NewFit(pkg, true)
	open := func(t *Type) { t.Open, t.Keeps = true, true }
	for _, s := range pkg.Services {
		for _, m := range s.Methods {
			if m.Body.Kind != JSONBody {
				continue
			}
			bodies, _ := requestBodies(m.Op)
			for _, body := range bodies {
				fit.fit(func(c *fitting) *Misfit {
					c.unknown = open
					return c.value("", body, m.Body.Type)
				})
			}
		}
	}
}
