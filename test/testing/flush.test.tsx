import { useMutation } from '@tanstack/react-query'
import { fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ApiErrorBoundary, useApiError } from '../../src/index.js'
import { flush, makeFailure, renderWithApiErrors } from '../../src/testing/index.js'
import { words } from '../setup/words.js'

function Save() {
  const save = useMutation({ mutationFn: () => Promise.reject(makeFailure('PROJECT_LIMIT_REACHED')) })
  return <button onClick={() => save.mutate()}>Save</button>
}

function SaveAndSay() {
  const save = useMutation({ mutationFn: () => Promise.reject(makeFailure('PROJECT_LIMIT_REACHED')) })
  const { title } = useApiError(save)
  return <button onClick={() => save.mutate()}>{title ?? 'Save'}</button>
}

const list = (apiErrors: ReturnType<typeof renderWithApiErrors>['apiErrors']) =>
  apiErrors.toasts.list().map(({ error }) => error.code)

afterEach(() => void vi.useRealTimers())

describe('flush()', () => {
  test('waits until a failure is a toast', async () => {
    const { apiErrors } = renderWithApiErrors(<Save />)
    fireEvent.click(screen.getByText('Save'))
    await flush()
    expect(list(apiErrors)).toEqual(['PROJECT_LIMIT_REACHED'])
    expect(screen.getByRole('dialog', { name: words('PROJECT_LIMIT_REACHED').title })).toBeVisible()
  })

  test('waits until a component has claimed the failure', async () => {
    const { apiErrors } = renderWithApiErrors(<SaveAndSay />)
    fireEvent.click(screen.getByText('Save'))
    await flush()
    expect(screen.getByText(words('PROJECT_LIMIT_REACHED').title)).toBeVisible()
    expect(list(apiErrors)).toEqual([])
  })

  test('waits until what leaves its scope has found another place', async () => {
    const { apiErrors, rerender } = renderWithApiErrors(
      <ApiErrorBoundary>
        <SaveAndSay />
      </ApiErrorBoundary>,
    )
    fireEvent.click(screen.getByText('Save'))
    await flush()
    rerender(<p>Elsewhere</p>)
    await flush()
    expect(list(apiErrors)).toEqual([])
    expect(apiErrors.history.list()).toMatchObject([{ closed: 'left' }])
  })

  test('waits until what the app showed has gone with the app', async () => {
    const { apiErrors, unmount } = renderWithApiErrors(<SaveAndSay />)
    fireEvent.click(screen.getByText('Save'))
    await flush()
    unmount()
    await flush()
    expect(list(apiErrors)).toEqual([])
    expect(apiErrors.history.list()).toMatchObject([{ closed: 'left' }])
  })

  test('advances fake timers with what it is given', async () => {
    vi.useFakeTimers()
    const { apiErrors } = renderWithApiErrors(<Save />)
    fireEvent.click(screen.getByText('Save'))
    await flush({ advance: vi.advanceTimersByTimeAsync })
    expect(list(apiErrors)).toEqual(['PROJECT_LIMIT_REACHED'])
  })

  test('says what to do under fake timers that nothing advances', async () => {
    vi.useFakeTimers()
    await expect(flush()).rejects.toThrow('flush({ advance: vi.advanceTimersByTimeAsync })')
  })
})
