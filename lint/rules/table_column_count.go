package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// Reported by the parser.
var tableColumnCount = &lint.Rule{
	Code:     diag.TableColumnCount,
	Severity: diag.Warning,
	Manual: `
A table row does not have as many cells as the header.

Cells after the header's last column are not shown. In most cases a pipe within
a cell is not escaped: write ''\|'', also inside code. Add missing cells.
`,
	Bad: `
# Types

|Name|Type|
|:---|:---|
|state|String: on|«off»|
«|mode|»

|Name|Type|
«|:---|:---|:---|»
|id|String|
`,
	Good: `
# Types

|Name|Type|
|:---|:---|
|state|String: on\|off|
|mode||
`,
}
