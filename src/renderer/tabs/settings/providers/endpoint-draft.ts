import { Provider, type ProviderView } from '../../../../shared/settings.ts'
import { m } from '../../../app/messages.ts'

const p = m.settings.providers

/** What is typed about a new endpoint. `ownId`: the id no longer follows the name. */
export type EndpointDraft = {
  readonly name: string
  readonly id: string
  readonly ownId: boolean
  readonly address: string
  readonly local: boolean
}

export const EMPTY_ENDPOINT: EndpointDraft = { name: '', id: '', ownId: false, address: '', local: false }

type EndpointErrors = { readonly name?: string; readonly id?: string; readonly address?: string }
export type EndpointReading =
  | { readonly ok: true; readonly value: Provider; readonly errors: EndpointErrors }
  | { readonly ok: false; readonly errors: EndpointErrors }

/** A local server answers one call at a time until the user says otherwise. */
const CONCURRENCY = { local: 1, remote: 4 }

/** "Workshop server" → "workshop-server". */
export function idFrom(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
}

/** The provider that the draft describes, or what is wrong with each field. */
export function readEndpoint(draft: EndpointDraft, taken: readonly ProviderView[]): EndpointReading {
  if (taken.some((provider) => provider.id === draft.id)) return { ok: false, errors: { id: p.idTaken(draft.id) } }
  const read = Provider.safeParse({
    id: draft.id,
    kind: 'compatible',
    name: draft.name,
    baseUrl: draft.address.trim(),
    concurrency: draft.local ? CONCURRENCY.local : CONCURRENCY.remote,
    local: draft.local,
    enabled: true,
  })
  if (read.success) return { ok: true, value: read.data, errors: {} }
  const fields = new Set(read.error.issues.map((issue) => issue.path[0]))
  return {
    ok: false,
    errors: {
      ...(fields.has('name') ? { name: m.settings.fields.wrong(p.endpointName, draft.name, p.nameRemedy) } : {}),
      ...(fields.has('id') ? { id: m.settings.fields.wrong(p.endpointId, draft.id, p.idRemedy) } : {}),
      ...(fields.has('baseUrl') ? { address: m.settings.fields.wrong(p.endpointAddress, draft.address, p.addressRemedy) } : {}),
    },
  }
}
