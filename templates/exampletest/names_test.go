package exampletest

import client "github.com/mdwire/mdwire/templates/client"

// What generated tests use; testdata/sample shows how. It is listed here so
// that staticcheck sees it used.
var _ = []any{
	newExchange, (*exchange).at, (*exchange).arrives, (*exchange).setsStatus, body[any], content,
	answerValue[any], answerScalar[any], answerNone, answerStream, answerAccepted, answerRedirect,
	(*exchange).none, (*exchange).value, (*exchange).scalar, collection[any], collectionFailed[any],
	(*exchange).beyond, (*exchange).keeps, (*exchange).stream, (*exchange).accepted, (*exchange).redirect, (*exchange).failed,
	exchange{client: (*client.Client)(nil)}.client,
}
