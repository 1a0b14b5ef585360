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

// pageJSON is a page as services write it. Value is a pointer to what values
// are decoded into, or the values to write: code that knows no T stands in
// programs once, not once for each type.
type pageJSON struct {
	Count     *int64    `json:"@odata.count,omitzero"`
	NextLink  string    `json:"@odata.nextLink,omitzero"`
	DeltaLink string    `json:"@odata.deltaLink,omitzero"`
	Value     any       `json:"value"`
	removed   []Removed // stand among the values
}

// UnmarshalJSON reads a page as services write it.
func (p *Page[T]) UnmarshalJSON(data []byte) error {
	*p = Page[T]{}
	raw := pageJSON{Value: &p.Value}
	err := raw.decode(data)
	p.Count, p.NextLink, p.DeltaLink, p.Removed = raw.Count, raw.NextLink, raw.DeltaLink, raw.removed
	return err
}

func (p *pageJSON) decode(data []byte) error {
	// Only deltas, and few of them, hold removed entries: all other pages are
	// decoded in one go.
	if !bytes.Contains(data, []byte(`"@removed"`)) {
		return json.Unmarshal(data, p)
	}
	values := p.Value
	var entries, rest []json.RawMessage
	p.Value = &entries
	if err := json.Unmarshal(data, p); err != nil {
		return err
	}
	for _, entry := range entries {
		gone, err := removedEntry(entry)
		if err != nil {
			return err
		}
		if gone == nil {
			rest = append(rest, entry)
			continue
		}
		gone.After = len(rest)
		p.removed = append(p.removed, *gone)
	}
	data, err := json.Marshal(rest)
	if err != nil {
		return err
	}
	return json.Unmarshal(data, values)
}

type removedJSON struct {
	ID     string     `json:"id,omitzero"`
	Reason reasonJSON `json:"@removed"`
}

type reasonJSON struct {
	Reason string `json:"reason,omitzero"`
}

// removedEntry gives nil for an entry that is a value.
func removedEntry(entry json.RawMessage) (*Removed, error) {
	var mark struct {
		Removed json.RawMessage `json:"@removed"`
	}
	if json.Unmarshal(entry, &mark) != nil || mark.Removed == nil { // it may stand deeper, in a relationship of a value
		return nil, nil
	}
	var raw removedJSON
	err := json.Unmarshal(entry, &raw)
	return &Removed{ID: raw.ID, Reason: raw.Reason.Reason}, err
}

// MarshalJSON writes a page as services write it, removed entries in their places.
func (p Page[T]) MarshalJSON() ([]byte, error) {
	values := make([]any, len(p.Value))
	for i, v := range p.Value {
		values[i] = v
	}
	raw := pageJSON{p.Count, p.NextLink, p.DeltaLink, nil, p.Removed}
	return raw.encode(values)
}

func (p *pageJSON) encode(values []any) ([]byte, error) {
	all := []any{} // an empty page is [], not null
	at := 0
	for _, r := range p.removed {
		for ; at < len(values) && at < r.After; at++ {
			all = append(all, values[at])
		}
		all = append(all, removedJSON{r.ID, reasonJSON{r.Reason}})
	}
	p.Value = append(all, values[at:]...)
	return json.Marshal(p)
}
