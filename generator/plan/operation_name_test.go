package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestNames(t *testing.T) {
	tests := []struct {
		name  string
		pages []any
		want  []string
	}{
		{
			"verb of the file name",
			[]any{operation("message-move", "message: move", "POST /messages/{id}/move")},
			[]string{"Message.Move() AtMessages(messageID)"},
		},
		{
			"spelling of the title",
			[]any{operation("accesspackage-filterbycurrentuser", "accessPackage: filterByCurrentUser", "GET /x")},
			[]string{"AccessPackage.FilterByCurrentUser()"},
		},
		{
			"spelling of the path, in the plural",
			[]any{operation("accesspackage-get", "Get it", "GET /accessPackages/{id}")},
			[]string{"AccessPackage.Get() AtAccessPackages(accessPackageID)"},
		},
		{
			"spelling of a type",
			[]any{with(operation("mailtips-get", "Get", "GET /x"), answers(200, "m.mailTips"))},
			[]string{"MailTips.Get()"},
		},
		{
			"spelling at the end of a type",
			[]any{with(operation("charttitle-update", "Update charttitle", "PATCH /x/title"), answers(200, "m.workbookChartTitle"))},
			[]string{"ChartTitle.Update()"},
		},
		{
			"the types of other pages are ignored",
			[]any{operation("mailtips-get", "Get", "GET /x"), resource("m.mailTips", "")},
			[]string{"Mailtips.Get()"},
		},
		{
			"spelling of a link",
			[]any{with(operation("mailtips-get", "Get", "GET /x"), linksTo("m.mailTips"))},
			[]string{"MailTips.Get()"},
		},
		{
			"one spelling for a resource",
			[]any{operation("mailtips-get", "mailTips: get", "GET /x"), operation("mailtips-list", "List", "GET /y")},
			[]string{"MailTips.Get()", "MailTips.List()"},
		},
		{
			"no spelling known",
			[]any{operation("mailtips-get", "Get", "GET /x")},
			[]string{"Mailtips.Get()"},
		},
		{"post with a verb in the title", []any{
			operation("user-post-events", "Create event", "POST /events"),
			operation("group-post-members", "Add member", "POST /members"),
			operation("room-post-notes", "Do something with notes", "POST /notes"),
		}, []string{"Group.AddMember()", "Room.CreateNote()", "User.CreateEvent()"}},
		{
			"post of the resource itself",
			[]any{operation("event-post-event", "Create event", "POST /events")},
			[]string{"Event.Create()"},
		},
		{
			"the resource alone",
			[]any{operation("user", "user: revoke everything", "POST /a"), operation("room", "Book a room", "POST /b"), operation("desk", "", "POST /c")},
			[]string{"Desk.Call()", "Room.Book()", "User.RevokeEverything()"},
		},
		{
			"intune names",
			[]any{operation("intune-devices-manageddevice-get", "Get managedDevice", "GET /managedDevices/{managedDeviceId}")},
			[]string{"ManagedDevice.Get() AtManagedDevices(managedDeviceID)"},
		},
		{"duplicate intune names", []any{
			operation("intune-devices-term-get", "Get", "GET /a"), operation("intune-apps-term-get", "Get", "GET /b"),
		}, []string{"Term.GetApps()", "Term.GetDevices()"}},
		{
			"a namespace below the common one",
			[]any{with(operation("callrecords-callrecord-get", "Get callRecord", "GET /x"), in("microsoft.graph.callRecords"))},
			[]string{"CallRecord.Get()"},
		},
		{
			"words run together",
			[]any{
				operation("channel-list-messagereplies", "List replies", "GET /channels/{id}/messages/{id}/replies"),
				operation("item-getactivitybyinterval", "Get item activity by interval", "GET /x"),
				operation("item-addformulalocal", "Add item FormulaLocal", "GET /y"),
				operation("item-somethingelse", "Get some", "GET /z"),
			},
			[]string{"Channel.ListMessageReplies() AtChannelsMessages(channelID, messageID)", "Item.AddFormulaLocal()", "Item.GetActivityByInterval()", "Item.Somethingelse()"},
		},
		{
			"a resource named after another",
			[]any{resource("microsoft.graph.syncJob", ""), operation("sync-syncjob-get", "Get syncJob", "GET /x"), operation("sync-syncjob-post", "Create syncJob", "POST /x")},
			[]string{"SyncJob.Create()", "SyncJob.Get()"},
		},
		{
			"the common namespace",
			[]any{with(operation("graph-user-get", "Get", "GET /x"), in("microsoft.graph"))},
			[]string{"Graph.UserGet()"},
		},
		{
			"initialisms",
			[]any{operation("url-gethtml", "url: getHtml", "GET /x/{sku-id}/{userIds}")},
			[]string{"URL.GetHTML() AtX(skuID, userIDs)"},
		},
		{
			"hostile file names",
			[]any{operation("", "", "GET /a"), operation("--", "", "GET /b"), operation("日本-😀", "", "GET /c")},
			[]string{"Page.Call()", "Page.CallX()", "X.X()"},
		},
		{
			"a name of the support code",
			[]any{operation("known-get", "Get", "GET /x")},
			[]string{"KnownResource.Get()"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if d := cmp.Diff(tt.want, methods(newPlan(tt.pages...))); d != "" {
				t.Error(d)
			}
		})
	}
}

// Each of several pages with the same name gets its own words, so that no name
// depends on the order of pages.
func TestDuplicateNames(t *testing.T) {
	a := operation("user-get", "Get", "GET /a")
	b := operation("user_get", "Get", "GET /b")
	c := operation("intune-x-user-get", "Get", "GET /c")
	for _, pages := range [][]any{{a, c}, {c, a}} {
		out := newPlan(pages...)
		if d := cmp.Diff([]string{"User.Get()", "User.GetX()"}, methods(out)); d != "" {
			t.Error(d)
		}
		if d := cmp.Diff([]string{"info name-collision", "info name-collision"}, rules(out)); d != "" {
			t.Error(d)
		}
	}
	out := newPlan(a, b)
	if got := methods(out); len(got) != 2 || got[0] == got[1] {
		t.Errorf("names that differ only in punctuation: %q", got)
	}
}
