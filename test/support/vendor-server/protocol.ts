import { z } from 'zod'
import type { Reply } from './script.ts'

export const Body = z.record(z.string(), z.unknown())
export type Body = z.infer<typeof Body>

/** What a request says, whatever its protocol. */
export type Question = {
  readonly model: string
  readonly lastUser: string
  /** Tokens, at four characters each. */
  readonly inputTokens: number
  readonly outputLimit: number | null
  readonly stream: boolean
}

export type ReportedUsage = { input: number; cacheRead: number; cacheWrite: number; output: number; reasoning: number }

/** A reply after the output limit of its request was honoured. */
export type Spoken = {
  readonly model: string
  readonly reasoning: readonly string[]
  readonly text: readonly string[]
  readonly toolCalls: readonly { id: string; name: string; arguments: string }[]
  readonly citations: Reply['citations']
  readonly stop: 'end' | 'length' | 'tool' | 'refusal'
  readonly usage: ReportedUsage | null
  readonly costDollars: number | null
}

/** One event of a stream; `chunk` marks those that carry text, which faults and pacing count. */
export type Frame = { readonly chunk: boolean; readonly data: string }

export interface Protocol {
  read(body: Body, path: string): Question
  frames(spoken: Spoken): Frame[]
  /** The same answer in one piece, for requests that do not stream. */
  whole(spoken: Spoken): unknown
  error(status: number, message: string, code: string | undefined): unknown
  errorFrame(message: string): string
  /** An event that is not JSON. */
  readonly brokenFrame: string
}

export const CHARACTERS_PER_TOKEN = 4

export function countTokens(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN)
}

/** All strings below `value`, for counting input. Base64 counts as 1,000 characters, so that a picture is not a library. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.length > 2000 && /^(data:[^,]*,)?[A-Za-z0-9+/=]+$/.test(value) ? 'x'.repeat(1000) : value
  if (Array.isArray(value)) return value.map(textOf).join('\n')
  if (typeof value === 'object' && value !== null) return Object.values(value).map(textOf).join('\n')
  return ''
}

/** The text of a message's content: a string, or a list of parts that have a `text`. */
export function contentText(content: unknown): string {
  if (typeof content === 'string') return content
  if (!Array.isArray(content)) return ''
  return content.map((part) => (isBody(part) && typeof part.text === 'string' ? part.text : '')).join('')
}

export function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function lastUserText(messages: unknown, textKey: 'content' | 'parts' = 'content'): string {
  const users = Array.isArray(messages) ? messages.filter((message) => isBody(message) && message.role === 'user') : []
  const texts = users.map((message) => contentText(message[textKey])).filter((text) => text !== '')
  return texts.at(-1) ?? ''
}

export function numberOr(value: unknown, fallback: number | null): number | null {
  return typeof value === 'number' ? value : fallback
}

export function stringOr(value: unknown, fallback: string): string {
  return typeof value === 'string' ? value : fallback
}

export function sse(data: unknown, event?: string): string {
  return `${event === undefined ? '' : `event: ${event}\n`}data: ${JSON.stringify(data)}\n\n`
}
