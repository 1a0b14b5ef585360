package rules

import "github.com/mdwire/mdwire/lint"

// All lists every rule of mdwire in the order of the manual.
var All = lint.Catalog{
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
	sectionOutOfOrder,
	sectionHeadingCase,
	headingSkippedLevel,
	namespaceMissing,
	betaDisclaimer,
	pageUnreachable,

	// Permissions.
	permissionsTableMissing,
	permissionMalformed,
	permissionUnknown,
	permissionSeparator,
	permissionCellStyle,
	permissionRowMissing,
	permissionOrder,
	permissionContextUnknown, permissionURLNoTemplate, permissionDuplicate,
	permissionHeaderReversed,

	// HTTP request and headers.
	templateUnparseable,
	templateUnbalanced,
	templateForm,
	generatorErrorLeaked,
	templateDuplicatePathParam,
	templateDuplicate,
	templateLiteralID,
	templateQueryString,
	templateBlockAnnotation,
	titleVerbMismatch,
	functionParameterUndocumented,
	pathParamInconsistentName,
	operationDocumentedTwice,
	authorizationHeaderMissing,
	authorizationValueMalformed,
	contentTypeHeader,
	annotationInvalidJSON,
	annotationUnknownKey,
	annotationOrphaned,
	annotationBlockTypeMismatch,
	codeBlockUnannotated,
	sampleKeyNotInURL,
	responseNameUnmatched,

	// Examples.
	exampleRequestMissing,
	exampleUnpaired,
	exampleURLMalformed,
	exampleHost,
	statusLineMalformed,
	httpHeaderMalformed,
	jsonInvalid,
	exampleTypeMismatch,
	examplePropertyUndocumented,
	examplePropertyCase,
	exampleValueFormat,
	requestPropertyUndocumented,
	responseTypeMissing,
	responseCollectionUndeclared,
	exampleURLNoTemplate,
	exampleMethodNoTemplate,
	exampleURLPlaceholder,
	exampleQueryUndocumented,
	exampleNameDuplicate,
	versionMismatch,
	statusReasonMismatch,
	statusProseMismatch,
	methodStatusImplausible,
	responseSectionNoStatus,
	bodyOn204,
	bodyOnGet,
	bodyWithoutContentType,
	contentLengthWrong,
	interactiveBlockNotGet,
	codeFenceLanguage,

	// Resources.
	resourceBlockMissing,
	resourceDefinedTwice,
	resourcePropertyMismatch,
	enumValuesMismatch,
	keyPropertyNotDocumented,
	baseTypeEmpty,
	propertyTypeMalformed,
	propertyTypeUnresolved,
	propertyRowDefect,

	// Markdown.
	commentUnclosed,
	tabGroup,
	invisibleCharacters,
	secretLikeValue,
	linkDead,
	linkCaseMismatch,
	linkUnbalanced,
	linkForm,
	tableColumnCount,

	// Suppression.
	ignoreUnused,

	// Assumptions.
	assumedBase,
	assumedRoot,
	assumedPlaceholder,
	assumedType,
	assumedResult,
	assumedCalls,
	assumedMediaType,
	assumedOptional,

	// Reported by the generator.
	operationNotGenerated,
	nameCollision,
	nameUnused,
	includeUnused,
}
