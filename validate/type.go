package validate

// Type describes the JSON of a type's values. The zero Type accepts any JSON
// that has no duplicate names.
type Type struct {
	// Name is the type's name in messages, as in "microsoft.graph.user".
	Name string
	// Kinds are the kinds of JSON that values are written as, zero for any, and
	// Want describes them in messages, as in "a string".
	Kinds Kind
	Want  string
	// Format checks the text of a value that is neither an object nor an array.
	// It returns a description of the wanted value, as in "a date", and "" if the
	// value fits. A nil Format accepts every value of the Kinds.
	Format func(json string) (want string)
	// Properties are those of an object. Nil accepts all.
	Properties Properties
	// Derived returns the type that an object names in its "@odata.type", given
	// without its "#". Where Derived is nil, the annotation changes nothing.
	Derived func(name string) *Type
	// Opaque is for values that are passed on byte for byte. Their content is not
	// checked, not even for duplicate names.
	Opaque bool
}

// Properties are the properties of a type.
type Properties interface {
	// Property finds a property by its name in the JSON.
	Property(name string) Property
}

// Property is the documentation of a property.
type Property struct {
	// Name is the documented spelling. It may differ from the name in the JSON
	// by letter case, and is empty for an undeclared property.
	Name string
	// Type is the type of the value, of the elements of a Collection, or of the
	// members of a Map. Nil accepts any value.
	Type            *Type
	Collection, Map bool
	// Open reports, for an undeclared property, that the type accepts it.
	Open bool
}
