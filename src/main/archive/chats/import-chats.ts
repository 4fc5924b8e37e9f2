import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ImportReport } from '../../../shared/data.ts'
import { TuttiError } from '../../../shared/errors.ts'
import { AttachmentStore } from '../../store/attachment-store.ts'
import type { JobContext } from '../../store/worker/job.ts'
import type { Progress } from '../job-kinds.ts'
import { chatElements } from './chat-elements.ts'
import { readChatGpt } from './chatgpt.ts'
import { readClaude } from './claude.ts'
import { type ImportedConversation, LeftOutCounts } from './imported-conversation.ts'
import { storeChat } from './store-chat.ts'

/** After so much work, in ms, the core's own writes get the lock for certain. */
const WORK_MS = 12
const REST_MS = 2

/**
 * Takes the conversations of a ChatGPT or Claude export over, one at a time. Nothing in it is executed, loaded from elsewhere or sent.
 * What was stored before an error or a stop stays, and a second import of the file goes on behind it.
 */
export async function importChats(
  { path }: { path: string },
  { db, home, check, breathe, emit }: JobContext<Progress>,
): Promise<ImportReport> {
  const leftOut = new LeftOutCounts()
  const clock = { now: () => Date.now() }
  const attachments = new AttachmentStore(db, join(home, 'attachments'), clock)
  let rested = performance.now()
  const rest = async () => {
    check()
    if (performance.now() - rested < WORK_MS) return
    await sleep(REST_MS)
    rested = performance.now()
  }
  const store = { db, attachments, now: clock.now(), breathe: rest }
  const counts = { conversations: 0, messages: 0, already: 0 }
  let source: ImportedConversation['source'] | null = null
  let progress: Progress = { done: 0, total: null }
  const onBytes = (done: number, total: number) => {
    check()
    progress = { done, total }
  }
  for await (const element of chatElements(path, { onBytes })) {
    const chat = readChatGpt(element, leftOut) ?? readClaude(element, leftOut)
    if (chat === null) leftOut.add('not-a-conversation')
    else if (chat.messages.length === 0) leftOut.add('empty')
    else {
      source = chat.source
      const added = await storeChat(chat, store)
      if (added === null) counts.already += 1
      else {
        counts.conversations += 1
        counts.messages += added
      }
    }
    await emit(progress)
    await breathe()
  }
  if (source === null) {
    throw new TuttiError(
      'invalid-input',
      'There is no conversation of ChatGPT or Claude in this file. Choose the zip file that they sent, or its conversations.json.',
    )
  }
  return { source, ...counts, leftOut: leftOut.list() }
}
