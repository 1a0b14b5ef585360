package exampletest

import (
	"strconv"
	"strings"
	"time"
)

// sameNumber reports whether two JSON numbers have the same value. Integers are
// compared exactly because IDs can exceed 2^53, other numbers as float64.
func sameNumber(a, b string) bool {
	if canonical(a) == canonical(b) {
		return true
	}
	if !strings.ContainsAny(a, ".eE") && !strings.ContainsAny(b, ".eE") {
		return false
	}
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	return errX == nil && errY == nil && x == y
}

// canonical returns a JSON number as digits without leading and trailing zeros, and
// an exponent. The length does not depend on the exponent.
func canonical(number string) string {
	digits, exponent, _ := strings.Cut(strings.ToLower(number), "e")
	negative := strings.HasPrefix(digits, "-")
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(digits, "-"), ".")
	power, _ := strconv.Atoi(exponent)
	digits = strings.TrimLeft(whole+fraction, "0")
	power -= len(fraction)
	short := strings.TrimRight(digits, "0")
	power += len(digits) - len(short)
	switch {
	case short == "":
		return "0"
	case negative:
		short = "-" + short
	}
	return short + "e" + strconv.Itoa(power)
}

// at parses a time argument of a documented URL in the same way as the server.
func at(text string) time.Time {
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		panic(err) // a bug in mdwire: the generator has parsed it
	}
	return t
}

// sameTime reports whether a and b are times of the same instant.
func sameTime(a, b string) bool {
	x, errX := time.Parse(time.RFC3339Nano, a)
	y, errY := time.Parse(time.RFC3339Nano, b)
	return errX == nil && errY == nil && x.Equal(y)
}
