package parser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/mdwire/mdwire/ir"
)

// permissionPage returns a page with the text of its Permissions section. T1, T2
// and T3 at the beginning of a line are tables with one permission.
func permissionPage(section string, routes ...string) string {
	for i := 1; i <= 3; i++ {
		table := fmt.Sprintf("\n|Permission type|Permissions|\n|:--|:--|\n|Delegated (work or school account)|T%d.Read|\n|Application|T%d.Read|\n", i, i)
		section = strings.ReplaceAll(section, fmt.Sprintf("\nT%d\n", i), "\n"+table)
	}
	return "# Get book\n## Permissions\n" + section + "\n## HTTP request\n```http\n" + strings.Join(routes, "\n") + "\n```\n"
}

// demands prints the permissions that each route demands of work accounts.
func demands(op *ir.Operation) []string {
	var out []string
	sets := op.PermissionSets()
	for r, route := range op.Routes {
		text := route.Method + " " + route.Path.String() + ":"
		for _, s := range sets {
			for _, on := range s.Routes {
				if on == r {
					var groups []string
					for _, g := range s.AnyOf(ir.DelegatedWork) {
						groups = append(groups, strings.Join(g, "+"))
					}
					text += " [" + strings.Join(groups, "|") + "]"
				}
			}
		}
		out = append(out, text)
	}
	return out
}

