package rules

import (
	"github.com/mdwire/mdwire/diag"
	"github.com/mdwire/mdwire/lint"
)

// The parser reports it.
var tableColumnCount = &lint.Rule{
	Code:     diag.TableColumnCount,
	Severity: diag.Warning,
	Manual: `
A table row with more or fewer cells than its header.

What stands beyond the header's last column is not shown at all. Most often a
pipe within a cell is not escaped: write ''\|'', also inside code.
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
