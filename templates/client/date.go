package client

import (
	"fmt"
	"time"
)

// Date is a date without time or zone, in the form "2006-01-02". It keeps the
// text that the service sent, even if that is not a valid date.
type Date string

// NewDate returns the Date of a day. Like [time.Date], it normalizes values
// outside their usual ranges: February 30 becomes March 1 or 2.
func NewDate(year int, month time.Month, day int) Date {
	return Date(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Format(time.DateOnly))
}

// Time returns midnight UTC of the date, or an error if d is not a valid date.
func (d Date) Time() (time.Time, error) { return time.Parse(time.DateOnly, string(d)) }

// TimeOfDay is a time without date and zone, in the form "15:04:05.0000000". It
// keeps the text that the service sent, even if that is not a valid time.
type TimeOfDay string

// NewTimeOfDay returns the TimeOfDay at a duration after midnight.
func NewTimeOfDay(afterMidnight time.Duration) TimeOfDay {
	return TimeOfDay(time.Time{}.Add(afterMidnight).Format("15:04:05.0000000"))
}

// Duration returns the time since midnight, or an error if t is not a valid
// time of day. Seconds and their fraction are optional.
func (t TimeOfDay) Duration() (time.Duration, error) {
	at, err := time.Parse("15:04:05", string(t)) // also accepts a fraction
	if err != nil {
		if at, err = time.Parse("15:04", string(t)); err != nil {
			return 0, fmt.Errorf("%q is not a time of day", string(t))
		}
	}
	return at.Sub(time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC)), nil
}
