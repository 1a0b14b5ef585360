package client

import (
	"context"
	"errors"
	"iter"
)

// Collection is a list that the service gives out in pages. Nothing is sent
// before its values are asked for, and nothing more once a loop ends. It may
// be gone through again: it is then asked for again.
//
// T is a pointer, unless the list is one of primitive values.
type Collection[T any] struct {
	call  call
	fetch fetch
}

// fetch makes a call and decodes what comes into the value that v points to. A
// Collection holds such a function in place of the client: the linker keeps
// methods of all types that it finds in a generic one.
type fetch func(ctx context.Context, k *call, v any) error

func (c *caller) with(opts []RequestOption) fetch {
	return func(ctx context.Context, k *call, v any) error { return c.fetch(ctx, k, opts, v) }
}

// collection prepares a call that is answered with a page, or with the first of
// several. Like Collection's methods it is not inlined: the compiler would write
// it anew for each of hundreds of types, which takes time and memory and saves nothing.
//
//go:noinline
func collection[T any](c *caller, k *call, opts []RequestOption) *Collection[T] {
	return &Collection[T]{*k, c.with(opts)}
}

// All gives the values of all pages. An error, with no value, is the last
// thing it gives. It leaves out what the pages of a delta say is gone: use
// Pages there.
//
//	for v, err := range collection.All(ctx) {
//		if err != nil {
//			return err
//		}
//		…
//	}
//
//go:noinline
func (c *Collection[T]) All(ctx context.Context) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for page, err := range c.Pages(ctx) {
			if err != nil {
				var none T
				yield(none, err)
				return
			}
			for _, v := range page.Value {
				if !yield(v, nil) {
					return
				}
			}
		}
	}
}

// Pages gives the pages, for their counts and links. An error, with a nil
// page, is the last thing it gives.
//
//go:noinline
func (c *Collection[T]) Pages(ctx context.Context) iter.Seq2[*Page[T], error] {
	return func(yield func(*Page[T], error) bool) {
		for at := c; ; {
			page := new(Page[T])
			if err := at.fetch(ctx, &at.call, page); err != nil {
				yield(nil, err)
				return
			}
			if !yield(page, nil) || page.NextLink == "" {
				return
			}
			if page.NextLink == at.call.link {
				yield(nil, at.call.fail(errors.New("the next page is said to be this one again")))
				return
			}
			at = at.From(page.NextLink)
		}
	}
}

// From gives the same list from a page's NextLink or DeltaLink on. The link
// holds the query: options for the query count no more, those for headers do.
//
//go:noinline
func (c *Collection[T]) From(link string) *Collection[T] {
	next := *c
	next.call.body, next.call.link = nil, link
	return &next
}
