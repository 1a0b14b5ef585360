package client

// What the generator writes, by hand: the contract between generated code and
// this package in a form that compiles. The other tests call it.

//lint:file-ignore U1000 plainJSON is embedded for what it keeps encoding/json from seeing

import (
	"context"
	"encoding/json"
	"time"
)

// ---- A resource with one route an operation: path parameters are arguments.

// OpUserList: GET /users
var OpUserList = OperationInfo{Name: "user-list", Routes: []RouteInfo{{"GET", "/users"}}, Permissions: &Permissions{DelegatedWork: AnyOf{{"User.ReadBasic.All"}, {"User.Read.All"}}, Application: AnyOf{{"User.Read.All"}}}, Success: 200, Source: "api-reference/v1.0/api/user-list.md"}

// OpUserGet: GET /users/{id | userPrincipalName}
var OpUserGet = OperationInfo{Name: "user-get", Routes: []RouteInfo{{"GET", "/users/{id | userPrincipalName}"}}, Permissions: &Permissions{DelegatedWork: AnyOf{{"User.Read"}}, DelegatedPersonal: AnyOf{{"User.Read"}}, Application: AnyOf{{"User.Read.All"}}}, Success: 200, Source: "api-reference/v1.0/api/user-get.md"}

// OpUserUpdate: PATCH /users/{id | userPrincipalName}
var OpUserUpdate = OperationInfo{Name: "user-update", Routes: []RouteInfo{{"PATCH", "/users/{id | userPrincipalName}"}}, Success: 204, Source: "api-reference/v1.0/api/user-update.md"}

// OpUserDelete: DELETE /users/{id | userPrincipalName}
var OpUserDelete = OperationInfo{Name: "user-delete", Routes: []RouteInfo{{"DELETE", "/users/{id | userPrincipalName}"}}, Success: 204, Source: "api-reference/v1.0/api/user-delete.md"}

// OpUserCount: GET /users/$count
var OpUserCount = OperationInfo{Name: "user-count", Routes: []RouteInfo{{"GET", "/users/$count"}}, Success: 200, Source: "api-reference/v1.0/api/user-count.md"}

// OpUserDelta: GET /users/delta
var OpUserDelta = OperationInfo{Name: "user-delta", Routes: []RouteInfo{{"GET", "/users/delta"}}, Success: 200, Source: "api-reference/v1.0/api/user-delta.md"}

// OpUserReminderView: GET /users/{id | userPrincipalName}/reminderView(startDateTime='{start}',endDateTime='{end}')
var OpUserReminderView = OperationInfo{Name: "user-reminderview", Routes: []RouteInfo{{"GET", "/users/{id | userPrincipalName}/reminderView(startDateTime='{start}',endDateTime='{end}')"}}, Success: 200, Source: "api-reference/v1.0/api/user-reminderview.md"}

// OpUserListCalendarView: GET /users/{id | userPrincipalName}/calendarView?startDateTime={start}&endDateTime={end}
var OpUserListCalendarView = OperationInfo{Name: "user-list-calendarview", Routes: []RouteInfo{{"GET", "/users/{id | userPrincipalName}/calendarView"}}, Success: 200, Source: "api-reference/v1.0/api/user-list-calendarview.md"}

// UserService makes the calls of user.
type UserService Client

// User gives the calls of user.
func (c *Client) User() *UserService { return (*UserService)(c) }

// List retrieves the users.
//
// Source: api-reference/v1.0/api/user-list.md
func (s *UserService) List(opts ...RequestOption) *Collection[*User] {
	return collection[*User]((*caller)(s), &call{op: &OpUserList, line: "GET /users"}, opts)
}

// Get retrieves the properties of a user.
//
// Source: api-reference/v1.0/api/user-get.md
func (s *UserService) Get(ctx context.Context, userID string, opts ...RequestOption) (*User, error) {
	return value(ctx, (*caller)(s), &call{op: &OpUserGet, line: line("GET /users/{userID}", userID)}, opts, new(User))
}

// Update changes properties of a user.
//
// Source: api-reference/v1.0/api/user-update.md
func (s *UserService) Update(ctx context.Context, userID string, body UserUpdate, opts ...RequestOption) error {
	return none(ctx, (*caller)(s), &call{op: &OpUserUpdate, line: line("PATCH /users/{userID}", userID), body: body}, opts)
}

