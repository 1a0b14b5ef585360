package client

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// Duration is a length of time in ISO 8601 form, such as "P1DT2H30M" or
// "PT0.5S". It keeps the text that the service sent, even if that is not a valid
// duration.
type Duration string

// NewDuration returns d in ISO 8601 form, in hours, minutes and seconds.
func NewDuration(d time.Duration) Duration {
	if d == 0 {
		return "PT0S"
	}
	text, sign := d.String(), ""
	if d < 0 {
		text, sign = text[1:], "-"
	}
	if d.Abs() < time.Second { // String uses ms, µs and ns there
		text = strconv.FormatFloat(d.Abs().Seconds(), 'f', -1, 64) + "s"
	}
	return Duration(sign + "PT" + strings.ToUpper(text))
}

// Duration returns the length of time. A day counts as 24 hours. It returns an
// error if d is malformed, contains years or months, which have no fixed
// length, or is longer than a [time.Duration] can hold.
func (d Duration) Duration() (time.Duration, error) {
	rest, negative := strings.CutPrefix(string(d), "-")
	rest, ok := strings.CutPrefix(rest, "P")
	days, clock, hasClock := strings.Cut(rest, "T")
	if !ok || rest == "" || hasClock && clock == "" {
		return 0, fmt.Errorf("%q is not an ISO 8601 duration", string(d))
	}
	total, err := addUnits(0, days, "WD", []time.Duration{7 * 24 * time.Hour, 24 * time.Hour})
	if err == nil {
		total, err = addUnits(total, clock, "HMS", []time.Duration{time.Hour, time.Minute, time.Second})
	}
	if err != nil {
		return 0, fmt.Errorf("%q is not an ISO 8601 duration of fixed length: %w", string(d), err)
	}
	if negative {
		total = -total
	}
	return total, nil
}

// addUnits adds to total the numbers in text. Each is followed by one of units,
// which appear at most once and in order; lengths are their durations.
func addUnits(total time.Duration, text, units string, lengths []time.Duration) (time.Duration, error) {
	for text != "" {
		end := strings.IndexAny(text, units)
		if end < 0 || strings.Trim(text[:end], "0123456789.") != "" {
			return 0, fmt.Errorf("%q is not a number followed by a unit", text)
		}
		n, err := strconv.ParseFloat(text[:end], 64)
		if err != nil {
			return 0, err
		}
		unit := strings.IndexByte(units, text[end])
		length := math.Round(n * float64(lengths[unit]))
		if float64(total)+length > math.MaxInt64 {
			return 0, strconv.ErrRange
		}
		total += time.Duration(length)
		text, units, lengths = text[end+1:], units[unit+1:], lengths[unit+1:]
	}
	return total, nil
}
