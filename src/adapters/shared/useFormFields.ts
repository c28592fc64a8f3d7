'use client'

import { useEffect, useMemo, useReducer, useRef } from 'react'
import type { FieldHandle } from '../../core/form/FieldHandle.js'
import { useMessages } from '../../react/hooks/useMessages.js'
import { useFormFor } from '../../react/hooks/useForm.js'
import { developerWarning } from '../../internal/developerMessage.js'
import { createLibraryHandle } from './createLibraryHandle.js'

/** What an adapter implements for its form library. */
export interface FormLibrary {
  /** The fields that are registered and on the page, with their controls. */
  readonly fields: () => ReadonlyMap<string, readonly HTMLElement[]>
  /** Focuses a field whose control is not known. */
  readonly focus: (name: string) => void
  /** Shows a problem at a registered field; the text is empty where another field of its group says it. */
  readonly show: (name: string, code: string, text: string, onRead: () => void) => void
  /** Whether what `show` has put there is there still. */
  readonly isShown: (name: string) => boolean
  /** Takes away what `show` has put there. */
  readonly hide: (name: string) => void
  /** Calls back with the name of each field that the user edits. */
  readonly onEdit: (callback: (name: string) => void) => () => void
  /** Calls back when the library may have taken problems away: it has validated, or with `true` was reset. */
  readonly onValidated: (callback: (isReset: boolean) => void) => () => void
}

interface Entry {
  readonly control: HTMLElement | undefined
  readonly remove: () => void
}

/** Adds the fields of a library to the form of the nearest scope, and shows its issues in the library. */
export function useFormFields(library: FormLibrary, hook: string): void {
  const { form } = useFormFor(hook)
  const { describe } = useMessages()
  const latest = useRef({ library, describe })
  // The hooks of the library render what it shows in the same commit.
  const [renders, renderAgain] = useReducer((count: number) => count + 1, 0)
  useEffect(() => {
    latest.current = { library, describe }
  })

  const bound = useMemo(() => {
    const entries = new Map<string, Entry>()
    const shown = new Set<string>()
    /** Fields whose messages the app renders, and those of which it has turned out that it does not. */
    const read = new Set<string>()
    const unread = new Set<string>()

    function apply(name: string): void {
      const { issues, describedBy } = form?.fieldState(name) ?? { issues: [], describedBy: [] }
      const [first] = [...issues, ...describedBy]
      if (first === undefined) {
        if (shown.delete(name)) latest.current.library.hide(name)
        return
      }
      // An error under a name that the library has not registered would block its submit for good.
      if (!latest.current.library.fields().has(name)) return
      shown.add(name)
      const own = issues.map((placed) => latest.current.describe(placed).text.text)
      read.delete(name)
      latest.current.library.show(name, first.issue.code, own.join('\n'), () => noteRead(name))
      renderAgain()
    }

    function noteRead(name: string): void {
      read.add(name)
      if (unread.delete(name)) form?.touch()
    }

    /** Runs after the render that shows them. */
    function noteUnread(): void {
      for (const name of shown) {
        if (read.has(name) || unread.has(name)) continue
        unread.add(name)
        if (process.env.NODE_ENV !== 'production') warnOfUnreadField(name, hook)
        form?.touch()
      }
    }

    /** The library has validated: what it took away is the server's, and stays until the field is edited. */
    function restore(isReset: boolean): void {
      const taken = [...shown].filter((name) => !latest.current.library.isShown(name))
      for (const name of taken) {
        if (isReset) form?.clearField(name)
        else apply(name)
      }
    }

    function sync(): void {
      if (form === undefined) return
      const fields = latest.current.library.fields()
      const gone = [...entries].filter(([name, { control }]) => !fields.has(name) || fields.get(name)?.[0] !== control)
      for (const [name, { remove }] of gone) {
        remove()
        entries.delete(name)
      }
      for (const [name, controls] of fields) {
        if (entries.has(name)) continue
        const handle: FieldHandle = createLibraryHandle(name, () => latest.current.library, {
          key: controls[0],
          isShown: () => !unread.has(name),
        })
        const removals = [form.addField(handle), form.subscribeField(name, () => apply(name))]
        entries.set(name, { control: controls[0], remove: () => removals.forEach((remove) => remove()) })
        apply(name)
      }
    }

    function stop(): void {
      for (const { remove } of entries.values()) remove()
      entries.clear()
    }
    return { sync, stop, restore, noteUnread, applyAll: () => shown.forEach(apply) }
  }, [form, hook])

  // After each render; fields that children mount without a render here are found at the next failure.
  useEffect(() => bound.sync())
  const judged = useRef(renders)
  useEffect(() => {
    // Not after any render, nor when <Activity> runs effects again: the messages have to have been rendered.
    if (judged.current !== renders) bound.noteUnread()
    judged.current = renders
  }, [bound, renders])
  useEffect(() => form?.subscribeSummary(bound.sync), [form, bound])
  useEffect(() => bound.stop, [bound])
  useEffect(() => bound.applyAll(), [bound, describe])
  useEffect(
    () => (form === undefined ? undefined : latest.current.library.onEdit((name) => form.clearField(name))),
    [form],
  )
  useEffect(() => latest.current.library.onValidated(bound.restore), [bound])
}

function warnOfUnreadField(name: string, hook: string): void {
  developerWarning(
    `The server refuses the field '${name}' of a form with ${hook}, and nothing renders its message.`,
    'The summary or a toast says what is wrong, away from the field.',
    "Render the library's error of that field, such as fieldState.error.message.",
  )
}
