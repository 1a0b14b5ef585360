package lint

import "github.com/mdwire/mdwire/diag"

// The rules of this file are reported by the generator alone, for they depend
// on what it can make of a page. "mdwire lint" does not apply them.

var operationNotGenerated = &Rule{
	Code:     diag.OperationNotGenerated,
	Severity: diag.Error,
	Manual: `
A page of a call from which no code is made.

The message says what is missing. Every page that was asked for ends as an
operation or with this finding.
`,
}

var nameCollision = &Rule{
	Code:     diag.NameCollision,
	Severity: diag.Info,
	Manual: `
Two things on the pages that would get the same name in Go.

The message says which names they were given. Names stay as they are as long as
the pages do.
`,
}

var nameUnused = &Rule{
	Code:     diag.NameUnused,
	Severity: diag.Warning,
	Manual: `
A name that the configuration gives to something no page documents.

Most often the page was renamed or the key is a slip. The message names the key
that is near.
`,
}
