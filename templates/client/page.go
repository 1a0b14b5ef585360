package client

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"iter"
	"maps"
)

// Page is a response that contains a list, or a part of it. Most calls that write
// and return a list return all of it; [Page.All] reads on if they do not.
type Page[T any] struct {
	Value     []T       // in the service's order, without the removed entries
	Count     *int64    // the number of values in all pages; nil unless requested with [Count]
	NextLink  string    // the URL of the next page; empty on the last page
	DeltaLink string    // on the last page of a delta query: the URL that returns later changes
	Removed   []Removed // removed entries of a delta query

	// Envelope names the members of the page in JSON, nil for those of OData. Clients and
	// servers set it.
	Envelope *Envelope
	// AdditionalProperties holds the members that have no field, if there is an Envelope.
	AdditionalProperties Extra

	source *source // reads the next page; nil on the last page, and on pages that no client has read
}

// All iterates over the values of this page and of all pages after it, which it
// requests with GET when the loop needs them. Like [Collection.All], it skips removed
// entries and ends with the error if a page cannot be read. The call that returned this
// page is not made again.
//
//go:noinline
func (p *Page[T]) All(ctx context.Context) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, v := range p.Value {
			if !yield(v, nil) {
				return
			}
		}
		switch {
		case p.NextLink == "":
		case p.source == nil:
			var none T
			yield(none, errors.New("the page has a next link, but was not read by a client"))
		default:
			(&Collection[T]{*p.source}).From(p.NextLink).All(ctx)(yield)
		}
	}
}

func (p *Page[T]) in(e *Envelope) { p.Envelope = e }

func (p *Page[T]) next() **source {
	if p.NextLink == "" {
		return nil
	}
	return &p.source
}

// Removed is an entry of a delta query for an object that no longer exists.
type Removed struct {
	ID     string
	Reason string // "changed" if the object can be restored, "deleted" if not
	After  int    // the number of the page's values before this entry; if an ID occurs several times, its last entry applies
}

// pageJSON is the JSON form of a page. Value is a pointer to a slice to decode
// into, or the values to encode. Because it has no type parameter, its methods
// are compiled once, not once per type.
type pageJSON struct {
	Count     *int64    `json:"@odata.count,omitzero"`
	NextLink  string    `json:"@odata.nextLink,omitzero"`
	DeltaLink string    `json:"@odata.deltaLink,omitzero"`
	Value     any       `json:"value"`
	removed   []Removed // in JSON they are among the values
}

// UnmarshalJSON decodes a page in the form that services send.
func (p *Page[T]) UnmarshalJSON(data []byte) error {
	*p = Page[T]{Envelope: p.Envelope}
	raw := pageJSON{Value: &p.Value}
	data, rest, err := p.Envelope.open(data)
	if err == nil {
		err = raw.decode(data)
	}
	p.AdditionalProperties = rest
	p.Count, p.NextLink, p.DeltaLink, p.Removed = raw.Count, raw.NextLink, raw.DeltaLink, raw.removed
	return err
}

func (p *pageJSON) decode(data []byte) error {
	// Removed entries are rare and only in delta queries. All other pages are
	// decoded in one step.
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

// removedEntry decodes a removed entry. It returns nil if the entry is a value.
func removedEntry(entry json.RawMessage) (*Removed, error) {
	var mark struct {
		Removed json.RawMessage `json:"@removed"`
	}
	if json.Unmarshal(entry, &mark) != nil || mark.Removed == nil { // "@removed" may be nested in a relationship of a value
		return nil, nil
	}
	var raw removedJSON
	err := json.Unmarshal(entry, &raw)
	return &Removed{ID: raw.ID, Reason: raw.Reason.Reason}, err
}

// MarshalJSON encodes a page in the form that services send. Removed entries are
// among the values, at the positions given by their field After.
func (p Page[T]) MarshalJSON() ([]byte, error) {
	values := make([]any, len(p.Value))
	for i, v := range p.Value {
		values[i] = v
	}
	raw := pageJSON{p.Count, p.NextLink, p.DeltaLink, nil, p.Removed}
	data, err := raw.encode(values)
	if err != nil {
		return nil, err
	}
	return p.Envelope.seal(data, p.AdditionalProperties)
}

// pageMembers are the members of a page in OData.
var pageMembers = []string{"@odata.count", "@odata.nextLink", "@odata.deltaLink", "value"}

// open returns a page in OData's envelope and the other members of the page.
func (e *Envelope) open(data []byte) (page []byte, rest Extra, err error) {
	if e == nil {
		return data, nil, nil
	}
	if err := json.Unmarshal(data, &rest); err != nil {
		return nil, nil, err
	}
	known := Extra{}
	for _, name := range pageMembers {
		here := e.nameOf(name)
		if value, ok := rest[here]; ok {
			known[name] = value
			delete(rest, here)
		}
	}
	page, err = json.Marshal(known)
	return page, rest, err
}

// seal reverses open.
func (e *Envelope) seal(page []byte, rest Extra) ([]byte, error) {
	if e == nil {
		return page, nil
	}
	var known Extra
	if err := json.Unmarshal(page, &known); err != nil {
		return nil, err
	}
	all := Extra{}
	maps.Copy(all, rest)
	for name, value := range known {
		all[e.nameOf(name)] = value
	}
	return json.Marshal(all)
}

// nameOf returns the name that a member of a page in OData has in the envelope.
func (e *Envelope) nameOf(name string) string {
	switch {
	case name == "value":
		return firstNonEmpty(e.List, name)
	case name == "@odata.nextLink":
		return firstNonEmpty(e.NextLink, name)
	}
	return name
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
