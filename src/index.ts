// Every public name, in the order of the pipeline. To understand the whole, read core/presentError.ts next.

// The client
export { ApiErrorClient } from './query/ApiErrorClient.js'

// Normalize: whatever was thrown becomes an ApiError
export { normalizeError } from './core/normalize/normalizeError.js'
export { readApiError, ensureOk } from './core/normalize/readApiError.js'
export { readBatchErrors } from './core/normalize/readBatchErrors.js'
export { ApiError, isApiError } from './core/ApiError.js'

// Classify: what a code means
export { errorCatalog } from './catalog.js'
export { defineCatalog } from './core/classify/defineCatalog.js'
export { classifyError } from './core/classify/classifyError.js'

// Route and localize: where it belongs, and in which words
export { routeError } from './core/route/routeError.js'
export { localizeError } from './core/localize/localizeError.js'
export { presentError } from './core/presentError.js'

// TanStack Query
export { apiRetry, apiRetryDelay } from './query/retry.js'
export { apiThrowOnError } from './query/apiThrowOnError.js'

// Components
export { ApiErrorProvider } from './react/provider/ApiErrorProvider.js'
export { ApiErrorBoundary } from './react/boundary/ApiErrorBoundary.js'
export { withErrorBoundary } from './react/boundary/withErrorBoundary.js'
export { useErrorBoundary } from 'react-error-boundary'
export { ApiForm } from './react/form/ApiForm.js'
export { Field } from './react/field/Field.js'
export { FieldError } from './react/field/FieldError.js'
export { ProblemCount } from './react/field/ProblemCount.js'
export { ErrorSummary } from './react/error-summary/ErrorSummary.js'
export { ErrorState } from './react/states/ErrorState.js'
export { ApiErrorToaster } from './react/toast/ApiErrorToaster.js'
export { RecentErrors } from './react/recent/RecentErrors.js'
export { OfflineBanner } from './react/offline/OfflineBanner.js'

// Hooks
export { useApiError } from './react/hooks/useApiError.js'
export { useFieldError } from './react/field/useFieldError.js'
export { useErrorSummary } from './react/error-summary/useErrorSummary.js'
export { useErrorToasts } from './react/toast/useErrorToasts.js'
export { useProblemCount } from './react/field/useProblemCount.js'
export { useReturnedError } from './react/hooks/useReturnedError.js'
export { useApiErrorMeta } from './react/hooks/useApiErrorMeta.js'
export { useApiErrorClient } from './react/provider/ClientContext.js'
export { useErrorMessage } from './react/hooks/useErrorMessage.js'
export { useRecentErrors } from './react/hooks/useRecentErrors.js'

// Types
export type { Code, FieldName, LocaleTag, ParamsOf, Register, RegisteredMeta } from './core/register.js'
export type { ApiErrorData } from './core/ApiError.js'
export type { ErrorCode, PseudoCode } from './catalog.js'
export type { ApiErrorClientOptions, Prefer, ReportContext } from './core/store/options.js'
export type { ReadableList, ReportOptions } from './query/ApiErrorClient.js'
export type { HistoryEntry } from './core/store/FailureHistory.js'
export type { ApiToast } from './core/store/ToastQueue.js'
export type { CloseReason } from './core/store/record.js'
export type { OnUnauthorized } from './core/store/SignIn.js'
export type { OnReveal } from './core/store/Surfaces.js'
export type { BodyParser, ParsedBody, ParsedIssue } from './core/normalize/BodyParser.js'
export type { NormalizeOptions } from './core/normalize/normalizeError.js'
export type { CatalogRows } from './core/classify/defineCatalog.js'
export type { Policy, PolicyOptions, Situation } from './core/route/policy.js'
export type { RouteContext, RouteSurfaces } from './core/route/routeError.js'
export type { FieldMatcher, FieldRequest } from './core/route/matchFields.js'
export type { PlaceContext, Presentation } from './core/presentError.js'
export type { LocalePack, Messages, MessageOverrides, InterfaceWords, LocalizedText } from './core/localize/Pack.js'
export type { AppMessages, AppMessageOverrides, AppWords, WordFacts, WordFunction } from './core/localize/Pack.js'
export type { ResolvedText, Template, WordOverrides, Words } from './core/localize/Pack.js'
export type { MessageLayer, MessageProblem, MessageRequest, Translator } from './core/localize/Translator.js'
export type { LocaleLoader, LocaleLoaders, LocaleSource, MessageRegistry } from './core/localize/MessageRegistry.js'
export type { IssueTexts, LocalizeContext } from './core/localize/localizeError.js'
export type { ParamLookup } from './core/localize/formatMessage.js'
export type { Slot } from './core/localize/lookup.js'
export type { ApiErrorKind, ApiErrorMeta, ApiErrorsMeta, Catalog, Category, Definition, Home } from './core/types.js'
export type { ApiErrorMetaParts, ApiErrorMetaValue, Issue, Origin, Params, Placement } from './core/types.js'
export type { Preference, Severity } from './core/types.js'
export type { ApiErrorProviderProps } from './react/provider/ApiErrorProvider.js'
export type { ApiErrorBoundaryHandle, ApiErrorBoundaryProps } from './react/boundary/ApiErrorBoundary.js'
export type { ApiErrorFallback, ApiErrorFallbackProps, ApiErrorFallbacks } from './react/boundary/fallback.js'
export type { ApiFormProps } from './react/form/ApiForm.js'
export type { BoundMutation, SendProps } from './react/form/useSubmit.js'
export type { ControlElementProps, FieldParts, FieldProps } from './react/field/Field.js'
export type { FieldControlProps } from './react/field/Control.js'
export type { FieldErrorProps } from './react/field/FieldError.js'
export type { FieldErrorResult, FieldMessage } from './react/field/useFieldError.js'
export type { ProblemCountProps } from './react/field/ProblemCount.js'
export type { ErrorSummaryProps } from './react/error-summary/ErrorSummary.js'
export type {
  ErrorSummaryLine,
  ErrorSummaryOptions,
  ErrorSummaryResult,
} from './react/error-summary/useErrorSummary.js'
export type { ErrorStateProps } from './react/states/ErrorState.js'
export type { ErrorStateParts } from './react/states/ErrorStateView.js'
export type { RecentErrorsProps } from './react/recent/RecentErrors.js'
export type { ApiErrorToasterProps } from './react/toast/ApiErrorToaster.js'
export type { ErrorToast, ErrorToastAction, ErrorToastLine, ErrorToastsOptions } from './react/toast/useErrorToasts.js'
export type { OfflineBannerProps } from './react/offline/OfflineBanner.js'
export type { ApiErrorOptions, CurrentApiError, ErrorActions, ErrorDetails } from './react/hooks/useApiError.js'
export type { NoApiError } from './react/hooks/useApiError.js'
export type { FormFields } from './react/hooks/useHandedOn.js'
export type { ErrorMessage } from './react/hooks/useErrorMessage.js'
