// Package exampletest holds tests made from the pages' examples, and what they
// need. Each test makes a documented call with the generated client against
// the generated server, over HTTP. What arrives at the server must be the
// documented request, what the server answers the documented response, and
// what the client returns must hold all of it.
//
// With MDWIRE_LIVE_URL set to a service's base URL (and MDWIRE_LIVE_TOKEN),
// the examples that only read are sent there instead. A live service has other
// data: then the response must be understood, whatever it holds.
package exampletest
