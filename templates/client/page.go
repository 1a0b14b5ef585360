package client

import (
	"bytes"
	"encoding/json"
)

// Page is one response of a collection.
type Page[T any] struct {
	Value     []T       // in order, without what is in Removed
	Count     *int64    // how many there are in all pages, if asked for with [Count]
	NextLink  string    // where the next page is; empty on the last one
	DeltaLink string    // on the last page of a delta: where to ask later for what changed
	Removed   []Removed // of a delta: what is no longer there
}

// Removed is an entry of a delta that says that something is gone.
type Removed struct {
	ID     string
	Reason string // "changed": it can be restored; "deleted": it cannot
	After  int    // how many of the page's values stand before it: among entries with one ID the last one counts
}

type pageJSON[T any] struct {
	Count     *int64 `json:"@odata.count,omitzero"`
	NextLink  string `json:"@odata.nextLink,omitzero"`
	DeltaLink string `json:"@odata.deltaLink,omitzero"`
	Value     []T    `json:"value"`
}

type removedJSON struct {
	ID     string `json:"id,omitzero"`
	Reason struct {
		Reason string `json:"reason,omitzero"`
	} `json:"@removed"`
}

// UnmarshalJSON reads a page as services write it.
func (p *Page[T]) UnmarshalJSON(data []byte) error {
	// Only deltas, and few of them, hold removed entries: all other pages are
	// decoded in one go.
	if bytes.Contains(data, []byte(`"@removed"`)) {
		return unmarshalDelta(p, data)
	}
	var raw pageJSON[T]
	err := json.Unmarshal(data, &raw)
	*p = Page[T]{Value: raw.Value, Count: raw.Count, NextLink: raw.NextLink, DeltaLink: raw.DeltaLink}
	return err
}

func unmarshalDelta[T any](p *Page[T], data []byte) error {
	var raw pageJSON[json.RawMessage]
	if err := json.Unmarshal(data, &raw); err != nil {
		return err
	}
	*p = Page[T]{Count: raw.Count, NextLink: raw.NextLink, DeltaLink: raw.DeltaLink}
	for _, entry := range raw.Value {
		gone, err := removedEntry(entry)
		if err != nil {
			return err
		}
		if gone != nil {
			gone.After = len(p.Value)
			p.Removed = append(p.Removed, *gone)
			continue
		}
		var value T
		if err := json.Unmarshal(entry, &value); err != nil {
			return err
		}
		p.Value = append(p.Value, value)
	}
	return nil
}

// removedEntry gives nil for an entry that is a value.
func removedEntry(entry json.RawMessage) (*Removed, error) {
	if len(entry) == 0 || entry[0] != '{' || !bytes.Contains(entry, []byte(`"@removed"`)) {
		return nil, nil
	}
	var marks map[string]json.RawMessage
	if err := json.Unmarshal(entry, &marks); err != nil {
		return nil, err
	}
	if _, ok := marks["@removed"]; !ok { // it stands deeper, in a relationship of a value
		return nil, nil
	}
	var raw removedJSON
	if err := json.Unmarshal(entry, &raw); err != nil {
		return nil, err
	}
	return &Removed{ID: raw.ID, Reason: raw.Reason.Reason}, nil
}

// MarshalJSON writes a page as services write it, removed entries in their places.
func (p Page[T]) MarshalJSON() ([]byte, error) {
	raw := pageJSON[T]{Count: p.Count, NextLink: p.NextLink, DeltaLink: p.DeltaLink, Value: p.Value}
	if raw.Value == nil {
		raw.Value = []T{} // an empty page is [], not null
	}
	if len(p.Removed) == 0 {
		return json.Marshal(raw)
	}
	mixed := pageJSON[any]{Count: p.Count, NextLink: p.NextLink, DeltaLink: p.DeltaLink}
	rest := p.Value
	for _, r := range p.Removed {
		for len(rest) > 0 && len(p.Value)-len(rest) < r.After {
			mixed.Value, rest = append(mixed.Value, rest[0]), rest[1:]
		}
		entry := removedJSON{ID: r.ID}
		entry.Reason.Reason = r.Reason
		mixed.Value = append(mixed.Value, entry)
	}
	for _, v := range rest {
		mixed.Value = append(mixed.Value, v)
	}
	return json.Marshal(mixed)
}
