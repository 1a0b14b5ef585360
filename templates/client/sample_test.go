package client

// This file is written by hand in the form of generated code. It is the contract
// between generated code and this package; the other tests use it.

//lint:file-ignore U1000 plainJSON is embedded to hide methods from encoding/json

import (
	"context"
	"encoding/json"
	"time"
)

// ---- Places: the methods of a place return the index of a route.

// AtUsers is the place /users/{userID}.
func AtUsers(userID string) *atUsers { return &atUsers{userID} }

type atUsers []string

func (p *atUsers) placeOf0001() position { return position{0, *p} }

// AtMeMessages is the place /me/messages/{messageID}.
func AtMeMessages(messageID string) *atMeMessages { return &atMeMessages{messageID} }

type atMeMessages []string

func (p *atMeMessages) placeOf0002() position { return position{0, *p} }

// AtUsersMessages is the place /users/{userID}/messages/{messageID}.
func AtUsersMessages(userID, messageID string) *atUsersMessages {
	return &atUsersMessages{userID, messageID}
}

type atUsersMessages []string

func (p *atUsersMessages) placeOf0002() position { return position{1, *p} }

// AtMeDriveItems is the place /me/drive/items/{itemID}.
func AtMeDriveItems(itemID string) *atMeDriveItems { return &atMeDriveItems{itemID} }

type atMeDriveItems []string

func (p *atMeDriveItems) placeOf0003() position { return position{0, *p} }

// AtMeDriveRootPath is the place /me/drive/root:/{itemPath}:.
func AtMeDriveRootPath(itemPath string) *atMeDriveRootPath { return &atMeDriveRootPath{itemPath} }

type atMeDriveRootPath []string

func (p *atMeDriveRootPath) placeOf0004() position { return position{0, *p} }

// ---- Operations with one place.

// UserPlace is a place of the calls of user; generated code has a type for each call.
type UserPlace interface {
	placeOf0001() position
}

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

// UserService has the operations of user.
type UserService Client

// User returns the operations of user.
func (c *Client) User() *UserService { return (*UserService)(c) }

// List retrieves the users.
//
// Source: api-reference/v1.0/api/user-list.md
func (s *UserService) List(opts ...RequestOption) *Collection[*User] {
	return collection[*User]((*caller)(s), &call{op: &OpUserList}, opts)
}

// Get retrieves the properties of a user.
//
// Source: api-reference/v1.0/api/user-get.md
func (s *UserService) Get(ctx context.Context, at UserPlace, opts ...RequestOption) (*User, error) {
	return value(ctx, (*caller)(s), &call{op: &OpUserGet, position: at.placeOf0001()}, opts, new(User))
}

// Update changes properties of a user.
//
// Source: api-reference/v1.0/api/user-update.md
func (s *UserService) Update(ctx context.Context, at UserPlace, body UserUpdate, opts ...RequestOption) error {
	return none(ctx, (*caller)(s), &call{op: &OpUserUpdate, position: at.placeOf0001(), body: body}, opts)
}

// Delete deletes a user.
//
// Source: api-reference/v1.0/api/user-delete.md
func (s *UserService) Delete(ctx context.Context, at UserPlace, opts ...RequestOption) error {
	return none(ctx, (*caller)(s), &call{op: &OpUserDelete, position: at.placeOf0001()}, opts)
}

// Count returns the number of users, a primitive value.
//
// Source: api-reference/v1.0/api/user-count.md
func (s *UserService) Count(ctx context.Context, opts ...RequestOption) (int64, error) {
	return scalar[int64](ctx, (*caller)(s), &call{op: &OpUserCount}, opts)
}

// Delta returns the changed users; [Collection.Pages] also has the removed ones.
//
// Source: api-reference/v1.0/api/user-delta.md
func (s *UserService) Delta(opts ...RequestOption) *Collection[*User] {
	return collection[*User]((*caller)(s), &call{op: &OpUserDelta}, opts)
}

// ReminderView calls a function with typed arguments in the path.
//
// Source: api-reference/v1.0/api/user-reminderview.md
func (s *UserService) ReminderView(at UserPlace, start, end time.Time, opts ...RequestOption) *Collection[json.RawMessage] {
	return collection[json.RawMessage]((*caller)(s), &call{op: &OpUserReminderView, position: at.placeOf0001().with(timeArg(start), timeArg(end))}, opts)
}

