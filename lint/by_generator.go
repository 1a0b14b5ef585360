package lint

import "github.com/mdwire/mdwire/diag"

// The rules of this file are reported by the generator alone, for they depend
// on what it can make of a page. "mdwire lint" does not apply them.

var operationNotGenerated = &Rule{
	Name:     "operation-not-generated",
	Severity: diag.Error,
	Manual: `
A page of a call from which no code is made.

The message says what is missing. Every page that was asked for ends as an
operation or with this finding.
`,
}

var nameCollision = &Rule{
	Name:     "name-collision",
	Severity: diag.Info,
	Manual: `
Two things on the pages that would get the same name in Go.

The message says which names they were given. Names stay as they are as long as
the pages do.
`,
}

var exampleTypeMismatch = &Rule{
	Name:     "example-type-mismatch",
	Severity: diag.Warning,
	Manual: `
A value in an example that is not of the property's documented type.

An array for a single value, a string for a number: a client that is made from
the table cannot read the example, so no test is made from it.
`,
}

var exampleValueFormat = &Rule{
	Name:     "example-value-format",
	Severity: diag.Warning,
	Manual: `
A value in an example that is no date, GUID or base64 where one is documented.

No test is made from the example.
`,
}

var examplePropertyCase = &Rule{
	Name:     "example-property-case",
	Severity: diag.Warning,
	Manual: `
A property in an example that differs from the documented one by case alone.

JSON names are told apart by case: the client would not send what the example
shows.
`,
}

var requestPropertyUndocumented = &Rule{
	Name:     "request-property-undocumented",
	Severity: diag.Warning,
	Manual: `
A property in a request's body that the page and its type do not document.

The client has no field for it, so no test is made from the example.
`,
}

var responseTypeMissing = &Rule{
	Name:     "response-type-missing",
	Severity: diag.Warning,
	Manual: `
A response with a JSON body of which the page does not say the type.

Neither the example's annotation nor the Response section names one, so the
client returns the body as it is.
`,
}
