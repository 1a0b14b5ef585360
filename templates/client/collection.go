package client

import (
	"context"
	"errors"
	"iter"
)

// Collection is a list that can be read in pages. A page is requested only when
// a loop over [Collection.All] or [Collection.Pages] needs it. Each loop starts
// again at the first page. A call that is not only a read, such as a POST, is made
// at once and returns a [Page].
//
// T is a pointer to a type, or a primitive type.
type Collection[T any] struct{ source }

// collection prepares a call whose response is a page of a list. Like the
// methods of Collection it is not inlined: the compiler would copy it for each
// of hundreds of types, which costs time and memory and saves nothing.
//
//go:noinline
func collection[T any](c *caller, k *call, opts []RequestOption) *Collection[T] {
	return &Collection[T]{source{*k, c.with(opts)}}
}

// All iterates over the values of all pages. If a page cannot be read, the last
// iteration has the error and the zero T. All skips the removed entries of a
// delta query; use [Collection.Pages] for those.
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

// Pages iterates over the pages, for their counts, links and removed entries.
// If a page cannot be read, the last iteration has the error and a nil page.
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
				yield(nil, at.call.fail(errors.New("the service returned the next link of this page again")))
				return
			}
			at = at.From(page.NextLink)
		}
	}
}

// From returns the same list starting at link, a [Page]'s NextLink or DeltaLink.
// The link contains the query: options that set query parameters have no
// effect on it, but options that set headers do.
//
//go:noinline
func (c *Collection[T]) From(link string) *Collection[T] {
	next := *c
	next.call.body, next.call.later, next.call.link = nil, nil, link
	return &next
}
