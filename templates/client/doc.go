// Package client is the support code of every generated client package: the
// generator copies its files (all but this one and the tests) beside what it
// writes, with another package clause. It knows HTTP, JSON and OData's ways of
// paging, and nothing of any page; everything that the docs say reaches it as
// an [OperationInfo] and a call.
//
// Size: programs call few of thousands of operations, and the linker drops the
// rest if it may. So generic functions are thin shells around one that knows no
// type, a body of another kind is behind an interface, and values given out
// hold functions in place of the client.
//
// Names: what is exported here stands in the user's own package and godoc, so
// it is little and is written for that reader. Unexported names (call, value,
// collection, segment …) are for generated code; sample_test.go shows how it
// uses each of them.
//
// Needs: a file is needed when one of the names it declares is used. The
// core, always needed, is operation.go, client.go, host.go, call.go,
// request.go, requestoption.go, body.go, send.go, retry.go, retryafter.go,
// error.go, token.go and credential.go; none of it uses the others. Of those,
// as.go needs keep.go, collection.go needs page.go, redirect.go needs
// stream.go, opt.go and related.go need nocompare.go. Copying everything is right too: staticcheck reports no unused
// names in generated files, and the linker drops them.
package client
