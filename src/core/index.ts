// The pipeline without React, in its own order.
export { normalizeError } from './normalize/normalizeError.js'
export { readApiError, ensureOk } from './normalize/readApiError.js'
export { readBatchErrors } from './normalize/readBatchErrors.js'
export { ApiError, isApiError } from './ApiError.js'
export { errorCatalog, pseudoCatalog } from '../catalog.js'
export { defineCatalog } from './classify/defineCatalog.js'
export { classifyError } from './classify/classifyError.js'
export { routeError } from './route/routeError.js'
export { createFieldMatcher } from './route/matchFields.js'
export { defaultPolicy } from './route/policy.js'
export { MessageRegistry } from './localize/MessageRegistry.js'
export { localizeError } from './localize/localizeError.js'
export { presentError } from './presentError.js'

export type { ApiErrorData } from './ApiError.js'
export type { ErrorCode, PseudoCode } from '../catalog.js'
export type { Presentation } from './presentError.js'
export type { ApiErrorClientOptions, ReportContext } from './store/options.js'
export type { HistoryEntry } from './store/FailureHistory.js'
export type { ApiToast } from './store/ToastQueue.js'
export type { LocalePack, Messages, MessageOverrides, InterfaceWords, LocalizedText } from './localize/Pack.js'
export type { Translator } from './localize/Translator.js'
export type { Policy, PolicyOptions, Situation } from './route/policy.js'
export type { RouteContext, RouteSurfaces } from './route/routeError.js'
export type {
  ApiErrorKind,
  ApiErrorMeta,
  Catalog,
  Category,
  Definition,
  Home,
  Issue,
  Origin,
  Params,
  Placement,
  Severity,
} from './types.js'
