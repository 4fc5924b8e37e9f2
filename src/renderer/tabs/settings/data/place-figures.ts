import type { DataPlace } from '../../../../shared/data.ts'
import { formatBytes } from '../../../../shared/format.ts'
import { conversationsText, d, messagesText, runsText } from './words.ts'

/** How much is in the data folder, in words. */
export function placeFigures(place: DataPlace): { readonly sizes: string; readonly counts: string } {
  const free = place.freeBytes === null ? null : formatBytes(place.freeBytes)
  return {
    sizes: d.sizes(formatBytes(place.databaseBytes), formatBytes(place.attachmentBytes), free),
    counts: d.counts(conversationsText(place.conversations), messagesText(place.messages), runsText(place.runs)),
  }
}
