import type { z } from 'zod'
import { TuttiError } from '../../../shared/errors.ts'
import type { Web, WebRequest } from '../net/web.ts'

/** Fetches JSON and parses it. Throws `malformed` for an answer of another form, with how it begins. */
export async function fetchJson<T>(web: Web, request: WebRequest, schema: z.ZodType<T>): Promise<T> {
  const { url, text } = await web({ ...request, headers: { accept: 'application/json', ...request.headers } })
  try {
    return schema.parse(JSON.parse(text))
  } catch (cause) {
    const begins = text.replace(/\s+/g, ' ').slice(0, 200)
    throw new TuttiError('malformed', `${new URL(url).host} answered in a form that is not known: ${begins}`, { cause, retryable: false })
  }
}
