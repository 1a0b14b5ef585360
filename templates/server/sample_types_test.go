package server

import client "github.com/mdwire/mdwire/templates/client"

// The declarations below would be in the client package of the sample.

type User struct {
	ID          string `json:"id,omitzero"`
	DisplayName string `json:"displayName,omitzero"`
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

var mailRead = &client.Permissions{
	DelegatedWork:     client.AnyOf{{"Mail.Read"}, {"Mail.ReadBasic", "User.Read"}},
	DelegatedPersonal: client.AnyOf{{"Mail.Read"}},
}

// mailMove has the permissions of OpMessageMove, by route. The last context is for
// both.
var mailMove = &client.Permissions{Contexts: []client.PermissionContext{
	{Name: "Permissions acting on self", Routes: []int{0}, DelegatedWork: client.AnyOf{{"Mail.ReadWrite"}}},
	{Name: "Permissions acting on others", Routes: []int{1}, DelegatedWork: client.AnyOf{{"Mail.ReadWrite.All"}}, Application: client.AnyOf{{"Mail.ReadWrite.All"}}},
	{Name: "folders", Routes: []int{0, 1}, DelegatedWork: client.AnyOf{{"Folder.Read"}}, Application: client.AnyOf{{"Folder.Read"}}},
}}

var (
	OpUserGet          = op("user-get", 200, &client.Permissions{DelegatedWork: client.AnyOf{{"User.Read"}}, Application: client.AnyOf{{"User.Read.All"}}}, "GET", "/users/{id | userPrincipalName}")
	OpUserCount        = op("user-count", 200, nil, "GET", "/users/$count")
	OpUserReminderView = op("user-reminderview", 200, nil, "GET", "/users/{id | userPrincipalName}/reminderView(startDateTime='{start}',count={count})")
	OpMessageMove      = op("message-move", 201, mailMove,
		"POST", "/me/messages/{id}/move", "POST", "/users/{id | userPrincipalName}/messages/{id}/move")
	OpMessageList           = op("user-list-messages", 200, mailRead, "GET", "/users/{id | userPrincipalName}/messages")
	OpGroupPostMembers      = op("group-post-members", 204, nil, "POST", "/groups/{group-id}/members/$ref")
	OpProfilePhotoGet       = op("profilephoto-get", 200, nil, "GET", "/users/{id | userPrincipalName}/photo/$value")
	OpProfilePhotoUpdate    = op("profilephoto-update", 200, nil, "PUT", "/users/{id | userPrincipalName}/photo/$value")
	OpDriveItemRestore      = op("driveitem-restore", 200, nil, "POST", "/me/drive/items/{item-id}/restore")
	OpDriveItemCopy         = op("driveitem-copy", 202, nil, "POST", "/me/drive/root:/{item-path}:/copy")
	OpDriveItemListChildren = op("driveitem-list-children", 200, nil, "GET", "/me/drive/range(address='{address}')/children")
	OpReportRootGetUse      = op("reportroot-getuse", 302, nil, "GET", "/reports/getUse(period='{period_value}')")
)

func op(name string, success int, p *client.Permissions, routes ...string) client.OperationInfo {
	info := client.OperationInfo{Name: name, Success: success, Permissions: p, Source: "api-reference/v1.0/api/" + name + ".md"}
	for i := 0; i < len(routes); i += 2 {
		info.Routes = append(info.Routes, client.RouteInfo{Method: routes[i], Template: routes[i+1]})
	}
	return info
}
