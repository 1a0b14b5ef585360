package exampletest

import (
	"testing"

	"sample/graph"
	"sample/graph/server"
)

func TestUserGet(t *testing.T) {
	t.Run("get", func(t *testing.T) {
		x := open(t, "sample/user-get/get", &graph.OpUserGet, 0)
		got, err := x.client.User().Get(t.Context(), graph.AtUsers("Adele@contoso.com"), graph.Select("id", "displayName", " score"), graph.Header("ConsistencyLevel", "eventual"))
		x.value(got, err)
	})
	t.Run("placeholder", func(t *testing.T) {
		x := open(t, "sample/user-get/placeholder", &graph.OpUserGet, 0)
		got, err := x.client.User().Get(t.Context(), graph.AtUsers("id"))
		x.value(got, err)
	})
	t.Run("missing", func(t *testing.T) {
		x := open(t, "sample/user-get/missing", &graph.OpUserGet, 0)
		_, err := x.client.User().Get(t.Context(), graph.AtUsers("x"))
		x.failed(err)
	})
	t.Run("throttled", func(t *testing.T) {
		x := open(t, "sample/user-get/throttled", &graph.OpUserGet, 0)
		_, err := x.client.User().Get(t.Context(), graph.AtUsers("x"))
		x.failed(err)
	})
}

func TestUserUpdate(t *testing.T) {
	t.Run("update", func(t *testing.T) {
		x := open(t, "sample/user-update/update", &graph.OpUserUpdate, 0)
		got, err := x.client.User().Update(t.Context(), graph.AtUsers("1"), *body(x, new(graph.UserUpdate)))
		x.value(got, err)
	})
}

func TestUserCount(t *testing.T) {
	t.Run("count", func(t *testing.T) {
		x := open(t, "sample/user-count/count", &graph.OpUserCount, 0)
		got, err := x.client.User().Count(t.Context(), graph.Header("ConsistencyLevel", "eventual"))
		x.scalar(got, err)
	})
}

func TestUserReminderView(t *testing.T) {
	t.Run("view", func(t *testing.T) {
		x := open(t, "sample/user-reminderview/view", &graph.OpUserReminderView, 0).needs("argument-form")
		collection(x, x.client.User().ReminderView(graph.AtUsers("1"), "2017-06-05", "2017-06-15"))
	})
}

func TestMessageMove(t *testing.T) {
	t.Run("move", func(t *testing.T) {
		x := open(t, "sample/message-move/move", &graph.OpMessageMove, 1).arrives(server.MessageMoveInput{UserID: "1", MessageID: "AAMk="})
		got, err := x.client.Message().Move(t.Context(), graph.AtUsersMessages("1", "AAMk="), *body(x, new(graph.MessageMoveBody)))
		x.value(got, err)
	})
}

func TestMessageList(t *testing.T) {
	t.Run("list", func(t *testing.T) {
		x := open(t, "sample/user-list-messages/list", &graph.OpMessageList, 0)
		collection(x, x.client.Message().List(graph.Top(2), graph.Filter("startswith(subject, 'a') and isRead eq true")))
	})
}

func TestGroupPostMembers(t *testing.T) {
	t.Run("add", func(t *testing.T) {
		x := open(t, "sample/group-post-members/add", &graph.OpGroupPostMembers, 0)
		err := x.client.Group().PostMembers(t.Context(), graph.AtGroups("g"), *body(x, new(graph.Reference)))
		x.none(err)
	})
}

func TestProfilePhoto(t *testing.T) {
	t.Run("get", func(t *testing.T) {
		x := open(t, "sample/profilephoto-get/get", &graph.OpProfilePhotoGet, 0)
		got, err := x.client.ProfilePhoto().Get(t.Context())
		x.stream(got, err)
	})
	t.Run("partial", func(t *testing.T) {
		x := open(t, "sample/profilephoto-get/partial", &graph.OpProfilePhotoGet, 0).setsStatus()
		got, err := x.client.ProfilePhoto().Get(t.Context(), graph.Header("Range", "bytes=0-3"))
		x.stream(got, err)
	})
	t.Run("put", func(t *testing.T) {
		x := open(t, "sample/profilephoto-update/put", &graph.OpProfilePhotoUpdate, 0)
		err := x.client.ProfilePhoto().Update(t.Context(), content(x))
		x.none(err)
	})
}

func TestDriveItemCopy(t *testing.T) {
	t.Run("copy", func(t *testing.T) {
		x := open(t, "sample/driveitem-copy/copy", &graph.OpDriveItemCopy, 0).needs("base")
		got, err := x.client.DriveItem().Copy(t.Context(), graph.AtMeDriveRootPath("a b/c.txt"))
		x.accepted(got, err)
	})
}

func TestReportRootGetUse(t *testing.T) {
	t.Run("get", func(t *testing.T) {
		x := open(t, "sample/reportroot-getuse/get", &graph.OpReportRootGetUse, 0).needs("other-version")
		got, err := x.client.ReportRoot().GetUse(t.Context(), "D7")
		x.redirect(got, err)
	})
}

// The page guest-get documents the route of user-get.
func TestGuestGet(t *testing.T) {
	t.Run("get", func(t *testing.T) {
		x := open(t, "sample/guest-get/get", &graph.OpGuestGet, 0).needs("name-case")
		got, err := x.client.Guest().Get(t.Context(), graph.AtUsers("1"))
		x.value(got, err)
	})
}
