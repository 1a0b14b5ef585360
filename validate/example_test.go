package validate_test

import (
	"fmt"

	"github.com/mdwire/mdwire/ir"
	"github.com/mdwire/mdwire/validate"
)

func Example() {
	spec := &ir.Spec{Resources: []ir.Resource{{
		Page: ir.Page{Version: "v1.0"},
		Name: "microsoft.graph.user",
		Properties: []ir.Property{
			{Name: "displayName", Type: ir.TypeRef{Name: "Edm.String"}},
			{Name: "hireDate", Type: ir.TypeRef{Name: "Edm.Date"}},
			{Name: "manager", Type: ir.TypeRef{Name: "microsoft.graph.user"}},
		},
	}}}
	types := validate.New(ir.NewIndex(spec))

	text, err := validate.Parse(`{"displayname": "Bo", "manager": {"hireDate": "today", "shoeSize": 42}}`)
	if err != nil {
		fmt.Println(err)
		return
	}
	result := types.Check(text, "v1.0", ir.TypeRef{Name: "microsoft.graph.user"}, validate.Options{})
	for _, m := range result.Mismatches {
		fmt.Printf("%s: %s [%s]\n", m.Path, m.Message, m.Code)
	}
	// Output:
	// displayname: "displayname" is documented as "displayName" [example-property-case]
	// manager.hireDate: "manager.hireDate" is "today" where a date such as 2021-03-01 is documented [example-value-format]
	// manager.shoeSize: "manager.shoeSize" is not a documented property of microsoft.graph.user [example-property-undocumented]
}
