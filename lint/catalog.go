package lint

// Rules is the catalog: every rule whose name a finding of mdwire may carry,
// grouped as readers of the manual look for them.
var Rules = []*Rule{
	// Front matter.
	frontmatterInvalid,
	frontmatterMissingKey,
	frontmatterEmptyValue,
	frontmatterUnknownDocType,
	frontmatterDocTypeMismatch,
	placeholderTodo,

	// Structure.
	pageUnreadable,
	sectionMissing,
	sectionDuplicate,
	sectionHeadingCase,
	headingSkippedLevel,
	namespaceMissing,
	betaDisclaimer,

	// Permissions.
	permissionsTableMissing,
	permissionMalformed,
	permissionRowMissing,
	permissionOrder,
	permissionDuplicate,
	permissionHeaderReversed,

	// HTTP request and headers.
	templateUnparseable,
	templateUnbalanced,
	templateForm,
	generatorErrorLeaked,
	templateDuplicatePathParam,
	templateDuplicate,
	templateLiteralID,
	operationDocumentedTwice,
	authorizationHeaderMissing,
	authorizationValueMalformed,
	annotationInvalidJSON,
	annotationOrphaned,
	annotationBlockTypeMismatch,

	// Examples.
	exampleRequestMissing,
	exampleUnpaired,
	exampleURLMalformed,
	statusLineMalformed,
	httpHeaderMalformed,
	jsonInvalid,
	exampleURLNoTemplate,
	exampleMethodNoTemplate,
	exampleURLPlaceholder,
	exampleNameDuplicate,
	versionMismatch,
	statusReasonMismatch,
	statusProseMismatch,
	methodStatusImplausible,
	responseSectionNoStatus,
	bodyOn204,
	bodyOnGet,
	bodyWithoutContentType,
	interactiveBlockNotGet,
	codeFenceLanguage,

	// Resources.
	resourceBlockMissing,
	baseTypeEmpty,
	propertyTypeMalformed,
	propertyRowDefect,

	// Markdown.
	commentUnclosed,
	tabGroup,
	invisibleCharacters,
	linkDead,
	linkCaseMismatch,
	linkUnbalanced,
	linkForm,
	tableColumnCount,

	// Reported by the generator.
	operationNotGenerated,
	nameCollision,
	exampleTypeMismatch,
	exampleValueFormat,
	examplePropertyCase,
	requestPropertyUndocumented,
	responseTypeMissing,
}
