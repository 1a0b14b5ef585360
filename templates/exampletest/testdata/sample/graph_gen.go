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

func AtUsers(userID string) *atUsers { return &atUsers{userID} }

type atUsers []string

func (p *atUsers) placeOf0001() position { return position{0, *p} }

type UserPlace interface{ placeOf0001() position }

func AtMeMessages(messageID string) *atMeMessages { return &atMeMessages{messageID} }

type atMeMessages []string

func (p *atMeMessages) placeOf0002() position { return position{0, *p} }

func AtUsersMessages(userID, messageID string) *atUsersMessages {
	return &atUsersMessages{userID, messageID}
}

type atUsersMessages []string

func (p *atUsersMessages) placeOf0002() position { return position{1, *p} }

func AtGroups(groupID string) *atGroups { return &atGroups{groupID} }

type atGroups []string

func (p *atGroups) placeOf0003() position { return position{0, *p} }

type GroupPostMembersPlace interface{ placeOf0003() position }

func AtMeDriveRootPath(itemPath string) *atMeDriveRootPath { return &atMeDriveRootPath{itemPath} }

type atMeDriveRootPath []string

func (p *atMeDriveRootPath) placeOf0004() position { return position{0, *p} }

type DriveItemCopyPlace interface{ placeOf0004() position }

type UserService Client

func (c *Client) User() *UserService { return (*UserService)(c) }

func (s *UserService) Get(ctx context.Context, at UserPlace, opts ...RequestOption) (*User, error) {
	return value(ctx, (*caller)(s), &call{op: &OpUserGet, position: at.placeOf0001()}, opts, new(User))
}

func (s *UserService) Update(ctx context.Context, at UserPlace, body UserUpdate, opts ...RequestOption) (*User, error) {
	return value(ctx, (*caller)(s), &call{op: &OpUserUpdate, position: at.placeOf0001(), body: body}, opts, new(User))
}

func (s *UserService) Count(ctx context.Context, opts ...RequestOption) (int64, error) {
	return scalar[int64](ctx, (*caller)(s), &call{op: &OpUserCount}, opts)
}

func (s *UserService) ReminderView(at UserPlace, start, end string, opts ...RequestOption) *Collection[*Message] {
	return collection[*Message]((*caller)(s), &call{op: &OpUserReminderView, position: at.placeOf0001().with(start, end)}, opts)
}

type GuestService Client

func (c *Client) Guest() *GuestService { return (*GuestService)(c) }

func (s *GuestService) Get(ctx context.Context, at UserPlace, opts ...RequestOption) (*Manager, error) {
	return value(ctx, (*caller)(s), &call{op: &OpGuestGet, position: at.placeOf0001()}, opts, new(Manager))
}

type MessageService Client

func (c *Client) Message() *MessageService { return (*MessageService)(c) }

type MessageMovePlace interface{ placeOf0002() position }

func (s *MessageService) Move(ctx context.Context, at MessageMovePlace, body MessageMoveBody, opts ...RequestOption) (*Message, error) {
	return value(ctx, (*caller)(s), &call{op: &OpMessageMove, position: at.placeOf0002(), body: body}, opts, new(Message))
}

func (s *MessageService) List(opts ...RequestOption) *Collection[*Message] {
	return collection[*Message]((*caller)(s), &call{op: &OpMessageList}, opts)
}

type GroupService Client

func (c *Client) Group() *GroupService { return (*GroupService)(c) }

func (s *GroupService) PostMembers(ctx context.Context, at GroupPostMembersPlace, body Reference, opts ...RequestOption) error {
	return none(ctx, (*caller)(s), &call{op: &OpGroupPostMembers, position: at.placeOf0003(), body: body}, opts)
}

type ProfilePhotoService Client

func (c *Client) ProfilePhoto() *ProfilePhotoService { return (*ProfilePhotoService)(c) }

func (s *ProfilePhotoService) Get(ctx context.Context, opts ...RequestOption) (*Stream, error) {
	return stream(ctx, (*caller)(s), &call{op: &OpProfilePhotoGet}, opts)
}

func (s *ProfilePhotoService) Update(ctx context.Context, body Content, opts ...RequestOption) error {
	return none(ctx, (*caller)(s), &call{op: &OpProfilePhotoUpdate, body: body, contentType: "image/jpeg"}, opts)
}

type DriveItemService Client

func (c *Client) DriveItem() *DriveItemService { return (*DriveItemService)(c) }

func (s *DriveItemService) Copy(ctx context.Context, at DriveItemCopyPlace, opts ...RequestOption) (*Accepted, error) {
	return accepted(ctx, (*caller)(s), &call{op: &OpDriveItemCopy, position: at.placeOf0004()}, opts)
}

type ReportRootService Client

func (c *Client) ReportRoot() *ReportRootService { return (*ReportRootService)(c) }

func (s *ReportRootService) GetUse(ctx context.Context, period string, opts ...RequestOption) (*Redirect, error) {
	return redirect(ctx, (*caller)(s), &call{op: &OpReportRootGetUse, position: position{args: []string{period}}}, opts)
}
