package client

// noCompare is embedded in structs to forbid ==, which would compare pointers
// by address. It also keeps programs compiling: a struct that could be compared
// would lose that as soon as the docs add a list to it.
type noCompare [0]func()
