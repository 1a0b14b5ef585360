package diag

import "strings"

// Code is the stable name of a rule in reports, configurations and ignore comments.
// Each has a manual in lint/rules.
type Code string

// The codes of all rules. Package parser/page, which knows no word of any API,
// reports only codes of the Markdown group.
const (
	// Front matter.
	FrontmatterMissingKey      Code = "frontmatter-missing-key"
	FrontmatterEmptyValue      Code = "frontmatter-empty-value"
	FrontmatterUnknownDocType  Code = "frontmatter-unknown-doc-type"
	FrontmatterDocTypeMismatch Code = "frontmatter-doc-type-mismatch"
	PlaceholderTodo            Code = "placeholder-todo"

	// Structure.
	SectionMissing      Code = "section-missing"
	SectionDuplicate    Code = "section-duplicate"
	SectionOutOfOrder   Code = "section-out-of-order"
	SectionHeadingCase  Code = "section-heading-case"
	HeadingSkippedLevel Code = "heading-skipped-level"
	NamespaceMissing    Code = "namespace-missing"
	BetaDisclaimer      Code = "beta-disclaimer"
	PageUnreachable     Code = "page-unreachable"

	// Permissions.
	PermissionsTableMissing  Code = "permissions-table-missing"
	PermissionMalformed      Code = "permission-malformed"
	PermissionUnknown        Code = "permission-unknown"
	PermissionSeparator      Code = "permission-separator"
	PermissionCellStyle      Code = "permission-cell-style"
	PermissionRowMissing     Code = "permission-row-missing"
	PermissionOrder          Code = "permission-order"
	PermissionContextUnknown Code = "permission-context-unknown"
	PermissionURLNoTemplate  Code = "permission-url-no-template"
	PermissionDuplicate      Code = "permission-duplicate"
	PermissionHeaderReversed Code = "permission-header-reversed"

	// HTTP request and headers.
	TemplateUnparseable           Code = "template-unparseable"
	TemplateUnbalanced            Code = "template-unbalanced"
	TemplateForm                  Code = "template-form"
	GeneratorErrorLeaked          Code = "generator-error-leaked"
	TemplateDuplicatePathParam    Code = "template-duplicate-path-param"
	TemplateDuplicate             Code = "template-duplicate"
	TemplateLiteralID             Code = "template-literal-id"
	TemplateQueryString           Code = "template-query-string"
	TemplateBlockAnnotation       Code = "template-block-annotation"
	TitleVerbMismatch             Code = "title-verb-mismatch"
	FunctionParameterUndocumented Code = "function-parameter-undocumented"
	PathParamInconsistentName     Code = "path-param-inconsistent-name"
	OperationDocumentedTwice      Code = "operation-documented-twice"
	AuthorizationHeaderMissing    Code = "authorization-header-missing"
	AuthorizationValueMalformed   Code = "authorization-value-malformed"
	ContentTypeHeader             Code = "content-type-header"
	AnnotationInvalidJSON         Code = "annotation-invalid-json"
	AnnotationUnknownKey          Code = "annotation-unknown-key"
	AnnotationOrphaned            Code = "annotation-orphaned"
	AnnotationBlockTypeMismatch   Code = "annotation-block-type-mismatch"
	CodeBlockUnannotated          Code = "code-block-unannotated"
	SampleKeyNotInURL             Code = "sample-key-not-in-url"
	ResponseNameUnmatched         Code = "response-name-unmatched"

	// Examples.
	ExampleRequestMissing        Code = "example-request-missing"
	ExampleUnpaired              Code = "example-unpaired"
	ExampleURLMalformed          Code = "example-url-malformed"
	ExampleHost                  Code = "example-host"
	StatusLineMalformed          Code = "status-line-malformed"
	HTTPHeaderMalformed          Code = "http-header-malformed"
	JSONInvalid                  Code = "json-invalid"
	ExampleTypeMismatch          Code = "example-type-mismatch"
	ExamplePropertyUndocumented  Code = "example-property-undocumented"
	ExamplePropertyCase          Code = "example-property-case"
	ExampleValueFormat           Code = "example-value-format"
	RequestPropertyUndocumented  Code = "request-property-undocumented"
	ResponseTypeMissing          Code = "response-type-missing"
	ResponseCollectionUndeclared Code = "response-collection-undeclared"
	ExampleURLNoTemplate         Code = "example-url-no-template"
	ExampleMethodNoTemplate      Code = "example-method-no-template"
	ExampleURLPlaceholder        Code = "example-url-placeholder"
	ExampleQueryUndocumented     Code = "example-query-undocumented"
	ExampleNameDuplicate         Code = "example-name-duplicate"
	ExampleWithoutOperation      Code = "example-without-operation"
	VersionMismatch              Code = "version-mismatch"
	StatusReasonMismatch         Code = "status-reason-mismatch"
	StatusProseMismatch          Code = "status-prose-mismatch"
	MethodStatusImplausible      Code = "method-status-implausible"
	ResponseSectionNoStatus      Code = "response-section-no-status"
	BodyOn204                    Code = "body-on-204"
	BodyOnGET                    Code = "body-on-get"
	BodyWithoutContentType       Code = "body-without-content-type"
	ContentLengthWrong           Code = "content-length-wrong"
	InteractiveBlockNotGET       Code = "interactive-block-not-get"
	CodeFenceLanguage            Code = "code-fence-language"

	// Resources.
	ResourceBlockMissing     Code = "resource-block-missing"
	ResourceDefinedTwice     Code = "resource-defined-twice"
	ResourcePropertyMismatch Code = "resource-property-mismatch"
	KeyPropertyNotDocumented Code = "key-property-not-documented"
	BaseTypeEmpty            Code = "base-type-empty"
	PropertyTypeMalformed    Code = "property-type-malformed"
	PropertyTypeUnresolved   Code = "property-type-unresolved"
	PropertyRowDefect        Code = "property-row-defect"
	EnumValuesMismatch       Code = "enum-values-mismatch"

	// Markdown, whatever the page documents.
	PageUnreadable      Code = "page-unreadable"
	FrontmatterInvalid  Code = "frontmatter-invalid"
	CommentUnclosed     Code = "comment-unclosed"
	TabGroup            Code = "tab-group"
	InvisibleCharacters Code = "invisible-characters"
	SecretLikeValue     Code = "secret-like-value"
	LinkDead            Code = "link-dead"
	LinkCaseMismatch    Code = "link-case-mismatch"
	LinkUnbalanced      Code = "link-unbalanced"
	LinkForm            Code = "link-form"
	TableColumnCount    Code = "table-column-count"

	// Suppression.
	IgnoreUnused Code = "ignore-unused"

	// Assumptions of mdwire about a page, see [Code.IsAssumption].
	AssumedBase        Code = "assumed-base"
	AssumedRoot        Code = "assumed-root"
	AssumedPlaceholder Code = "assumed-placeholder"
	AssumedType        Code = "assumed-type"
	AssumedName        Code = "assumed-name"
	AssumedResult      Code = "assumed-result"
	AssumedCalls       Code = "assumed-calls"
	AssumedMediaType   Code = "assumed-media-type"
	AssumedOptional    Code = "assumed-optional"

	// Reported by the generator.
	OperationNotGenerated Code = "operation-not-generated"
	NameCollision         Code = "name-collision"
	NameUnused            Code = "name-unused"
	IncludeUnused         Code = "include-unused"
)

// IsAssumption reports whether diagnostics of the code say what mdwire assumed
// because the page is not clear.
func (c Code) IsAssumption() bool { return strings.HasPrefix(string(c), "assumed-") }
