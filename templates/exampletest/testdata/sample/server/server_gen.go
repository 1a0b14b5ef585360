package server

import (
	"context"
	"net/http"

	"sample/graph"
)

// Handler serves all documented operations.
type Handler interface {
	UserGet(ctx context.Context, in *UserGetInput) (*graph.User, error)
	UserUpdate(ctx context.Context, in *UserUpdateInput) (*graph.User, error)
	UserCount(ctx context.Context, in *UserCountInput) (int64, error)
	UserReminderView(ctx context.Context, in *UserReminderViewInput) (*graph.Page[*graph.Message], error)
	MessageMove(ctx context.Context, in *MessageMoveInput) (*graph.Message, error)
	MessageList(ctx context.Context, in *MessageListInput) (*graph.Page[*graph.Message], error)
	GroupPostMembers(ctx context.Context, in *GroupPostMembersInput) error
	ProfilePhotoGet(ctx context.Context, in *ProfilePhotoGetInput) (*graph.Stream, error)
	ProfilePhotoUpdate(ctx context.Context, in *ProfilePhotoUpdateInput) error
	DriveItemCopy(ctx context.Context, in *DriveItemCopyInput) (*graph.Accepted, error)
	ReportRootGetUse(ctx context.Context, in *ReportRootGetUseInput) (*graph.Redirect, error)
	GuestGet(ctx context.Context, in *GuestGetInput) (*graph.Manager, error)
}

type UserGetInput struct {
	Request *Request
	UserID  string
}

type UserUpdateInput struct {
	Request *Request
	UserID  string
	Body    graph.UserUpdate
}

type UserCountInput struct {
	Request *Request
}

type UserReminderViewInput struct {
	Request            *Request
	UserID, Start, End string
}

type MessageMoveInput struct {
	Request           *Request
	UserID, MessageID string
	Body              graph.MessageMoveBody
}

type MessageListInput struct {
	Request *Request
}

type GroupPostMembersInput struct {
	Request *Request
	GroupID string
	Body    graph.Reference
}

type ProfilePhotoGetInput struct {
	Request *Request
}

type ProfilePhotoUpdateInput struct {
	Request *Request
	Body    graph.Content
}

type DriveItemCopyInput struct {
	Request  *Request
	ItemPath string
}

type ReportRootGetUseInput struct {
	Request *Request
	Period  string
}

type GuestGetInput struct {
	Request *Request
	GuestID string
}

type Unimplemented struct{}

var _ Handler = Unimplemented{}

func (Unimplemented) UserGet(context.Context, *UserGetInput) (*graph.User, error) {
	return nil, notImplemented("UserGet")
}

func (Unimplemented) UserUpdate(context.Context, *UserUpdateInput) (*graph.User, error) {
	return nil, notImplemented("UserUpdate")
}

func (Unimplemented) UserCount(context.Context, *UserCountInput) (int64, error) {
	return 0, notImplemented("UserCount")
}

func (Unimplemented) UserReminderView(context.Context, *UserReminderViewInput) (*graph.Page[*graph.Message], error) {
	return nil, notImplemented("UserReminderView")
}

func (Unimplemented) MessageMove(context.Context, *MessageMoveInput) (*graph.Message, error) {
	return nil, notImplemented("MessageMove")
}

func (Unimplemented) MessageList(context.Context, *MessageListInput) (*graph.Page[*graph.Message], error) {
	return nil, notImplemented("MessageList")
}

func (Unimplemented) GroupPostMembers(context.Context, *GroupPostMembersInput) error {
	return notImplemented("GroupPostMembers")
}

func (Unimplemented) ProfilePhotoGet(context.Context, *ProfilePhotoGetInput) (*graph.Stream, error) {
	return nil, notImplemented("ProfilePhotoGet")
}

func (Unimplemented) ProfilePhotoUpdate(context.Context, *ProfilePhotoUpdateInput) error {
	return notImplemented("ProfilePhotoUpdate")
}

func (Unimplemented) DriveItemCopy(context.Context, *DriveItemCopyInput) (*graph.Accepted, error) {
	return nil, notImplemented("DriveItemCopy")
}

func (Unimplemented) ReportRootGetUse(context.Context, *ReportRootGetUseInput) (*graph.Redirect, error) {
	return nil, notImplemented("ReportRootGetUse")
}

func (Unimplemented) GuestGet(context.Context, *GuestGetInput) (*graph.Manager, error) {
	return nil, notImplemented("GuestGet")
}

func New(h Handler, opts ...Option) http.Handler { return newRouter(operations(h), opts) }

func operations(h Handler) []operation {
	return []operation{
		{&graph.OpUserGet, nil, func(c *call) error {
			in := &UserGetInput{Request: &c.Request, UserID: c.arg(0)}
			return c.value(h.UserGet(c.context(), in))
		}},
		{&graph.OpUserUpdate, nil, func(c *call) error {
			in := &UserUpdateInput{Request: &c.Request, UserID: c.arg(0)}
			if err := c.readJSON(&in.Body); err != nil {
				return err
			}
			return c.value(h.UserUpdate(c.context(), in))
		}},
		{&graph.OpUserCount, nil, func(c *call) error {
			in := &UserCountInput{Request: &c.Request}
			return c.scalar(h.UserCount(c.context(), in))
		}},
		{&graph.OpUserReminderView, nil, func(c *call) error {
			in := &UserReminderViewInput{Request: &c.Request, UserID: c.arg(0), Start: c.arg(1), End: c.arg(2)}
			return c.page(h.UserReminderView(c.context(), in))
		}},
		{&graph.OpMessageMove, [][]int{{1}, {0, 1}}, func(c *call) error {
			in := &MessageMoveInput{Request: &c.Request, UserID: c.arg(0), MessageID: c.arg(1)}
			if err := c.readJSON(&in.Body); err != nil {
				return err
			}
			return c.value(h.MessageMove(c.context(), in))
		}},
		{&graph.OpMessageList, nil, func(c *call) error {
			in := &MessageListInput{Request: &c.Request}
			return c.page(h.MessageList(c.context(), in))
		}},
		{&graph.OpGroupPostMembers, nil, func(c *call) error {
			in := &GroupPostMembersInput{Request: &c.Request, GroupID: c.arg(0)}
			if err := c.readJSON(&in.Body); err != nil {
				return err
			}
			return c.none(h.GroupPostMembers(c.context(), in))
		}},
		{&graph.OpProfilePhotoGet, nil, func(c *call) error {
			in := &ProfilePhotoGetInput{Request: &c.Request}
			return c.stream(h.ProfilePhotoGet(c.context(), in))
		}},
		{&graph.OpProfilePhotoUpdate, nil, func(c *call) error {
			in := &ProfilePhotoUpdateInput{Request: &c.Request}
			if err := c.readContent(&in.Body); err != nil {
				return err
			}
			return c.none(h.ProfilePhotoUpdate(c.context(), in))
		}},
		{&graph.OpDriveItemCopy, nil, func(c *call) error {
			in := &DriveItemCopyInput{Request: &c.Request, ItemPath: c.arg(0)}
			return c.accepted(h.DriveItemCopy(c.context(), in))
		}},
		{&graph.OpReportRootGetUse, nil, func(c *call) error {
			in := &ReportRootGetUseInput{Request: &c.Request, Period: c.arg(0)}
			return c.redirect(h.ReportRootGetUse(c.context(), in))
		}},
		{&graph.OpGuestGet, nil, func(c *call) error {
			in := &GuestGetInput{Request: &c.Request, GuestID: c.arg(0)}
			return c.value(h.GuestGet(c.context(), in))
		}},
	}
}
