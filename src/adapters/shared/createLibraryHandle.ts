import type { FieldHandle } from '../../core/form/FieldHandle.js'
import { createFieldHandle } from '../../react/dom/createFieldHandle.js'
import { focusControl } from '../../react/dom/focusControl.js'
import type { FormLibrary } from './useFormFields.js'

/** Makes the handle of a field whose controls a form library knows. */
export function createLibraryHandle(
  name: string,
  library: () => FormLibrary,
  { key, isShown }: { readonly key: object | undefined; readonly isShown: () => boolean },
): FieldHandle {
  const controls = (): readonly HTMLElement[] => library().fields().get(name) ?? []
  return {
    ...createFieldHandle({ name, key: key ?? {}, controls: { first: () => controls()[0] ?? null, all: controls } }),
    isShown,
    focus() {
      if (focusControl(controls())) return true
      const before = document.activeElement
      library().focus(name)
      return document.activeElement !== before && document.activeElement !== document.body
    },
  }
}
