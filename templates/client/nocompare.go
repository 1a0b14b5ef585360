package client

// noCompare stands in structs so that == does not take them. Where they hold
// pointers it would compare addresses; and a page that gains a list would take
// it away from programs that use it.
type noCompare [0]func()
