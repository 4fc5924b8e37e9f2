import type { AttachmentRef } from '../../../shared/model.ts'

/** How an attachment can be handed over; null: no vendor reads it. */
export type AttachmentKind = 'image' | 'pdf' | 'text' | null

const IMAGES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp'])
const TEXTS: ReadonlySet<string> = new Set([
  'application/json',
  'application/xml',
  'application/yaml',
  'application/x-yaml',
  'application/toml',
  'application/javascript',
  'application/x-ndjson',
  'application/sql',
  'image/svg+xml',
])

export function attachmentKind({ mediaType }: Pick<AttachmentRef, 'mediaType'>): AttachmentKind {
  const type = mediaType.split(';')[0]?.trim().toLowerCase() ?? ''
  if (IMAGES.has(type)) return 'image'
  if (type === 'application/pdf') return 'pdf'
  return type.startsWith('text/') || TEXTS.has(type) || /\+(json|xml)$/.test(type) ? 'text' : null
}
