import { Provider } from '../../../../shared/settings.ts'
import { m } from '../../../app/messages.ts'
import { type Reading, right, wrong } from '../fields/reading.ts'

/** The address that was typed, by the contract's own rule; null for an empty field. */
export function readAddress(label: string, text: string): Reading<string | null> {
  const typed = text.trim()
  const read = Provider.shape.baseUrl.safeParse(typed === '' ? null : typed)
  return read.success ? right(read.data) : wrong(m.settings.fields.wrong(label, typed, m.settings.providers.addressRemedy))
}
