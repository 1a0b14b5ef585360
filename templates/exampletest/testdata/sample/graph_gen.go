package graph

import (
	"context"
	"time"
)

// This file is written by hand in the form of a generated client package.

type User struct {
	ODataType      string     `json:"@odata.type,omitzero"`
	ID             string     `json:"id,omitzero"`
	DisplayName    string     `json:"displayName,omitzero"`
	AccountEnabled *bool      `json:"accountEnabled,omitzero"`
	Created        *time.Time `json:"createdDateTime,omitzero"`
	Score          *float64   `json:"score,omitzero"`
	Phones         []string   `json:"businessPhones,omitzero"`
	Manager        *Manager   `json:"manager,omitzero"`
}

type Manager struct {
	ID string `json:"id,omitzero"`
}

type UserUpdate struct {
	DisplayName Opt[string]   `json:"displayName,omitzero"`
	JobTitle    Opt[string]   `json:"jobTitle,omitzero"`
	Manager     Opt[*Manager] `json:"manager,omitzero"`
}

type Message struct {
	ID      string `json:"id,omitzero"`
	Subject string `json:"subject,omitzero"`
	IsRead  *bool  `json:"isRead,omitzero"`
}

type MessageMoveBody struct {
	DestinationID string `json:"destinationId,omitzero"`
}

type Reference struct {
	ODataID string `json:"@odata.id,omitzero"`
}

var (
	OpUserGet          = OperationInfo{Name: "user-get", Routes: []RouteInfo{{"GET", "/users/{id | userPrincipalName}"}}, Success: 200}
	OpUserUpdate       = OperationInfo{Name: "user-update", Routes: []RouteInfo{{"PATCH", "/users/{id | userPrincipalName}"}}, Success: 200}
	OpUserCount        = OperationInfo{Name: "user-count", Routes: []RouteInfo{{"GET", "/users/$count"}}, Success: 200}
	OpGuestGet         = OperationInfo{Name: "guest-get", Routes: []RouteInfo{{"GET", "/Users/{guest-id}"}}, Success: 200}
	OpUserReminderView = OperationInfo{Name: "user-reminderview", Routes: []RouteInfo{
		{"GET", "/users/{id}/reminderView(startDateTime='{start}',endDateTime='{end}')"},
	}, Success: 200}
	OpMessageMove = OperationInfo{Name: "message-move", Routes: []RouteInfo{
		{"POST", "/me/messages/{id}/move"},
		{"POST", "/users/{id | userPrincipalName}/messages/{id}/move"},
	}, Success: 201}
	OpMessageList        = OperationInfo{Name: "user-list-messages", Routes: []RouteInfo{{"GET", "/me/messages"}}, Success: 200}
	OpGroupPostMembers   = OperationInfo{Name: "group-post-members", Routes: []RouteInfo{{"POST", "/groups/{group-id}/members/$ref"}}, Success: 204}
	OpProfilePhotoGet    = OperationInfo{Name: "profilephoto-get", Routes: []RouteInfo{{"GET", "/me/photo/$value"}}, Success: 200}
	OpProfilePhotoUpdate = OperationInfo{Name: "profilephoto-update", Routes: []RouteInfo{{"PUT", "/me/photo/$value"}}, Success: 200}
	OpDriveItemCopy      = OperationInfo{Name: "driveitem-copy", Routes: []RouteInfo{{"POST", "/me/drive/root:/{item-path}:/copy"}}, Success: 202}
	OpReportRootGetUse   = OperationInfo{Name: "reportroot-getuse", Routes: []RouteInfo{{"GET", "/reports/getUse(period='{period_value}')"}}, Success: 302}
)

type UserService Client

func (c *Client) User() *UserService { return (*UserService)(c) }

func (s *UserService) Get(ctx context.Context, userID string, opts ...RequestOption) (*User, error) {
	return value(ctx, (*caller)(s), &call{op: &OpUserGet, line: line("GET /users/{userID}", userID)}, opts, new(User))
}