// Delete deletes a user.
//
// Source: api-reference/v1.0/api/user-delete.md
func (s *UserService) Delete(ctx context.Context, userID string, opts ...RequestOption) error {
	return none(ctx, (*caller)(s), &call{op: &OpUserDelete, line: line("DELETE /users/{userID}", userID)}, opts)
}

// Count gives the number of users: a primitive.
//
// Source: api-reference/v1.0/api/user-count.md
func (s *UserService) Count(ctx context.Context, opts ...RequestOption) (int64, error) {
	return scalar[int64](ctx, (*caller)(s), &call{op: &OpUserCount, line: "GET /users/$count"}, opts)
}

// Delta gives what changed: a collection of which [Collection.Pages] tells what was removed.
//
// Source: api-reference/v1.0/api/user-delta.md
func (s *UserService) Delta(opts ...RequestOption) *Collection[*User] {
	return collection[*User]((*caller)(s), &call{op: &OpUserDelta, line: "GET /users/delta"}, opts)
}

// ReminderView calls a function with typed arguments in the path.
//
// Source: api-reference/v1.0/api/user-reminderview.md
func (s *UserService) ReminderView(userID string, start, end time.Time, opts ...RequestOption) *Collection[json.RawMessage] {
	return collection[json.RawMessage]((*caller)(s), &call{op: &OpUserReminderView, line: line("GET /users/{userID}/reminderView(startDateTime='{start}',endDateTime='{end}')", userID, timeArg(start), timeArg(end))}, opts)
}

// ListCalendarView has required arguments in the query.
//
// Source: api-reference/v1.0/api/user-list-calendarview.md
func (s *UserService) ListCalendarView(userID string, start, end time.Time, opts ...RequestOption) *Collection[json.RawMessage] {
	return collection[json.RawMessage]((*caller)(s), &call{op: &OpUserListCalendarView, line: line("GET /users/{userID}/calendarView", userID), query: []argument{{"startDateTime", timeArg(start)}, {"endDateTime", timeArg(end)}}}, opts)
}

// User is a user account.
//
// Source: api-reference/v1.0/resources/user.md
type User struct {
	ODataType       string     `json:"@odata.type,omitzero"`
	ID              string     `json:"id,omitzero"`
	DisplayName     string     `json:"displayName,omitzero"`
	AccountEnabled  *bool      `json:"accountEnabled,omitzero"`
	Birthday        *time.Time `json:"birthday,omitzero"`
	HireDate        Date       `json:"hireDate,omitzero"`
	BusinessPhones  []string   `json:"businessPhones,omitzero"`
	MailboxSettings *Mailbox   `json:"mailboxSettings,omitzero"`
}

// Mailbox is a nested type.
type Mailbox struct {
	_          noCompare
	TimeZone   string     `json:"timeZone,omitzero"`
	Importance Importance `json:"importance,omitzero"`
}

// Importance is an enum. Members that the docs do not know are kept.
type Importance string

// Members of [Importance].
const (
	ImportanceLow  Importance = "low"
	ImportanceHigh Importance = "high"
)

// UserUpdate holds the properties of [User] that Update changes.
type UserUpdate struct {
	DisplayName    Opt[string]    `json:"displayName,omitzero"`
	AccountEnabled Opt[bool]      `json:"accountEnabled,omitzero"`
	BusinessPhones Opt[[]string]  `json:"businessPhones,omitzero"`
	Birthday       Opt[time.Time] `json:"birthday,omitzero"`
}

// ---- Several routes: a value chooses one.

// OpMessageMove: POST /me/messages/{id}/move
var OpMessageMove = OperationInfo{Name: "message-move", Routes: []RouteInfo{{"POST", "/me/messages/{id}/move"}, {"POST", "/users/{id | userPrincipalName}/messages/{id}/move"}}, Permissions: &Permissions{DelegatedWork: AnyOf{{"Mail.ReadWrite"}}, DelegatedPersonal: AnyOf{{"Mail.ReadWrite"}}, Application: AnyOf{{"Mail.ReadWrite"}}}, Success: 201, Source: "api-reference/v1.0/api/message-move.md"}

// MessageService makes the calls of message.
type MessageService Client

// Message gives the calls of message.
func (c *Client) Message() *MessageService { return (*MessageService)(c) }

// MessageMoveRoute is a documented route of [MessageService.Move].
type MessageMoveRoute struct{ line string }

// MessageMoveMe is POST /me/messages/{messageID}/move.
func MessageMoveMe(messageID string) MessageMoveRoute {
	return MessageMoveRoute{line("POST /me/messages/{messageID}/move", messageID)}
}

