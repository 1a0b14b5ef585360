package exampletest

import client "github.com/mdwire/mdwire/templates/client"

// Generated tests use these functions; see testdata/sample. They are listed here
// because staticcheck would report them as unused.
var _ = []any{
	newExchange, (*exchange).needs, (*exchange).arrives, (*exchange).setsStatus, body[any], content,
	answerValue[any], answerScalar[any], answerNone, answerStream, answerAccepted, answerRedirect,
	(*exchange).none, (*exchange).value, (*exchange).scalar, collection[any], collectionFailed[any],
	(*exchange).beyond, (*exchange).keeps, (*exchange).stream, (*exchange).accepted, (*exchange).redirect, (*exchange).failed,
	orAccepted[any], (*exchange).atOnce,
	exchange{client: (*client.Client)(nil)}.client,
}
