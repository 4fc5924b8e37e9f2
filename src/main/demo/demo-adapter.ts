import { TuttiError } from '../../shared/errors.ts'
import type { ModelRequest, Usage } from '../../shared/model.ts'
import { say, type Words } from '../../shared/sentence.ts'
import type { Clock } from '../kernel/clock.ts'
import type { Adapter, AdapterAnswer, AdapterCall } from '../models/adapter.ts'
import { demoAnswer } from './demo-answer.ts'
import { DEMO_MEMBERS, type DemoMember } from './demo-members.ts'
import { answersToMerge, mergedAnswer } from './demo-merge.ts'

const CHARACTERS_PER_TOKEN = 4
/** Pieces that an answer arrives in, at most. */
const PIECES = 24

/** The demo ensemble behind the same interface as a vendor: streamed at its own speed, cancellable, usage counted. */
export function demoAdapter(clock: Clock): Adapter {
  return {
    ask: (call) => ask(clock, call),
    listModels: () => Promise.resolve(DEMO_MEMBERS.map(({ id, label }) => ({ id, label }))),
  }
}

async function ask(clock: Clock, call: AdapterCall): Promise<AdapterAnswer> {
  const member = DEMO_MEMBERS.find(({ id }) => id === call.model)
  if (member === undefined) {
    throw new TuttiError('unknown-model', `The demo has no model “${call.model}”. It has ${DEMO_MEMBERS.map(({ id }) => id).join(', ')}.`)
  }
  const { request } = call
  const whole = answerTo(member, request)
  const limit = request.maxOutputTokens * CHARACTERS_PER_TOKEN
  const text = whole.slice(0, limit)
  await stream(clock, call, member, text)
  const usage = usageOf(request, text)
  call.onUsage(usage)
  return {
    text,
    reasoning: '',
    toolCalls: [],
    citations: [],
    stop: text.length < whole.length ? 'length' : 'end',
    usage,
    vendorCostMicros: null,
    notes: unread(request),
  }
}

function answerTo(member: DemoMember, request: ModelRequest): string {
  const question = textOf(request.turns.findLast((turn) => turn.role === 'user'))
  const answers = answersToMerge(question)
  if (answers !== null) return mergedAnswer(answers)
  return demoAnswer(member, question, request.sample, /"Answer: …"/.test(request.system ?? ''))
}

async function stream(clock: Clock, call: AdapterCall, member: DemoMember, text: string): Promise<void> {
  const words = text.split(/(?<=\s)(?=\S)/)
  const size = Math.ceil(words.length / PIECES)
  const pieces = Array.from({ length: Math.ceil(words.length / size) }, (_, i) => words.slice(i * size, (i + 1) * size).join(''))
  const gap = pieces.length > 1 ? (member.totalMs - member.firstMs) / (pieces.length - 1) : 0
  try {
    for (const [index, piece] of pieces.entries()) {
      await clock.sleep(index === 0 ? member.firstMs : gap, call.signal)
      call.onBytes()
      call.onDelta('text', piece)
    }
  } catch (thrown) {
    throw thrown instanceof TuttiError ? thrown : new TuttiError('cancelled', 'The demo member was stopped.', { cause: thrown })
  }
}

function textOf(turn: ModelRequest['turns'][number] | undefined): string {
  return (turn?.parts ?? []).flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n')
}

/** The demo reads no bill from a vendor, so it counts characters. */
function usageOf(request: ModelRequest, text: string): Usage {
  const asked = (request.system ?? '').length + request.turns.reduce((sum, turn) => sum + textOf(turn).length, 0)
  return {
    input: Math.ceil(asked / CHARACTERS_PER_TOKEN),
    cacheRead: 0,
    cacheWrite: 0,
    output: Math.ceil(text.length / CHARACTERS_PER_TOKEN),
    reasoning: 0,
    estimated: true,
  }
}

function unread(request: ModelRequest): Words[] {
  const names = request.turns.flatMap(({ parts }) => parts.flatMap((part) => (part.type === 'attachment' ? [part.attachment.name] : [])))
  return names.map((name) => say('sent.demo-cannot-read', { file: name }))
}