// MessageMoveUser is POST /users/{userID}/messages/{messageID}/move.
func MessageMoveUser(userID, messageID string) MessageMoveRoute {
	return MessageMoveRoute{line("POST /users/{userID}/messages/{messageID}/move", userID, messageID)}
}

// MessageMoveBody is what Move sends.
type MessageMoveBody struct {
	DestinationID string `json:"destinationId,omitzero"`
}

// Move moves a message to another folder.
//
// Source: api-reference/v1.0/api/message-move.md
func (s *MessageService) Move(ctx context.Context, route MessageMoveRoute, body MessageMoveBody, opts ...RequestOption) (*Message, error) {
	return value(ctx, (*caller)(s), &call{op: &OpMessageMove, line: route.line, body: body}, opts, new(Message))
}

// ---- Content that is not JSON, both ways; 202; 302.

// OpProfilePhotoGet: GET /me/photo/$value
var OpProfilePhotoGet = OperationInfo{Name: "profilephoto-get", Routes: []RouteInfo{{"GET", "/me/photo/$value"}}, Success: 200, Source: "api-reference/v1.0/api/profilephoto-get.md"}

// OpProfilePhotoUpdate: PUT /me/photo/$value
var OpProfilePhotoUpdate = OperationInfo{Name: "profilephoto-update", Routes: []RouteInfo{{"PUT", "/me/photo/$value"}}, Success: 200, Source: "api-reference/v1.0/api/profilephoto-update.md"}

// OpDriveItemCopy: POST /me/drive/items/{item-id}/copy
var OpDriveItemCopy = OperationInfo{Name: "driveitem-copy", Routes: []RouteInfo{{"POST", "/me/drive/items/{item-id}/copy"}}, Success: 202, Source: "api-reference/v1.0/api/driveitem-copy.md"}

// OpDriveItemGetContent: GET /me/drive/root:/{item-path}:/content
var OpDriveItemGetContent = OperationInfo{Name: "driveitem-get-content", Routes: []RouteInfo{{"GET", "/me/drive/root:/{item-path}:/content"}}, Success: 302, Source: "api-reference/v1.0/api/driveitem-get-content.md"}

// ProfilePhotoService makes the calls of profilePhoto.
type ProfilePhotoService Client

// ProfilePhoto gives the calls of profilePhoto.
func (c *Client) ProfilePhoto() *ProfilePhotoService { return (*ProfilePhotoService)(c) }

// Get downloads the photo.
//
// Source: api-reference/v1.0/api/profilephoto-get.md
func (s *ProfilePhotoService) Get(ctx context.Context, opts ...RequestOption) (*Stream, error) {
	return stream(ctx, (*caller)(s), &call{op: &OpProfilePhotoGet, line: "GET /me/photo/$value"}, opts)
}

// Update uploads a photo.
//
// Source: api-reference/v1.0/api/profilephoto-update.md
func (s *ProfilePhotoService) Update(ctx context.Context, body Content, opts ...RequestOption) error {
	return none(ctx, (*caller)(s), &call{op: &OpProfilePhotoUpdate, line: "PUT /me/photo/$value", body: body, contentType: "image/jpeg"}, opts)
}

// DriveItemService makes the calls of driveItem.
type DriveItemService Client

// DriveItem gives the calls of driveItem.
func (c *Client) DriveItem() *DriveItemService { return (*DriveItemService)(c) }

// DriveItemCopyBody is what Copy sends.
type DriveItemCopyBody struct {
	Name string `json:"name,omitzero"`
}

// Copy starts to copy an item.
//
// Source: api-reference/v1.0/api/driveitem-copy.md
func (s *DriveItemService) Copy(ctx context.Context, itemID string, body DriveItemCopyBody, opts ...RequestOption) (*Accepted, error) {
	return accepted(ctx, (*caller)(s), &call{op: &OpDriveItemCopy, line: line("POST /me/drive/items/{itemID}/copy", itemID), body: body}, opts)
}

// GetContent says where an item's content is.
//
// Source: api-reference/v1.0/api/driveitem-get-content.md
func (s *DriveItemService) GetContent(ctx context.Context, itemPath string, opts ...RequestOption) (*Redirect, error) {
	return redirect(ctx, (*caller)(s), &call{op: &OpDriveItemGetContent, line: line("GET /me/drive/root:/{itemPath...}:/content", itemPath)}, opts)
}

// ---- Types with derived types: a base keeps what its derived types declare.

