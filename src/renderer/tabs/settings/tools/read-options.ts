import { ToolOptions } from '../../../../shared/tool.ts'
import { m } from '../../../app/messages.ts'
import { type Reading, right, wrong } from '../fields/reading.ts'
import { t } from './words.ts'

const f = m.settings.fields

/** An absolute path, in the form of any system; empty takes it away. */
export function readPath(label: string, text: string): Reading<string | null> {
  const path = text.trim()
  if (path === '') return right(null)
  return /^(\/|[A-Za-z]:[\\/]|\\\\)/.test(path) ? right(path) : wrong(f.wrong(label, path, t.absolute))
}

export function readSearchAddress(text: string): Reading<string | null> {
  const read = ToolOptions.shape.searchUrl.safeParse(text.trim() === '' ? null : text.trim())
  return read.success ? right(read.data) : wrong(f.wrong(t.search, text, t.searchRemedy))
}

/** Names with commas, spaces or new lines between them. */
export function readPlaces(field: 'hosts' | 'trusted', text: string): Reading<string[]> {
  const names = text.split(/[\s,]+/).filter(Boolean)
  const read = ToolOptions.shape[field].safeParse(names)
  return read.success ? right(read.data) : wrong(f.wrong(t[field], text, field === 'hosts' ? t.hostsRemedy : t.trustedRemedy))
}
