package exampletest

import "time"

// at parses a time argument of a documented URL in the same way as the server.
func at(text string) time.Time {
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		panic(err) // a bug in mdwire: the generator has parsed it
	}
	return t
}
