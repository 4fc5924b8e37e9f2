import { z } from 'zod'
import { Pipeline } from '../../../../shared/pipeline.ts'
import type { Version } from './history.ts'

/** A tab's draft holds no more; a larger pipeline is saved without one. */
const MOST_CHARACTERS = 1_900_000

const Draft = z.object({ pipeline: Pipeline, text: z.string().nullable() })

/** What is not saved yet, as a tab keeps it over a reload. */
export function writeDraft(version: Version): string {
  const text = JSON.stringify(version)
  return text.length > MOST_CHARACTERS ? '' : text
}

/** null: none, or of another pipeline. */
export function readDraft(text: string, id: string): Version | null {
  if (text === '') return null
  try {
    const read = Draft.safeParse(JSON.parse(text))
    return read.success && read.data.pipeline.id === id ? read.data : null
  } catch {
    return null
  }
}
