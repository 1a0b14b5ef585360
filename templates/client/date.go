package client

import (
	"fmt"
	"time"
)

// Date is a day without a time or a zone, written "2006-01-02". It holds what
// the service sent, even where that is no date.
type Date string

// NewDate gives the date of a day.
func NewDate(year int, month time.Month, day int) Date {
	return Date(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Format(time.DateOnly))
}

// Time gives the day's beginning in UTC.
func (d Date) Time() (time.Time, error) { return time.Parse(time.DateOnly, string(d)) }

// TimeOfDay is a time without a day or a zone, written "15:04:05.0000000".
type TimeOfDay string

// NewTimeOfDay gives the time that is so long after midnight.
func NewTimeOfDay(afterMidnight time.Duration) TimeOfDay {
	return TimeOfDay(time.Time{}.Add(afterMidnight).Format("15:04:05.0000000"))
}

// Duration gives the time since midnight.
func (t TimeOfDay) Duration() (time.Duration, error) {
	at, err := time.Parse("15:04:05", string(t)) // takes a fraction too
	if err != nil {
		if at, err = time.Parse("15:04", string(t)); err != nil {
			return 0, fmt.Errorf("%q is no time of day", string(t))
		}
	}
	return at.Sub(time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC)), nil
}
