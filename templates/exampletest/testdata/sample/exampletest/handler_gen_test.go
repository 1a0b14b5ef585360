package exampletest

import (
	"context"
	"net/http"
	"sync"
	"testing"

	"sample/graph"
	"sample/graph/server"
)

// handler returns the documented response to every call.
type handler struct{ server.Unimplemented }

// handlers returns the handler that all tests share. The context of a request
// contains its exchange.
var handlers = sync.OnceValue(func() http.Handler { return server.New(handler{}) })

// open starts the test of an example.
func open(t testing.TB, name string, op *graph.OperationInfo, route int) *exchange {
	t.Helper()
	return newExchange(t, handlers, "/v1.0", name, op, route)
}

func (handler) UserGet(ctx context.Context, in *server.UserGetInput) (*graph.User, error) {
	return answerValue(ctx, in, new(graph.User))
}

func (handler) UserUpdate(ctx context.Context, in *server.UserUpdateInput) (*graph.User, error) {
	return answerValue(ctx, in, new(graph.User))
}

func (handler) UserCount(ctx context.Context, in *server.UserCountInput) (int64, error) {
	return answerScalar[int64](ctx, in)
}

func (handler) UserReminderView(ctx context.Context, in *server.UserReminderViewInput) (*graph.Page[*graph.Message], error) {
	return answerValue(ctx, in, new(graph.Page[*graph.Message]))
}

func (handler) MessageMove(ctx context.Context, in *server.MessageMoveInput) (*graph.Message, error) {
	return answerValue(ctx, in, new(graph.Message))
}

func (handler) MessageList(ctx context.Context, in *server.MessageListInput) (*graph.Page[*graph.Message], error) {
	return answerValue(ctx, in, new(graph.Page[*graph.Message]))
}

func (handler) GroupPostMembers(ctx context.Context, in *server.GroupPostMembersInput) error {
	return answerNone(ctx, in)
}

func (handler) ProfilePhotoGet(ctx context.Context, in *server.ProfilePhotoGetInput) (*graph.Stream, error) {
	return answerStream(ctx, in)
}

func (handler) ProfilePhotoUpdate(ctx context.Context, in *server.ProfilePhotoUpdateInput) error {
	return answerNone(ctx, in)
}

func (handler) DriveItemCopy(ctx context.Context, in *server.DriveItemCopyInput) (*graph.Accepted, error) {
	return answerAccepted(ctx, in)
}

func (handler) ReportRootGetUse(ctx context.Context, in *server.ReportRootGetUseInput) (*graph.Redirect, error) {
	return answerRedirect(ctx, in)
}

func (handler) GuestGet(ctx context.Context, in *server.GuestGetInput) (*graph.Manager, error) {
	return answerValue(ctx, in, new(graph.Manager))
}
