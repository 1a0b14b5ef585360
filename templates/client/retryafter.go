package client

import (
	"errors"
	"math"
	"net/http"
	"strconv"
	"time"
)

// retryAfter reads Retry-After, seconds or a date; false when there is none.
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
		now = date // the service's clock and ours may differ
	}
	return max(at.Sub(now), 0), true
}
