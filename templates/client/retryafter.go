package client

import (
	"errors"
	"math"
	"net/http"
	"strconv"
	"time"
)

// retryAfter parses the Retry-After header, which is a number of seconds or a
// date. It returns false if the header is missing or malformed.
func retryAfter(h http.Header) (time.Duration, bool) {
	text := h.Get("Retry-After")
	if text == "" {
		return 0, false
	}
	if seconds, err := strconv.ParseFloat(text, 64); seconds >= 0 && (err == nil || errors.Is(err, strconv.ErrRange)) {
		return time.Duration(min(seconds, math.MaxInt32) * float64(time.Second)), true
	}
	at, err := http.ParseTime(text)
	if err != nil {
		return 0, false
	}
	now := time.Now()
	if date, err := http.ParseTime(h.Get("Date")); err == nil {
		now = date // by the service's clock, which may differ from ours
	}
	return max(at.Sub(now), 0), true
}
