package server

// This file is written by hand in the form of a generated server package. In
// generated code, types and Op variables are in the client package
// (graph.User, &graph.OpUserGet); here they are in sample_types_test.go.

import (
	"context"
	"net/http"
	"time"

	client "github.com/mdwire/mdwire/templates/client"
)

// Handler serves all documented operations.
type Handler interface {
	UserHandler
	MessageHandler
	GroupHandler
	ProfilePhotoHandler
	DriveItemHandler
	ReportRootHandler
}

// UserHandler serves the documented operations of user.
type UserHandler interface {
	// UserGet serves GET /users/{id | userPrincipalName}.
	UserGet(ctx context.Context, in *UserGetInput) (*User, error)
	// UserCount serves GET /users/$count.
	UserCount(ctx context.Context, in *UserCountInput) (int64, error)
	// UserReminderView serves GET /users/{id | userPrincipalName}/reminderView(startDateTime='{start}',count={count}).
	UserReminderView(ctx context.Context, in *UserReminderViewInput) (*client.Page[*Message], error)
}

// MessageHandler serves the documented operations of message.
type MessageHandler interface {
	MessageMove(ctx context.Context, in *MessageMoveInput) (*Message, error)
	MessageList(ctx context.Context, in *MessageListInput) (*client.Page[*Message], error)
}

// GroupHandler serves the documented operations of group.
type GroupHandler interface {
	GroupPostMembers(ctx context.Context, in *GroupPostMembersInput) error
}

// ProfilePhotoHandler serves the documented operations of profilePhoto.
type ProfilePhotoHandler interface {
	ProfilePhotoGet(ctx context.Context, in *ProfilePhotoGetInput) (*client.Stream, error)
	ProfilePhotoUpdate(ctx context.Context, in *ProfilePhotoUpdateInput) error
}

// DriveItemHandler serves the documented operations of driveItem.
type DriveItemHandler interface {
	DriveItemCopy(ctx context.Context, in *DriveItemCopyInput) (*client.Accepted, error)
	DriveItemRestore(ctx context.Context, in *DriveItemRestoreInput) (*User, *client.Accepted, error)
	DriveItemListChildren(ctx context.Context, in *DriveItemListChildrenInput) (*client.Page[*User], error)
}

// ReportRootHandler serves the documented operations of reportRoot.
type ReportRootHandler interface {
	ReportRootGetUse(ctx context.Context, in *ReportRootGetUseInput) (*client.Redirect, error)
}

// UserGetInput is the input of UserGet.
type UserGetInput struct {
	Request *Request
	UserID  string
}

// UserCountInput is the input of UserCount.
type UserCountInput struct{ Request *Request }

// UserReminderViewInput is the input of UserReminderView.
type UserReminderViewInput struct {
	Request *Request
	UserID  string
	Start   time.Time
	Count   int
	Zone    string // the query parameter $zone
}

// MessageMoveInput is the input of MessageMove.
type MessageMoveInput struct {
	Request   *Request
	UserID    string // "" for /me
	MessageID string
	Body      MessageMoveBody
}

// MessageListInput is the input of MessageList.
type MessageListInput struct {
	Request *Request
	UserID  string
}

// GroupPostMembersInput is the input of GroupPostMembers.
type GroupPostMembersInput struct {
	Request *Request
	GroupID string
	Body    Reference
}

// ProfilePhotoGetInput is the input of ProfilePhotoGet.
type ProfilePhotoGetInput struct {
	Request *Request
	UserID  string
}

// ProfilePhotoUpdateInput is the input of ProfilePhotoUpdate.
type ProfilePhotoUpdateInput struct {
	Request *Request
	UserID  string
	Body    client.Content
}

// DriveItemRestoreInput is the input of DriveItemRestore.
type DriveItemRestoreInput struct {
	Request *Request
	ItemID  string
}

// DriveItemCopyInput is the input of DriveItemCopy.
type DriveItemCopyInput struct {
	Request  *Request
	ItemPath string
}

// DriveItemListChildrenInput is the input of DriveItemListChildren.
type DriveItemListChildrenInput struct {
	Request *Request
	Address string
}

// ReportRootGetUseInput is the input of ReportRootGetUse.
type ReportRootGetUseInput struct {
	Request *Request
	Period  string
}

// Unimplemented responds to every call with 501. Embed it so that your handler
// still compiles when operations are added.
type Unimplemented struct{}

var _ Handler = Unimplemented{}

func (Unimplemented) UserGet(context.Context, *UserGetInput) (*User, error) {
	return nil, notImplemented("UserGet")
}

func (Unimplemented) UserCount(context.Context, *UserCountInput) (int64, error) {
	return 0, notImplemented("UserCount")
}

func (Unimplemented) UserReminderView(context.Context, *UserReminderViewInput) (*client.Page[*Message], error) {
	return nil, notImplemented("UserReminderView")
}

func (Unimplemented) MessageMove(context.Context, *MessageMoveInput) (*Message, error) {
	return nil, notImplemented("MessageMove")
}

func (Unimplemented) MessageList(context.Context, *MessageListInput) (*client.Page[*Message], error) {
	return nil, notImplemented("MessageList")
}

