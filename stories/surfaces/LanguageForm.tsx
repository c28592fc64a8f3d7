import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { ApiErrorBoundary, ErrorSummary, Field, useApiErrorClient } from '../../src/index.js'
import { makeFailure } from '../../src/testing/makeFailure.js'
import { FailingButton } from './FailingButton.js'

const languages = {
  en: { name: 'English', dir: 'ltr', title: 'Contact', label: 'Email address', save: 'Save', remove: 'Delete address' },
  nl: {
    name: 'Nederlands',
    dir: 'ltr',
    title: 'Contact',
    label: 'E-mailadres',
    save: 'Opslaan',
    remove: 'Adres verwijderen',
  },
  ar: { name: 'العربية', dir: 'rtl', title: 'التواصل', label: 'البريد الإلكتروني', save: 'حفظ', remove: 'حذف العنوان' },
} as const
type Tag = keyof typeof languages
const tags = ['en', 'nl', 'ar'] as const satisfies readonly Tag[]

/** A page that switches its language while a problem and a toast are on screen. */
export function LanguageForm(): ReactNode {
  const apiErrors = useApiErrorClient()
  const [tag, setTag] = useState<Tag>('en')
  const words = languages[tag]
  const heading = useRef<HTMLHeadingElement>(null)

  // The whole app changes its language, the toasts with it.
  useEffect(() => {
    const app = heading.current?.closest<HTMLElement>('.story-app') ?? document.documentElement
    app.lang = tag
    app.dir = languages[tag].dir
  }, [tag])

  const choose = (next: Tag): void => {
    setTag(next)
    void apiErrors.setLocale(next)
  }
  return (
    <>
      <div className="toolbar">
        {tags.map((each) => (
          <button
            key={each}
            lang={each}
            className="button"
            data-kind="secondary"
            type="button"
            aria-pressed={each === tag}
            onClick={() => choose(each)}
          >
            {languages[each].name}
          </button>
        ))}
      </div>
      <h1 ref={heading}>{words.title}</h1>
      <ApiErrorBoundary>
        <ContactForm label={words.label} save={words.save} />
      </ApiErrorBoundary>
      <FailingButton label={words.remove} fail={() => makeFailure('ADDRESS_CANNOT_BE_DELETED', { fields: [] })} />
    </>
  )
}

function ContactForm({ label, save: saveLabel }: { readonly label: string; readonly save: string }): ReactNode {
  const save = useMutation({
    mutationFn: () => Promise.reject(makeFailure('PARAMETER_REQUIRED', { fields: ['Email'] })),
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <ErrorSummary />
      <Field name="email" label={label} type="email" />
      <button className="button" type="submit">
        {saveLabel}
      </button>
    </form>
  )
}
