'use client'

import { useSyncExternalStore, type ReactNode } from 'react'
import { NO_SUMMARY, type SummaryState } from '../../core/form/summaryState.js'
import type { PlacedIssue } from '../../core/store/record.js'
import { useForm } from '../hooks/useForm.js'
import { useMessages } from '../hooks/useMessages.js'
import { fieldErrorId } from '../shared/ids.js'
import { Detail, Text } from '../shared/Text.js'

const never = () => () => undefined
const getEmpty = (): SummaryState => NO_SUMMARY

/** What is wrong with plain controls that have no `FieldError`, where no summary says it; they point at it. */
export function PlainMessages(): ReactNode {
  const { form, context } = useForm()
  const { plain } = useSyncExternalStore(form?.subscribeSummary ?? never, form?.summary ?? getEmpty, getEmpty)
  const { describe, ui } = useMessages()
  if (plain.length === 0) return null
  const byName = new Map<string, PlacedIssue[]>()
  for (const placed of plain) {
    const [name = ''] = placed.fields
    byName.set(name, [...(byName.get(name) ?? []), placed])
  }
  return [...byName].map(([name, ofControl]) => (
    <div key={name} id={fieldErrorId(context?.domId ?? 'page', name)} className="rae-field-error">
      {ofControl.map((placed) => {
        const { line, detail } = describe(placed)
        const { severity } = placed.issue
        const { record, issue } = placed
        return (
          <span
            key={`${record.id} ${record.error.issues.indexOf(issue)}`}
            className="rae-field-message"
            data-severity={severity}
          >
            <span className="rae-hidden">{ui(severity === 'error' ? 'errorPrefix' : 'warningPrefix').text}</span>{' '}
            <Text of={line} />
            <Detail of={detail} />
          </span>
        )
      })}
    </div>
  ))
}