func (Unimplemented) GroupPostMembers(context.Context, *GroupPostMembersInput) error {
	return notImplemented("GroupPostMembers")
}

func (Unimplemented) ProfilePhotoGet(context.Context, *ProfilePhotoGetInput) (*client.Stream, error) {
	return nil, notImplemented("ProfilePhotoGet")
}

func (Unimplemented) ProfilePhotoUpdate(context.Context, *ProfilePhotoUpdateInput) error {
	return notImplemented("ProfilePhotoUpdate")
}

func (Unimplemented) DriveItemCopy(context.Context, *DriveItemCopyInput) (*client.Accepted, error) {
	return nil, notImplemented("DriveItemCopy")
}

func (Unimplemented) DriveItemRestore(context.Context, *DriveItemRestoreInput) (*User, *client.Accepted, error) {
	return nil, nil, notImplemented("DriveItemRestore")
}

func (Unimplemented) DriveItemListChildren(context.Context, *DriveItemListChildrenInput) (*client.Page[*User], error) {
	return nil, notImplemented("DriveItemListChildren")
}

func (Unimplemented) ReportRootGetUse(context.Context, *ReportRootGetUseInput) (*client.Redirect, error) {
	return nil, notImplemented("ReportRootGetUse")
}

// New returns a handler that serves all documented routes with h.
func New(h Handler, opts ...Option) http.Handler { return newRouter(operations(h), opts) }

func operations(h Handler) []operation {
	return []operation{
		// user-get
		{&OpUserGet, nil, func(c *call) error {
			in := &UserGetInput{Request: &c.Request, UserID: c.arg(0)}
			return c.value(h.UserGet(c.context(), in))
		}},
		// user-count
		{&OpUserCount, nil, func(c *call) error {
			in := &UserCountInput{Request: &c.Request}
			return c.scalar(h.UserCount(c.context(), in))
		}},
		// user-reminderview: typed arguments are checked before the handler is called
		{&OpUserReminderView, nil, func(c *call) error {
			in := &UserReminderViewInput{Request: &c.Request, UserID: c.arg(0), Start: c.timeArg(c.arg(1)), Count: c.intArg(c.arg(2)), Zone: c.queryArg("$zone")}
			if err := c.check(); err != nil {
				return err
			}
			return c.page(h.UserReminderView(c.context(), in))
		}},
		// message-move: two routes
		{&OpMessageMove, [][]int{{1}, {0, 1}}, func(c *call) error {
			in := &MessageMoveInput{Request: &c.Request, UserID: c.arg(0), MessageID: c.arg(1)}
			if err := c.readJSON(&in.Body); err != nil {
				return err
			}
			return c.value(h.MessageMove(c.context(), in))
		}},
		// user-list-messages
		{&OpMessageList, nil, func(c *call) error {
			in := &MessageListInput{Request: &c.Request, UserID: c.arg(0)}
			return c.page(h.MessageList(c.context(), in))
		}},
		// group-post-members
		{&OpGroupPostMembers, nil, func(c *call) error {
			in := &GroupPostMembersInput{Request: &c.Request, GroupID: c.arg(0)}
			if err := c.readJSON(&in.Body); err != nil {
				return err
			}
			return c.none(h.GroupPostMembers(c.context(), in))
		}},
		// profilephoto-get
		{&OpProfilePhotoGet, nil, func(c *call) error {
			in := &ProfilePhotoGetInput{Request: &c.Request, UserID: c.arg(0)}
			return c.stream(h.ProfilePhotoGet(c.context(), in))
		}},
		// profilephoto-update
		{&OpProfilePhotoUpdate, nil, func(c *call) error {
			in := &ProfilePhotoUpdateInput{Request: &c.Request, UserID: c.arg(0)}
			if err := c.readContent(&in.Body); err != nil {
				return err
			}
			return c.none(h.ProfilePhotoUpdate(c.context(), in))
		}},
		// driveitem-copy
		{&OpDriveItemCopy, nil, func(c *call) error {
			in := &DriveItemCopyInput{Request: &c.Request, ItemPath: c.arg(0)}
			return c.accepted(h.DriveItemCopy(c.context(), in))
		}},
		// driveitem-restore: a value or 202
		{&OpDriveItemRestore, nil, func(c *call) error {
			in := &DriveItemRestoreInput{Request: &c.Request, ItemID: c.arg(0)}
			out, later, err := h.DriveItemRestore(c.context(), in)
			if later != nil {
				return c.later(later, err)
			}
			return c.value(out, err)
		}},
		// driveitem-list-children
		{&OpDriveItemListChildren, nil, func(c *call) error {
			in := &DriveItemListChildrenInput{Request: &c.Request, Address: c.arg(0)}
			return c.page(h.DriveItemListChildren(c.context(), in))
		}},
		// reportroot-getuse
		{&OpReportRootGetUse, nil, func(c *call) error {
			in := &ReportRootGetUseInput{Request: &c.Request, Period: c.arg(0)}
			return c.redirect(h.ReportRootGetUse(c.context(), in))
		}},
	}
}
