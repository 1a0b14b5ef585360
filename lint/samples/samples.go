// Package samples contains pages and parts of pages for the examples of several
// rules.
package samples

// UserType is a type page.
const UserType = `
-- api-reference/v1.0/resources/user.md --
# user resource type

Namespace: microsoft.graph

## Properties

|Property|Type|Description|
|:---|:---|:---|
|id|String|The key.|
|displayName|String|The name.|
|accountEnabled|Boolean|Whether the account is in use.|
|hireDate|Date|The first day.|
`

// GetUser is an operation page up to the response of its example.
const GetUser = `
-- api-reference/v1.0/api/user-get.md --
# Get user

Namespace: microsoft.graph

## HTTP request

'''http
GET /users/{id}
'''

## Example

<!-- { "blockType": "request", "name": "get_user" } -->
'''http
GET https://graph.microsoft.com/v1.0/users/1
'''
`

// OKUser is the response of GetUser up to its body.
const OKUser = `
<!-- { "blockType": "response", "@odata.type": "microsoft.graph.user" } -->
'''http
HTTP/1.1 200 OK
Content-type: application/json

`

// UpdateUser is an operation page up to the request body of its example.
const UpdateUser = `
-- api-reference/v1.0/api/user-update.md --
# Update user

Namespace: microsoft.graph

## HTTP request

'''http
PATCH /users/{id}
'''

## Request body

Supply a JSON representation of the [user](../resources/user.md).

## Example

<!-- { "blockType": "request", "name": "update_user" } -->
'''http
PATCH https://graph.microsoft.com/v1.0/users/1
Content-type: application/json

`
