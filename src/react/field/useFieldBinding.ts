'use client'

import { useEffect, useMemo, useRef } from 'react'
import { useApiErrorClient } from '../provider/ClientContext.js'
import { useScopeFor } from '../provider/ScopeContext.js'
import { FieldBinding } from './FieldBinding.js'

/** Makes a field known to the nearest scope while its component is on the page. */
export function useFieldBinding(name: string, label?: string): FieldBinding {
  const client = useApiErrorClient()
  const context = useScopeFor(`The field '${name}'`)
  const binding = useMemo(() => new FieldBinding(client, context, name), [client, context, name])
  const key = useRef({})
  useEffect(() => binding.register(key.current, label), [binding, label])
  return binding
}
