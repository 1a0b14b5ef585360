// Package exampletest contains tests generated from the documented examples.
//
// Each test makes a documented call with the generated client to the generated
// server, over HTTP. It checks that the server receives the documented request and
// sends the documented response, and that the client returns all of its
// properties. The messages are in testdata, one txtar archive per resource.
//
// If MDWIRE_LIVE_URL is set to the base URL of a service, the GET examples are sent
// there instead, with the access token in MDWIRE_LIVE_TOKEN if that is set. A live
// service has other data, so these tests only check that the client can decode the
// response. Examples whose objects the service does not have are skipped.
package exampletest
