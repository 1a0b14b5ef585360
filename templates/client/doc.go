// Package client is the support code of every generated client package. The
// generator copies its files, except this one and the tests, into the generated
// package and changes the package clause. The code handles HTTP, JSON and OData
// paging. It knows nothing about a particular API: generated methods pass an
// [OperationInfo] and a call.
//
// Size: programs call a few of thousands of operations, and the linker should
// drop the others. Therefore generic functions are thin wrappers of functions
// without type parameters, content that is not JSON is behind an interface, and
// returned values hold functions instead of the client.
//
// Names: exported names become part of the user's package and godoc, so there
// are few and their comments address that reader. Unexported names (call,
// value, collection, segment, …) are for generated code; sample_test.go shows
// the use of each.
//
// Dependencies between files: a file is copied only if a name that it declares
// is used. The core is always copied: operation.go, client.go, host.go, call.go,
// request.go, requestoption.go, responseinfo.go, path.go, body.go, send.go, accepted.go,
// retry.go, retryafter.go, error.go, token.go, claims.go, credential.go and do.go. It uses no other file. Of the others,
// as.go needs keep.go, collection.go and page.go need each other, page.go needs keep.go, redirect.go needs stream.go,
// and opt.go and related.go need nocompare.go. Copying all files is also
// correct: staticcheck does not report unused names in generated files, and the
// linker drops them.
package client
