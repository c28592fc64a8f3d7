import { appSource, element, indent } from '../shared/appSource.js'
import { provocations } from '../telephony-api/requests.js'
import type { CodeExampleProps, FormExample } from './CodeExample.js'
import type { FormField } from './FormField.js'

/** Parameters of the stories of codes. */
export const asAppCode = appSource<CodeExampleProps>(appCodeOf)

/** What an app writes to have the message of an example where the example shows it: nothing of it speaks of the code. */
export function appCodeOf(example: CodeExampleProps): string {
  const { method, path } = provocations[example.code]
  const url = `/v2${path}`
  switch (example.home) {
    case 'page':
      return `${inBoundary('Details')}

function Details() {
  const record = useQuery({ queryKey: ['${url}'], queryFn: async () => ensureOk(await fetch('${url}')) })
  return <p>{record.isPending ? 'Loading…' : 'Loaded'}</p>
}`
    case 'toast':
      return `<App />
<ApiErrorToaster />

function ${nameOf(example.action)}Button() {
  const act = useMutation({ mutationFn: async () => ensureOk(await fetch('${url}', { method: '${method}' })) })
  return <button onClick={() => act.mutate()}>${example.action}</button>
}`
    case 'field':
    case 'summary':
      return `${inBoundary(`${nameOf(example.action)}Form`)}

${method === 'GET' ? searchForm(example, path) : changeForm(example, url, method)}`
    default:
      return example satisfies never
  }
}

const inBoundary = (name: string): string => element('ApiErrorBoundary', {}, [`<${name} />`])

const nameOf = (words: string): string => words.replace(/\W/g, '')

function changeForm({ action, fields }: FormExample, url: string, method: string): string {
  return `function ${nameOf(action)}Form() {
  const change = useMutation({
    mutationFn: async (form: FormData) => ensureOk(await fetch('${url}', { method: '${method}', body: form })),
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate(new FormData(event.currentTarget))
      }}
    >
${content(action, fields)}
    </form>
  )
}`
}

function searchForm({ action, fields }: FormExample, path: string): string {
  const url = `/v2${path.split('?')[0]}`
  return `function ${nameOf(action)}Form() {
  const [search, setSearch] = useState<URLSearchParams>()
  const result = useQuery({
    queryKey: ['${url}', String(search)],
    queryFn: async () => ensureOk(await fetch(\`${url}?\${search}\`)),
    enabled: search !== undefined,
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setSearch(paramsOf(new FormData(event.currentTarget)))
      }}
    >
${content(action, fields)}
    </form>
  )
}`
}

function content(action: string, fields: readonly FormField[]): string {
  return indent(['<ErrorSummary />', ...fields.map(fieldCode), `<button>${action}</button>`].join('\n'), 6)
}

function fieldCode({ name, label, hint, type = 'text', options, min, max, minLength }: FormField): string {
  const props = { name, label, hint }
  if (options !== undefined) {
    const choices = options.map((option) => (typeof option === 'string' ? ([option, option] as const) : option))
    const lines = choices.map(([value, words]) => `<option value="${value}">${words}</option>`)
    return element('Field', props, [element('select', {}, lines)])
  }
  if (type === 'textarea') return element('Field', props, ['<textarea rows={3} />'])
  return element('Field', { ...props, type: type === 'text' ? undefined : type, min, max, minLength })
}