func (s *UserService) Update(ctx context.Context, userID string, body UserUpdate, opts ...RequestOption) (*User, error) {
	return value(ctx, (*caller)(s), &call{op: &OpUserUpdate, line: line("PATCH /users/{userID}", userID), body: body}, opts, new(User))
}

func (s *UserService) Count(ctx context.Context, opts ...RequestOption) (int64, error) {
	return scalar[int64](ctx, (*caller)(s), &call{op: &OpUserCount, line: "GET /users/$count"}, opts)
}

func (s *UserService) ReminderView(userID string, start, end string, opts ...RequestOption) *Collection[*Message] {
	return collection[*Message]((*caller)(s), &call{op: &OpUserReminderView, line: line("GET /users/{userID}/reminderView(startDateTime='{start}',endDateTime='{end}')", userID, start, end)}, opts)
}

type GuestService Client

func (c *Client) Guest() *GuestService { return (*GuestService)(c) }

func (s *GuestService) Get(ctx context.Context, guestID string, opts ...RequestOption) (*Manager, error) {
	return value(ctx, (*caller)(s), &call{op: &OpGuestGet, line: line("GET /Users/{guestID}", guestID)}, opts, new(Manager))
}

type MessageService Client

func (c *Client) Message() *MessageService { return (*MessageService)(c) }

type MessageMoveRoute struct{ line string }

func MessageMoveMe(messageID string) MessageMoveRoute {
	return MessageMoveRoute{line("POST /me/messages/{messageID}/move", messageID)}
}

func MessageMoveUser(userID, messageID string) MessageMoveRoute {
	return MessageMoveRoute{line("POST /users/{userID}/messages/{messageID}/move", userID, messageID)}
}

func (s *MessageService) Move(ctx context.Context, route MessageMoveRoute, body MessageMoveBody, opts ...RequestOption) (*Message, error) {
	return value(ctx, (*caller)(s), &call{op: &OpMessageMove, line: route.line, body: body}, opts, new(Message))
}

func (s *MessageService) List(opts ...RequestOption) *Collection[*Message] {
	return collection[*Message]((*caller)(s), &call{op: &OpMessageList, line: "GET /me/messages"}, opts)
}

type GroupService Client

func (c *Client) Group() *GroupService { return (*GroupService)(c) }

func (s *GroupService) PostMembers(ctx context.Context, groupID string, body Reference, opts ...RequestOption) error {
	return none(ctx, (*caller)(s), &call{op: &OpGroupPostMembers, line: line("POST /groups/{groupID}/members/$ref", groupID), body: body}, opts)
}

type ProfilePhotoService Client

func (c *Client) ProfilePhoto() *ProfilePhotoService { return (*ProfilePhotoService)(c) }

func (s *ProfilePhotoService) Get(ctx context.Context, opts ...RequestOption) (*Stream, error) {
	return stream(ctx, (*caller)(s), &call{op: &OpProfilePhotoGet, line: "GET /me/photo/$value"}, opts)
}

func (s *ProfilePhotoService) Update(ctx context.Context, body Content, opts ...RequestOption) error {
	return none(ctx, (*caller)(s), &call{op: &OpProfilePhotoUpdate, line: "PUT /me/photo/$value", body: body, contentType: "image/jpeg"}, opts)
}

type DriveItemService Client

func (c *Client) DriveItem() *DriveItemService { return (*DriveItemService)(c) }

func (s *DriveItemService) Copy(ctx context.Context, itemPath string, opts ...RequestOption) (*Accepted, error) {
	return accepted(ctx, (*caller)(s), &call{op: &OpDriveItemCopy, line: line("POST /me/drive/root:/{itemPath...}:/copy", itemPath)}, opts)
}

type ReportRootService Client

func (c *Client) ReportRoot() *ReportRootService { return (*ReportRootService)(c) }

func (s *ReportRootService) GetUse(ctx context.Context, period string, opts ...RequestOption) (*Redirect, error) {
	return redirect(ctx, (*caller)(s), &call{op: &OpReportRootGetUse, line: line("GET /reports/getUse(period='{period}')", period)}, opts)
}
