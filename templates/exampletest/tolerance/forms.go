package tolerance

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"
)

func sameNumbers(documented, sent any) bool {
	a, ok := documented.(json.Number)
	b, okToo := sent.(json.Number)
	return ok && okToo && sameNumber(a.String(), b.String())
}

// isOddNumber reports whether a value is a number that Go may write in another way.
func isOddNumber(v any) bool {
	n, ok := v.(json.Number)
	if !ok {
		return false
	}
	_, err := strconv.ParseInt(n.String(), 10, 64)
	return err != nil
}

func sameTimes(documented, sent any) bool {
	a, ok := documented.(string)
	b, okToo := sent.(string)
	return ok && okToo && sameTime(a, b)
}

func isOddTime(v any) bool {
	text, ok := v.(string)
	if !ok || len(text) < len("2006-01-02T15:04:05Z") {
		return false
	}
	t, err := time.Parse(time.RFC3339Nano, text)
	return err == nil && t.Format(time.RFC3339Nano) != text
}

// IsNothing reports whether a property with the value may be left out, by the rule
// json-nothing.
func IsNothing(v any) bool { return v == nil || v == "" }

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

// sameTime reports whether a and b are times of the same instant.
func sameTime(a, b string) bool {
	x, errX := time.Parse(time.RFC3339Nano, a)
	y, errY := time.Parse(time.RFC3339Nano, b)
	return errX == nil && errY == nil && x.Equal(y)
}
