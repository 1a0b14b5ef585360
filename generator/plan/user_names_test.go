package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/generator/plan"
)

func TestUserNames(t *testing.T) {
	out := newPlanNaming(map[string]string{
		"user-list":            "User.Get", // the name of user-get without the user's choice
		"microsoft.graph.mail": "Letter",
		"microsoft.graph.user": "Letter",
	},
		resource("microsoft.graph.user", ""), resource("microsoft.graph.mail", ""),
		operation("user-get", "Get user", "GET /users/{id}"),
		operation("user-list", "List users", "GET /users"),
		operation("mail-get", "Get mail", "GET /mail"),
	)
	if d := cmp.Diff([]string{"Mail.Get()", "User.Get()", "User.GetCall() AtUsers(userID)"}, methods(out)); d != "" {
		t.Error(d)
	}
	var got []string
	for _, d := range out.Diagnostics {
		if !d.Code.IsAssumption() {
			got = append(got, d.Message)
		}
	}
	want := []string{
		`type "microsoft.graph.user" cannot have the configured name Letter: the name is already taken`,
		"User.Get is named GetCall: Get is already taken",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestCheckName(t *testing.T) {
	for name, ok := range map[string]bool{
		"Mail": true, "Message.Move": true, "message.Move": false, "Message.move": false, "Message.": false,
		"": false, "A.B.C": false, "A b": false, "Ä": false, "func": false,
	} {
		if err := plan.CheckName(name); (err == nil) != ok {
			t.Errorf("%q: %v", name, err)
		}
	}
}
