package exampletest

import (
	"strconv"
	"strings"
	"time"
)

// sameNumber compares JSON numbers by value, without rounding whole ones: ids
// beyond 2^53 differ in their last digit. Others may be as exact as a float64.
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

// canonical writes a JSON number as digits without zeros at either end, and an
// exponent; so 1e400 costs no more than 1.
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

// at gives the time that a page writes as an argument. It is read as the server
// reads it, for the two are compared.
func at(text string) time.Time {
	t, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		panic(err) // the generator has read it
	}
	return t
}

// sameTime compares instants: fractions of zeros and zones mean nothing.
func sameTime(a, b string) bool {
	x, errX := time.Parse(time.RFC3339Nano, a)
	y, errY := time.Parse(time.RFC3339Nano, b)
	return errX == nil && errY == nil && x.Equal(y)
}
