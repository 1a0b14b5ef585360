// Package server serves the documented routes of the API.
//
// Implement [Handler], embed [Unimplemented] for what is left out, and give it
// to [New]:
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
// What a handler returns is answered with the documented status. An *Error of
// the client package is answered as it is; any other error is logged and
// answered with 500, without its text. Without [WithAuthorizer] every call is
// allowed.
package server