func TestPermissionContexts(t *testing.T) {
	unknown := "permission-context-unknown"
	for _, tt := range []struct {
		name, page string
		want       []string
		unknown    int
	}{
		{
			"self and others", permissionPage("### Permissions acting on self\nT1\n### Permissions acting on others\nT2\n", "GET /me/books", "GET /users/{id}/books"),
			[]string{"GET /me/books: [T1.Read]", "GET /users/{id}/books: [T2.Read]"},
			0,
		},
		{
			"self and others on a page of other users",
			permissionPage("### Permissions acting on self\nT1\n### Permissions acting on other users\nT2\n", "GET /users/{id}/books"),
			[]string{"GET /users/{id}/books: [T2.Read]"},
			0,
		},
		{
			"self and others with a route of neither",
			permissionPage("### For the signed-in user\nT1\n### For another user\nT2\n", "GET /me/books", "GET /groups/{id}/books"),
			[]string{"GET /me/books: [T1.Read]", "GET /groups/{id}/books: [T1.Read] [T2.Read]"},
			2,
		},
		{
			"paragraphs", permissionPage("Permissions to read a **book** of a user:\nT1\n\nPermissions to read a **book** of a group:\nT2\n", "GET /me/books", "GET /users/{id}/books", "GET /groups/{id}/books"),
			[]string{"GET /me/books: [T1.Read]", "GET /users/{id}/books: [T1.Read]", "GET /groups/{id}/books: [T2.Read]"},
			0,
		},
		{
			"the signed-in user and a user", permissionPage("Needed for the signed-in user's books:\nT1\n\nNeeded for a user's books:\nT2\n", "GET /me/books", "GET /users/{id}/books"),
			[]string{"GET /me/books: [T1.Read]", "GET /users/{id}/books: [T2.Read]"},
			0,
		},
		{
			"requestUrls", permissionPage("<!-- { \"blockType\": \"permissions\", \"requestUrls\": [\"GET /Shelves/{shelf-id}/books\"] } -->\nT1\n\n<!-- { \"blockType\": \"permissions\", \"requestUrls\": [\"GET /rooms/{id}/books\"] } -->\nT2\n", "GET /shelves/{id}/books", "GET /rooms/{roomId}/books"),
			[]string{"GET /shelves/{id}/books: [T1.Read]", "GET /rooms/{roomId}/books: [T2.Read]"},
			0,
		},
		{
			"requestUrls by method", permissionPage("<!-- { \"blockType\": \"permissions\", \"requestUrls\": [\"GET /books/{id}\"] } -->\nT1\n\n<!-- { \"blockType\": \"permissions\", \"requestUrls\": [\"DELETE /books/{id}\"] } -->\nT2\n", "GET /books/{id}", "DELETE /books/{id}"),
			[]string{"GET /books/{id}: [T1.Read]", "DELETE /books/{id}: [T2.Read]"},
			0,
		},
		{
			"a route that no requestUrls name", permissionPage("<!-- { \"blockType\": \"permissions\", \"requestUrls\": [\"GET /shelves/{id}/books\"] } -->\nT1\n\n<!-- { \"blockType\": \"permissions\", \"requestUrls\": [\"GET /rooms/{id}/books\"] } -->\nT2\n", "GET /shelves/{id}/books", "GET /carts/{id}/books"),
			[]string{"GET /shelves/{id}/books: [T1.Read] [T2.Read]", "GET /carts/{id}/books: [T1.Read] [T2.Read]"},
			2,
		},
		{
			"requestUrls against the paragraph", permissionPage("Permissions for a group:\n<!-- { \"blockType\": \"permissions\", \"requestUrls\": [\"GET /users/{id}/books\"] } -->\nT1\n\nPermissions for a user:\n<!-- { \"blockType\": \"permissions\", \"requestUrls\": [\"GET /users/{id}/books\"] } -->\nT2\n", "GET /groups/{id}/books", "GET /users/{id}/books"),
			[]string{"GET /groups/{id}/books: [T1.Read] [T2.Read]", "GET /users/{id}/books: [T1.Read] [T2.Read]"},
			2,
		},
		{
			"fences above the tables", permissionPage("```http\nGET /shelves/{id}/books\n```\nT1\n\n```http\nGET /rooms/{id}/books\n```\nT2\n", "GET /shelves/{id}/books", "GET /rooms/{id}/books"),
			[]string{"GET /shelves/{id}/books: [T1.Read]", "GET /rooms/{id}/books: [T2.Read]"},
			0,
		},
		{
			"headings that no route has", permissionPage("### By day\nT1\n### By night\nT2\n", "GET /books/{id}"),
			[]string{"GET /books/{id}: [T1.Read] [T2.Read]"},
			2,
		},
		{
			"an exception", permissionPage("### For all shelves except those in rooms\nT1\n### For rooms\nT2\n", "GET /shelves/{id}", "GET /rooms/{id}"),
			[]string{"GET /shelves/{id}: [T1.Read] [T2.Read]", "GET /rooms/{id}: [T1.Read] [T2.Read]"},
			2,
		},
		{
			"a union", permissionPage("### For users and groups\nT1\n### For devices\nT2\n", "GET /users/{id}/books", "GET /groups/{id}/books", "GET /devices/{id}/books"),
			[]string{"GET /users/{id}/books: [T1.Read]", "GET /groups/{id}/books: [T1.Read]", "GET /devices/{id}/books: [T2.Read]"},
			0,
		},
		{
			"words that are not understood", permissionPage("### For the books of a user as a guest\nT1\n### For the books of a group\nT2\n", "GET /users/{id}/books", "GET /groups/{id}/books"),
			[]string{"GET /users/{id}/books: [T1.Read] [T2.Read]", "GET /groups/{id}/books: [T1.Read] [T2.Read]"},
			2,
		},
		{
			"one table with a heading", permissionPage("### For users\nT1\n", "GET /users/{id}/books", "GET /groups/{id}/books"),
			[]string{"GET /users/{id}/books: [T1.Read]", "GET /groups/{id}/books: [T1.Read]"},
			0,
		},
		{
			"equal tables", permissionPage("### By day\nT1\n### By night\nT1\n", "GET /books/{id}"), []string{"GET /books/{id}: [T1.Read]"}, 0,
		},
		{
			"columns", "# Get book\n## Permissions\n|Permission type|Permissions acting on self|Permissions acting on others|\n|:--|:--|:--|\n|Delegated (work or school account)|Own.Read|All.Read|\n|Application|Not supported.|All.Read|\n## HTTP request\n```http\nGET /me/books\nGET /users/{id}/books\n```\n",
			[]string{"GET /me/books: [Own.Read]", "GET /users/{id}/books: [All.Read]"},
			0,
		},
		{
			"rows of resources", "# Get book\n## Permissions\n|Supported resource|Delegated (work or school account)|Application|\n|:--|:--|:--|\n|group|Group.Read|Group.Read|\n|group event|Event.Read|Event.Read|\n|spaceship|Ship.Read|Ship.Read|\n## HTTP request\n```http\nGET /groups/{id}/notes\nGET /groups/{id}/events/{id}/notes\nGET /rooms/{id}/notes\n```\n",
			[]string{"GET /groups/{id}/notes: [Group.Read]", "GET /groups/{id}/events/{id}/notes: [Event.Read]", "GET /rooms/{id}/notes: [Group.Read] [Event.Read] [Ship.Read]"},
			1,
		},
		{
			"workflow rows", "# Get book\n## Permissions\n|Permission type|Permissions|\n|:--|:--|\n|Delegated (work or school account)||\n|&nbsp; **Lending**|Shelf.Read|\n|&nbsp; **Reading**|Room.Read|\n|Application|Not supported.|\n## HTTP request\n```http\nGET /books/{id}\n```\n",
			[]string{"GET /books/{id}: [Shelf.Read] [Room.Read]"},
			1,
		},
		{
			"lists in a cell", "# Get book\n## Permissions\n|Permission type|Permissions|\n|:--|:--|\n|Delegated (work or school account)|For user resource:<br/>User.Read, User.Write<br/><br/>For shelf resource:<br/>Shelf.Read|\n|Application|App.Read|\n## HTTP request\n```http\nGET /users/{id}/books\nGET /shelves/{id}/books\n```\n",
			[]string{"GET /users/{id}/books: [User.Read|User.Write]", "GET /shelves/{id}/books: [Shelf.Read]"},
			0,
		},
		{
			"a footnote", "# Get book\n## Permissions\n|Permission type|Least privileged permissions|Higher privileged permissions|\n|:--|:--|:--|\n|Delegated (work or school account)|A.Read, B.Read\\*|C.Read, D.Read|\n\n\\* You need all of these permissions.\n## HTTP request\n```http\nGET /books\n```\n",
			[]string{"GET /books: [A.Read+B.Read|C.Read|D.Read]"},
			0,
		},
		{
			"a sentence", "# Get book\n## Permissions\nAll of the following permissions are required:\n\n|Permission type|Permissions|\n|:--|:--|\n|Delegated (work or school account)|A.Read, B.Read|\n## HTTP request\n```http\nGET /books\n```\n",
			[]string{"GET /books: [A.Read+B.Read]"},
			0,
		},
		{
			"a sentence above sub-sections", permissionPage("You need all of the following permissions.\n### Permissions acting on self\n|Permission type|Permissions|\n|:--|:--|\n|Delegated (work or school account)|A.Read, B.Read|\n### Permissions acting on others\nT2\n", "GET /me/books", "GET /users/{id}/books"),
			[]string{"GET /me/books: [A.Read+B.Read]", "GET /users/{id}/books: [T2.Read]"},
			0,
		},
		{
			"a list item", "# Get book\n## Permissions\n- You need both of these permissions.\n\n|Permission type|Permissions|\n|:--|:--|\n|Delegated (work or school account)|A.Read, B.Read|\n## HTTP request\n```http\nGET /books\n```\n",
			[]string{"GET /books: [A.Read+B.Read]"},
			0,
		},
		{
			"a sentence that denies it", "# Get book\n## Permissions\nYou do not need all of these permissions.\n\n|Permission type|Permissions|\n|:--|:--|\n|Delegated (work or school account)|A.Read, B.Read|\n## HTTP request\n```http\nGET /books\n```\n",
			[]string{"GET /books: [A.Read|B.Read]"},
			0,
		},
		{
			"a footnote with names", "# Get book\n## Permissions\n|Permission type|Permissions|\n|:--|:--|\n|Delegated (work or school account)|A.Read\\*|\n\n\\* Apps in rooms need Room.Read too.\n## HTTP request\n```http\nGET /books\n```\n",
			[]string{"GET /books: []"},
			0,
		},
		{
			"a footnote that repeats the names", "# Get book\n## Permissions\n|Permission type|Permissions|\n|:--|:--|\n|Delegated (work or school account)|A.Read, B.Read\\*|\n\n\\* To read books, you need both A.Read and B.Read permissions.\n## HTTP request\n```http\nGET /books\n```\n",
			[]string{"GET /books: [A.Read+B.Read]"},
			0,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			op, res := operation(t, tt.page)
			if d := cmp.Diff(tt.want, demands(op)); d != "" {
				t.Errorf("(-want +got):\n%s", d)
			}
			n := 0
			for _, d := range res.Diagnostics {
				if string(d.Code) == unknown {
					n++
				}
			}
			if n != tt.unknown {
				t.Errorf("%d findings %s, want %d", n, unknown, tt.unknown)
			}
		})
	}
}
