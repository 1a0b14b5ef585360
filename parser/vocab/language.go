// Package vocab has the words of reference pages in every language. A language
// is one table in one file. The tables are merged when the program starts,
// because a page does not say its language and translators leave parts in
// English. The package does not depend on pages.
package vocab

// language is the table of one language. Words are in lower case unless a
// field says otherwise. A list whose order matters has longer forms before the
// shorter ones that they contain.
type language struct {
	// unspaced marks a language that writes no blanks between words.
	unspaced bool

	// headings maps the slug of an English heading to the slugs of its
	// translations.
	headings map[string][]string
	// exampleStarts begin the slug of an example's heading, also when more
	// letters follow without a blank.
	exampleStarts []string

	// Heads of columns.
	propertyHeads, relationHeads, memberHeads, nameHeads []string
	typeHeads, valueHeads, docHeads                      []string
	requiredHeads                                        []string // beginnings
	methodHeads, pathHeads                               []string // of HTTP methods, of paths

	// Permission tables.
	permissionTypeHeads []string // heads of the column of kinds
	permissionHeads     []string // parts of the head of the column of names
	least, most         []string // parts of the head of a column that states its order
	falling             []string // means "from most to least" in one word
	higher              []string // parts of the head of a column of higher privileged permissions
	personal, work      []string // parts of the label of a delegated row
	account             []string // part of the label of a personal account's row
	application         []string // beginnings of the label of an application's row
	unsupported         []string // the call needs, or can have, no permission
	and, or             []string // join permissions that are needed together, or alternatives
	with                []string // join two lists: one permission of each is needed
	oneOf, allOf        []string // before a list: one of its permissions is needed, or all are
	allNeeded           []string // parts of a remark or a sentence that all permissions of a list are needed
	negations           []string // parts of sentences with words of allNeeded that mean something else
	permissionNouns     []string // may follow the name of a permission
	remarks             []string // remarks in parentheses that do not change what is needed
	caseStarts          []string // begin a remark in parentheses that says when a permission is needed

	// What a permission table applies to.
	self, others  []string // the signed-in user; other users
	userNouns     []string // the resource of a user, singular
	resourceNouns []string // a resource
	exceptions    []string // words after which a text excludes what it names
	conditions    []string // begin a label that states a condition
	contextWords  []string // words that name no resource

	// Types.
	primitives         map[string][]string // Edm name without "Edm." to the spellings of the type
	collection         []string            // the word for a collection
	several            []string            // words for a list or an array, after the name of a type
	severalWords       []string            // words anywhere near the name of a type that may mean several values
	collectionCalls    []string            // "collection("
	collectionEnds     []string            // " collection"
	collectionStarts   []string            // "collection of "
	collectionLeads    []string            // the word for a collection where the type follows it directly
	listOf             []string            // "list of", before the name of a type
	objects            []string            // words between the name of a type and the word for a collection
	propertyNouns      []string            // words for the members of a body
	statingVerbs       []string            // verbs of sentences about the type of a body
	articles           []string            // before the name of a type
	typeNouns          []string            // words after the name of a type in a sentence
	looseTypeNouns     []string            // the whole rest of a cell after the name of a type
	titleNouns         []string            // words after the name of a type in a title
	titlePlurals       []string            // the last word of a title that names a page of several types
	typeHeadingNouns   []string            // words after the name of a type in the heading above its table
	typeParts          []string            // words in headings above a part of the properties of a type
	titleNounStarts    []string            // beginnings of such words
	titleIntros        []string            // words before the name of a type in a title
	titleAnchors       []string            // ends of the slug of a type's title
	openType           []string            // part of the title of an open type
	enumHeadings       []string            // parts of a heading after the name of an enum
	inherits           []string            // "inherits from", as a page spells it, without the first letter
	possibleValueStems []string            // one of them is in every text that lists values
	possibleValues     []string            // introduce a list of values, as a page spells them

	// Sentences.
	noBody          []string // begin the sentence that a request has no body
	noBodyWithin    []string // the same, anywhere in the text
	noContent       []string // say that a response has no body
	byteWords       []string // words for a body that is bytes rather than JSON
	binaryWords     []string // say that a request body is bytes
	returnVerbs     []string // parts of a sentence about the result of a call
	contentVerbs    []string // parts of a sentence about the content of a response
	linkTo          []string // words before the name of such a body that is not sent itself
	content         []string // say that a response has a body
	yes             []string
	requiredStarts  []string // begin a description of a required property, as a page spells them
	requiredWithin  []string // the same, anywhere in the description
	optional        []string // say the contrary of requiredWithin
	requiredLeads   []string // in the sentence above a table of required parameters
	optionalWords   []string // say that a parameter is optional
	no              []string
	headerNouns     []string // words for a header of a request
	demands         []string // say that a call must have something
	limitStarts     []string // begin a sentence that demands something only in some cases
	limitWords      []string // the same, anywhere in the sentence
	statusNouns     []string // words after a status code
	statusLeads     []string // words before a status code, or ends of such words
	statusJoins     []string // words that continue a sentence after a status code
	quantities      []string // words before a number that is a quantity
	alerts          []string // labels of alerts, as a page spells them
	scopeLabels     []string // labels of the products or versions that a page is about
	statusLabels    []string // beginnings of a line that states the status of a response
	namespaceLabels []string // labels of the namespace's line

	// headerNames maps the name of a header to its translations.
	headerNames map[string][]string
}

// languages lists all tables. English is first because most pages are English.
var languages = []*language{
	&english, &chinese, &portuguese, &spanish, &german, &french, &russian, &italian, &japanese, &korean,
}
