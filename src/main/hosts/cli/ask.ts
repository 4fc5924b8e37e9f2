import { TuttiError } from '../../../shared/errors.ts'
import { type ConversationId, PresetId, type RunId } from '../../../shared/ids.ts'
import { MAX_QUESTION_CHARACTERS } from '../../../shared/limits.ts'
import type { CoreClient } from '../core/core-connection.ts'
import { isLostConnection } from '../core/remote-error.ts'
import type { Seat } from '../core/seat.ts'
import type { AskArguments } from './arguments.ts'
import { showRun } from './show-run.ts'
import type { Terminal } from './terminal.ts'

/** Asks, shows how it goes and prints the answer. Returns the exit code. `interrupted` stops the run; what arrived is kept. */
export async function ask(ask: AskArguments, seat: Seat, terminal: Terminal, interrupted: AbortSignal): Promise<number> {
  const question = await readQuestion(ask, terminal)
  const runId = await startRun(ask, question, seat, interrupted)
  return showRun(runId, ask, seat, terminal, interrupted)
}

async function readQuestion(ask: AskArguments, terminal: Terminal): Promise<string> {
  const question = (ask.question ?? (await terminal.readQuestion())).trim()
  if (question === '') throw new TuttiError('invalid-input', 'The question is empty. Write it in quotes, or pipe it into tutti ask -.')
  if (question.length > MAX_QUESTION_CHARACTERS) {
    const [length, most] = [question.length, MAX_QUESTION_CHARACTERS].map((count) => count.toLocaleString('en-US'))
    throw new TuttiError('invalid-input', `The question has ${length} characters; ${most} is the most. Attach it as a file in the page.`)
  }
  return question
}

/** Starts the run once, also where the core goes between the question and its answer. */
async function startRun(ask: AskArguments, text: string, seat: Seat, interrupted: AbortSignal): Promise<RunId> {
  let conversationId: ConversationId | undefined
  for (;;) {
    interrupted.throwIfAborted()
    const client = await seat.connect()
    const core = seat.core()
    try {
      if (conversationId === undefined) {
        const created = await client.conversations.create({})
        conversationId = created.id
        if (ask.system !== null) await client.conversations.update({ id: created.id, systemPrompt: ask.system })
      } else {
        const begun = await runOf(client, conversationId)
        if (begun !== null) return begun
      }
      return await send(ask, text, client, conversationId)
    } catch (error) {
      if (!isLostConnection(error) || !(await seat.replaced(core))) throw error
    }
  }
}

async function runOf(client: CoreClient, id: ConversationId): Promise<RunId | null> {
  const { messages } = await client.conversations.open({ id })
  return messages.find(({ runId }) => runId !== null)?.runId ?? null
}

async function send(ask: AskArguments, text: string, client: CoreClient, conversationId: ConversationId): Promise<RunId> {
  const presetId = ask.preset === null ? (await client.app.snapshot()).settings.defaultPreset : presetOf(ask.preset)
  const budget = ask.budgetMicros === null ? {} : { budgetMicros: ask.budgetMicros }
  const sent = await client.chat.send({ conversationId, text, parentId: null, presetId, allowNoPrice: ask.allowNoPrice, ...budget })
  return sent.runId
}

function presetOf(text: string): PresetId {
  const id = PresetId.safeParse(text)
  if (!id.success)
    throw new TuttiError('invalid-input', `"${text}" is no preset. Choose parallel, sequential, voting, cascade, expert or one of yours.`)
  return id.data
}
