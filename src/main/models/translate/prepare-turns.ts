import type { Capability, Part, Turn } from '../../../shared/model.ts'
import { say, type Words } from '../../../shared/sentence.ts'
import { attachmentKind } from './attachment-kind.ts'

/** A part that every vendor has a form for; attachments carry their bytes (base64). */
export type PreparedPart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'image' | 'pdf'; readonly mediaType: string; readonly name: string; readonly base64: string }
  | { readonly type: 'tool-call'; readonly id: string; readonly name: string; readonly arguments: string }
  | { readonly type: 'tool-result'; readonly id: string; readonly name: string; readonly content: string; readonly failed: boolean }

export interface PreparedTurn {
  readonly role: 'user' | 'assistant' | 'tool'
  readonly parts: readonly PreparedPart[]
}

export interface Prepared {
  readonly turns: readonly PreparedTurn[]
  /** What the model could not be given, in words. */
  readonly notes: readonly Words[]
}

interface PrepareOptions {
  /** How the model is called in notes. */
  readonly label: string
  readonly capabilities: readonly Capability[]
  readonly attachment: (id: string) => Promise<Uint8Array>
}

/** A result that was never recorded: the vendors refuse a call without one. */
const NO_RESULT = 'No result was recorded.'

/**
 * Turns of any vendor's conversation in a form that any other can take (A3): text attachments are written out, tool calls are numbered
 * anew in a form that all vendors accept (nine letters and digits), each call has a result, turns of the same role are one, and the
 * user speaks first. What the model cannot take becomes a note.
 */
export async function prepareTurns(turns: readonly Turn[], options: PrepareOptions): Promise<Prepared> {
  const notes = new Map<string, Words>()
  const tools = options.capabilities.includes('tools')
  const prepared: PreparedTurn[] = []
  let open: { given: string; id: string; name: string }[] = []
  let late: PreparedPart[] = []
  let calls = 0

  const add = (role: PreparedTurn['role'], parts: readonly PreparedPart[]): void => {
    if (parts.length === 0) return
    const last = prepared.at(-1)
    if (last?.role === role) prepared[prepared.length - 1] = { role, parts: [...last.parts, ...parts] }
    else prepared.push({ role, parts })
  }
  const closeCalls = (): void => {
    add(
      'tool',
      open.map(({ id, name }) => ({ type: 'tool-result', id, name, content: NO_RESULT, failed: true })),
    )
    add('user', late)
    open = []
    late = []
  }

  for (const { role, parts } of turns) {
    if (role !== 'tool') closeCalls()
    for (const part of parts) {
      const answered = part.type === 'tool-result' ? open.find(({ given }) => given === part.callId) : undefined
      if (part.type === 'tool-call' && tools && role === 'assistant') {
        const { id: given, name } = part.call
        const id = `call${String(++calls).padStart(5, '0')}`
        open.push({ given, id, name })
        add(role, [{ type: 'tool-call', id, name, arguments: part.call.arguments }])
      } else if (part.type === 'tool-result' && answered && role === 'tool') {
        open = open.filter((other) => other !== answered)
        add(role, [{ type: 'tool-result', id: answered.id, name: part.name, content: part.content, failed: part.failed }])
      } else {
        const content = await asContent(part, options, notes)
        // A turn of tools holds results alone; what else is in it follows as the user's.
        if (role === 'tool') late.push(...content)
        else add(role, content)
      }
    }
  }
  closeCalls()
  if (prepared[0]?.role === 'assistant') prepared.unshift({ role: 'user', parts: [{ type: 'text', text: '(The conversation goes on.)' }] })
  return { turns: prepared, notes: [...notes.values()] }
}

async function asContent(part: Part, options: PrepareOptions, notes: Map<string, Words>): Promise<PreparedPart[]> {
  const toolNote = (): void => {
    if (!options.capabilities.includes('tools')) notes.set('tools', say('sent.tools-as-text', { who: options.label }))
  }
  switch (part.type) {
    case 'text':
      // Vendors refuse blank text.
      return part.text.trim() === '' ? [] : [{ type: 'text', text: part.text }]
    case 'tool-call':
      toolNote()
      return [{ type: 'text', text: `[Called the tool ${part.call.name} with ${part.call.arguments}]` }]
    case 'tool-result':
      toolNote()
      return [{ type: 'text', text: `[The tool ${part.name} ${part.failed ? 'failed' : 'answered'}: ${part.content}]` }]
    case 'attachment':
      return attachmentParts(part, options, notes)
  }
}

async function attachmentParts(
  { attachment }: Extract<Part, { type: 'attachment' }>,
  { label, capabilities, attachment: bytesOf }: PrepareOptions,
  notes: Map<string, Words>,
): Promise<PreparedPart[]> {
  const kind = attachmentKind(attachment)
  const { name, mediaType } = attachment
  if (kind === 'text') {
    const text = new TextDecoder().decode(await bytesOf(attachment.id))
    return [{ type: 'text', text: `<file name="${name.replaceAll(/["<>\r\n]/g, ' ')}">\n${text}\n</file>` }]
  }
  if (kind === 'image' && capabilities.includes('images')) {
    return [{ type: 'image', mediaType, name, base64: Buffer.from(await bytesOf(attachment.id)).toString('base64') }]
  }
  if (kind === 'pdf' && capabilities.includes('pdf')) {
    return [{ type: 'pdf', mediaType, name, base64: Buffer.from(await bytesOf(attachment.id)).toString('base64') }]
  }
  const what = kind === 'image' ? 'images' : kind === 'pdf' ? 'PDF files' : `files of the type ${mediaType}`
  const left = { who: label, file: name }
  const note =
    kind === 'image'
      ? say('sent.without-images', left)
      : kind === 'pdf'
        ? say('sent.without-pdf', left)
        : say('sent.without-file', { ...left, type: mediaType })
  notes.set(`${mediaType} ${name}`, note)
  return [{ type: 'text', text: `[${name} was attached here, but this model cannot read ${what}.]` }]
}

/** The prepared text of a turn, for vendors whose messages are plain strings. */
export function textOfParts(parts: readonly PreparedPart[]): string {
  return parts.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n')
}
