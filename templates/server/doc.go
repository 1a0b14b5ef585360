// Package server is an HTTP server for the documented routes of the API.
//
// Implement [Handler] and pass it to [New]. Embed [Unimplemented], which
// implements the methods that you leave out:
//
//	type store struct{ server.Unimplemented }
//
//	func (s store) UserGet(ctx context.Context, in *server.UserGetInput) (*graph.User, error) {
//		user, ok := s.users[in.UserID]
//		if !ok {
//			return nil, &graph.Error{StatusCode: 404, Code: "itemNotFound", Message: "No such user."}
//		}
//		return user, nil
//	}
//
//	http.ListenAndServe(addr, server.New(store{}, server.WithPrefix("/v1.0"),
//		server.WithAuthorizer(server.PermissionAuthorizer{})))
//
// The value that a handler returns is sent with the documented status. An *Error
// of the client package is sent with its status, code and message. Any other
// error is logged, and the client receives status 500 without the text of the
// error. Without [WithAuthorizer] every call is allowed.
package server