// ListCalendarView has required query parameters.
//
// Source: api-reference/v1.0/api/user-list-calendarview.md
func (s *UserService) ListCalendarView(at UserPlace, start, end time.Time, opts ...RequestOption) *Collection[json.RawMessage] {
	return collection[json.RawMessage]((*caller)(s), &call{op: &OpUserListCalendarView, position: at.placeOf0001(), query: []argument{{"startDateTime", timeArg(start)}, {"endDateTime", timeArg(end)}}}, opts)
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

// Importance is an enum. Undocumented members are kept.
type Importance string

// Members of [Importance].
const (
	ImportanceLow  Importance = "low"
	ImportanceHigh Importance = "high"
)

// UserUpdate has the properties of [User] that Update can change.
type UserUpdate struct {
	DisplayName    Opt[string]    `json:"displayName,omitzero"`
	AccountEnabled Opt[bool]      `json:"accountEnabled,omitzero"`
	BusinessPhones Opt[[]string]  `json:"businessPhones,omitzero"`
	Birthday       Opt[time.Time] `json:"birthday,omitzero"`
}

// ---- Operations with several places.

// OpMessageMove: POST /me/messages/{id}/move
var OpMessageMove = OperationInfo{Name: "message-move", Routes: []RouteInfo{{"POST", "/me/messages/{id}/move"}, {"POST", "/users/{id | userPrincipalName}/messages/{id}/move"}}, Permissions: &Permissions{DelegatedWork: AnyOf{{"Mail.ReadWrite"}}, DelegatedPersonal: AnyOf{{"Mail.ReadWrite"}}, Application: AnyOf{{"Mail.ReadWrite"}}}, Success: 201, Source: "api-reference/v1.0/api/message-move.md"}

// MessageService has the operations of message.
type MessageService Client

// Message returns the operations of message.
func (c *Client) Message() *MessageService { return (*MessageService)(c) }

// MessageMovePlace is a place that [MessageService.Move] is documented for.
type MessageMovePlace interface {
	placeOf0002() position
}

// MessageMoveBody is the request body of Move.
type MessageMoveBody struct {
	DestinationID string `json:"destinationId,omitzero"`
}

// Move moves a message to another folder.
//
// Source: api-reference/v1.0/api/message-move.md
func (s *MessageService) Move(ctx context.Context, at MessageMovePlace, body MessageMoveBody, opts ...RequestOption) (*Message, error) {
	return value(ctx, (*caller)(s), &call{op: &OpMessageMove, position: at.placeOf0002(), body: body}, opts, new(Message))
}

// ---- Uploads and downloads of content that is not JSON; 202; 302.

// OpProfilePhotoGet: GET /me/photo/$value
var OpProfilePhotoGet = OperationInfo{Name: "profilephoto-get", Routes: []RouteInfo{{"GET", "/me/photo/$value"}}, Success: 200, Source: "api-reference/v1.0/api/profilephoto-get.md"}

// OpProfilePhotoUpdate: PUT /me/photo/$value
var OpProfilePhotoUpdate = OperationInfo{Name: "profilephoto-update", Routes: []RouteInfo{{"PUT", "/me/photo/$value"}}, Success: 200, Source: "api-reference/v1.0/api/profilephoto-update.md"}

// OpDriveItemCopy: POST /me/drive/items/{item-id}/copy
var OpDriveItemCopy = OperationInfo{Name: "driveitem-copy", Routes: []RouteInfo{{"POST", "/me/drive/items/{item-id}/copy"}}, Success: 202, Source: "api-reference/v1.0/api/driveitem-copy.md"}

// OpDriveItemRestore: POST /me/drive/items/{item-id}/restore
var OpDriveItemRestore = OperationInfo{Name: "driveitem-restore", Routes: []RouteInfo{{"POST", "/me/drive/items/{item-id}/restore"}}, Success: 200, Source: "api-reference/v1.0/api/driveitem-restore.md"}

// OpDriveItemGetContent: GET /me/drive/root:/{item-path}:/content
var OpDriveItemGetContent = OperationInfo{Name: "driveitem-get-content", Routes: []RouteInfo{{"GET", "/me/drive/root:/{item-path}:/content"}}, Success: 302, Source: "api-reference/v1.0/api/driveitem-get-content.md"}

// ProfilePhotoService has the operations of profilePhoto.
type ProfilePhotoService Client

// ProfilePhoto returns the operations of profilePhoto.
func (c *Client) ProfilePhoto() *ProfilePhotoService { return (*ProfilePhotoService)(c) }

// Get downloads the photo.
//
// Source: api-reference/v1.0/api/profilephoto-get.md
func (s *ProfilePhotoService) Get(ctx context.Context, opts ...RequestOption) (*Stream, error) {
	return stream(ctx, (*caller)(s), &call{op: &OpProfilePhotoGet}, opts)
}

// Update uploads a photo.
//
// Source: api-reference/v1.0/api/profilephoto-update.md
func (s *ProfilePhotoService) Update(ctx context.Context, body Content, opts ...RequestOption) error {
	return none(ctx, (*caller)(s), &call{op: &OpProfilePhotoUpdate, body: body, contentType: "image/jpeg"}, opts)
}

// DriveItemService has the operations of driveItem.
type DriveItemService Client

// DriveItem returns the operations of driveItem.
func (c *Client) DriveItem() *DriveItemService { return (*DriveItemService)(c) }

// DriveItemPlace is a place of the calls of driveItem.
type DriveItemPlace interface {
	placeOf0003() position
}

// DriveItemGetContentPlace is a place that [DriveItemService.GetContent] is documented
// for.
type DriveItemGetContentPlace interface {
	placeOf0004() position
}

// DriveItemCopyBody is the request body of Copy.
type DriveItemCopyBody struct {
	Name string `json:"name,omitzero"`
}

// Copy starts a copy of an item.
//
// Source: api-reference/v1.0/api/driveitem-copy.md
func (s *DriveItemService) Copy(ctx context.Context, at DriveItemPlace, body DriveItemCopyBody, opts ...RequestOption) (*Accepted, error) {
	return accepted(ctx, (*caller)(s), &call{op: &OpDriveItemCopy, position: at.placeOf0003(), body: body}, opts)
}

// DriveItem is an item of a drive.
type DriveItem struct {
	ID string `json:"id,omitzero"`
}

// Restore restores an item. If the service answers 202 Accepted, the item is nil and the
// [*Accepted] tells where to ask for it. Otherwise the [*Accepted] is nil.
//
// Source: api-reference/v1.0/api/driveitem-restore.md
func (s *DriveItemService) Restore(ctx context.Context, at DriveItemPlace, opts ...RequestOption) (*DriveItem, *Accepted, error) {
	var later *Accepted
	out, err := value(ctx, (*caller)(s), &call{op: &OpDriveItemRestore, position: at.placeOf0003(), later: &later}, opts, new(DriveItem))
	return out, later, err
}

// GetContent returns the URL of an item's content.
//
// Source: api-reference/v1.0/api/driveitem-get-content.md
func (s *DriveItemService) GetContent(ctx context.Context, at DriveItemGetContentPlace, opts ...RequestOption) (*Redirect, error) {
	return redirect(ctx, (*caller)(s), &call{op: &OpDriveItemGetContent, position: at.placeOf0004()}, opts)
}

// ---- Types with derived types: a base type keeps their properties.

// Attachment is a base type: see [FileAttachment].
type Attachment struct {
	ODataType string `json:"@odata.type,omitzero"`
	ID        string `json:"id,omitzero"`
	Name      string `json:"name,omitzero"`
	IsInline  *bool  `json:"isInline,omitzero"`

	AdditionalProperties Extra `json:"-"`
}

// bareAttachment is Attachment without its JSON methods.
type bareAttachment Attachment

// UnmarshalJSON keeps the properties of derived types.
func (v *Attachment) UnmarshalJSON(data []byte) error {
	return decodeKeeping(data, (*bareAttachment)(v), &v.AdditionalProperties)
}

// MarshalJSON also encodes the kept properties.
func (v Attachment) MarshalJSON() ([]byte, error) {
	return encodeKeeping((*bareAttachment)(&v), v.AdditionalProperties)
}

// FileAttachment is an [Attachment] that holds a file. It embeds plainJSON because its
// base type has JSON methods.
type FileAttachment struct {
	Attachment
	plainJSON
	ContentBytes []byte `json:"contentBytes,omitzero"`

	AdditionalProperties Extra `json:"-"`
}

// bareFileAttachment is FileAttachment without its JSON methods.
type bareFileAttachment FileAttachment

// UnmarshalJSON keeps undeclared properties.
func (v *FileAttachment) UnmarshalJSON(data []byte) error {
	return decodeKeeping(data, (*bareFileAttachment)(v), &v.AdditionalProperties)
}

// MarshalJSON also encodes the kept properties.
func (v FileAttachment) MarshalJSON() ([]byte, error) {
	return encodeKeeping((*bareFileAttachment)(&v), v.AdditionalProperties, v.Attachment.AdditionalProperties)
}

// odataTypes returns the type's own name and those of the types derived from it.
func (*FileAttachment) odataTypes() []string { return []string{"#microsoft.graph.fileAttachment"} }

// AsAttachment converts the value to an [Attachment], which keeps all properties.
func (v FileAttachment) AsAttachment() Attachment { return upcast[Attachment](&v) }

// OutlookItem is a base type: see [Message].
type OutlookItem struct {
	ODataType  string   `json:"@odata.type,omitzero"`
	ID         string   `json:"id,omitzero"`
	Categories []string `json:"categories,omitzero"`

	AdditionalProperties Extra `json:"-"`
}

// bareOutlookItem is OutlookItem without its JSON methods.
type bareOutlookItem OutlookItem

// UnmarshalJSON keeps the properties of derived types.
func (v *OutlookItem) UnmarshalJSON(data []byte) error {
	return decodeKeeping(data, (*bareOutlookItem)(v), &v.AdditionalProperties)
}

// MarshalJSON also encodes the kept properties.
func (v OutlookItem) MarshalJSON() ([]byte, error) {
	return encodeKeeping((*bareOutlookItem)(&v), v.AdditionalProperties)
}

// Message is a derived type and a base type. It embeds plainJSON because its base
// type has JSON methods, and has its own JSON methods because it keeps properties.
type Message struct {
	OutlookItem
	plainJSON
	Subject    string     `json:"subject,omitzero"`
	Importance Importance `json:"importance,omitzero"`

	AdditionalProperties Extra `json:"-"`
}

// bareMessage is Message without its JSON methods.
type bareMessage Message

// UnmarshalJSON keeps the properties of derived types.
func (v *Message) UnmarshalJSON(data []byte) error {
	return decodeKeeping(data, (*bareMessage)(v), &v.AdditionalProperties)
}

// MarshalJSON also encodes the kept properties.
func (v Message) MarshalJSON() ([]byte, error) {
	return encodeKeeping((*bareMessage)(&v), v.AdditionalProperties, v.OutlookItem.AdditionalProperties)
}

func (*Message) odataTypes() []string {
	return []string{"#microsoft.graph.message", "#microsoft.graph.eventMessage"}
}

// AsOutlookItem converts the value to an [OutlookItem], which keeps all
// properties.
func (v Message) AsOutlookItem() OutlookItem { return upcast[OutlookItem](&v) }

// EventMessage is derived from [Message], which is derived from [OutlookItem]. It
// is open: AdditionalProperties has the undeclared properties.
type EventMessage struct {
	Message
	plainJSON
	MeetingMessageType   string `json:"meetingMessageType,omitzero"`
	AdditionalProperties Extra  `json:"-"`
}

// bareEventMessage is EventMessage without its JSON methods.
type bareEventMessage EventMessage

// UnmarshalJSON fills AdditionalProperties.
func (v *EventMessage) UnmarshalJSON(data []byte) error {
	return decodeKeeping(data, (*bareEventMessage)(v), &v.AdditionalProperties)
}

// MarshalJSON also encodes AdditionalProperties.
func (v EventMessage) MarshalJSON() ([]byte, error) {
	return encodeKeeping((*bareEventMessage)(&v), v.AdditionalProperties)
}

func (*EventMessage) odataTypes() []string { return []string{"#microsoft.graph.eventMessage"} }

// AsMessage converts the value to a [Message], which keeps all properties.
func (v EventMessage) AsMessage() Message { return upcast[Message](&v) }

// AsOutlookItem converts the value to an [OutlookItem], which keeps all
// properties.
func (v EventMessage) AsOutlookItem() OutlookItem { return upcast[OutlookItem](&v) }