// Attachment is a base type: see [FileAttachment].
type Attachment struct {
	ODataType string `json:"@odata.type,omitzero"`
	ID        string `json:"id,omitzero"`
	Name      string `json:"name,omitzero"`
	IsInline  *bool  `json:"isInline,omitzero"`
	extra     Extra
}

// bareAttachment is Attachment without its methods for JSON.
type bareAttachment Attachment

// UnmarshalJSON keeps the properties of derived types.
func (v *Attachment) UnmarshalJSON(data []byte) error {
	return decodeKeeping(data, (*bareAttachment)(v), &v.extra)
}

// MarshalJSON writes what was kept, too.
func (v Attachment) MarshalJSON() ([]byte, error) {
	return encodeKeeping((*bareAttachment)(&v), v.extra)
}

// FileAttachment is an [Attachment] that holds a file. It is last in its line:
// it keeps nothing, and undoes the base's methods by plainJSON.
type FileAttachment struct {
	Attachment
	plainJSON
	ContentBytes []byte `json:"contentBytes,omitzero"`
}

// odataTypes: its own, then those of the types derived from it.
func (*FileAttachment) odataTypes() []string { return []string{"#microsoft.graph.fileAttachment"} }

// AsAttachment gives the value as an [Attachment] that keeps all of it.
func (v FileAttachment) AsAttachment() Attachment { return upcast[Attachment](&v) }

// OutlookItem is a base type: see [Message].
type OutlookItem struct {
	ODataType  string   `json:"@odata.type,omitzero"`
	ID         string   `json:"id,omitzero"`
	Categories []string `json:"categories,omitzero"`
	extra      Extra
}

// bareOutlookItem is OutlookItem without its methods for JSON.
type bareOutlookItem OutlookItem

// UnmarshalJSON keeps the properties of derived types.
func (v *OutlookItem) UnmarshalJSON(data []byte) error {
	return decodeKeeping(data, (*bareOutlookItem)(v), &v.extra)
}

// MarshalJSON writes what was kept, too.
func (v OutlookItem) MarshalJSON() ([]byte, error) {
	return encodeKeeping((*bareOutlookItem)(&v), v.extra)
}

// Message is derived and a base itself: plainJSON and methods of its own. The
// rule: plainJSON stands beside a base that has these methods itself.
type Message struct {
	OutlookItem
	plainJSON
	Subject    string     `json:"subject,omitzero"`
	Importance Importance `json:"importance,omitzero"`
	extra      Extra
}

// bareMessage is Message without its methods for JSON.
type bareMessage Message

// UnmarshalJSON keeps the properties of derived types.
func (v *Message) UnmarshalJSON(data []byte) error {
	return decodeKeeping(data, (*bareMessage)(v), &v.extra)
}

// MarshalJSON writes what was kept, too.
func (v Message) MarshalJSON() ([]byte, error) {
	return encodeKeeping((*bareMessage)(&v), v.extra)
}

func (*Message) odataTypes() []string {
	return []string{"#microsoft.graph.message", "#microsoft.graph.eventMessage"}
}

// AsOutlookItem gives the value as an [OutlookItem] that keeps all of it.
func (v Message) AsOutlookItem() OutlookItem { return upcast[OutlookItem](&v) }

// EventMessage is two steps below [OutlookItem], and open: AdditionalProperties
// holds what it does not declare.
type EventMessage struct {
	Message
	plainJSON
	MeetingMessageType   string `json:"meetingMessageType,omitzero"`
	AdditionalProperties Extra  `json:"-"`
}

// bareEventMessage is EventMessage without its methods for JSON.
type bareEventMessage EventMessage

// UnmarshalJSON fills AdditionalProperties.
func (v *EventMessage) UnmarshalJSON(data []byte) error {
	return decodeKeeping(data, (*bareEventMessage)(v), &v.AdditionalProperties)
}

// MarshalJSON writes AdditionalProperties, too.
func (v EventMessage) MarshalJSON() ([]byte, error) {
	return encodeKeeping((*bareEventMessage)(&v), v.AdditionalProperties)
}

func (*EventMessage) odataTypes() []string { return []string{"#microsoft.graph.eventMessage"} }

// AsMessage gives the value as a [Message] that keeps all of it.
func (v EventMessage) AsMessage() Message { return upcast[Message](&v) }

// AsOutlookItem gives the value as an [OutlookItem] that keeps all of it.
func (v EventMessage) AsOutlookItem() OutlookItem { return upcast[OutlookItem](&v) }
