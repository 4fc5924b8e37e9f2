import { formatDuration, formatMoney } from '../../../shared/format.ts'
import type { Language } from '../../../shared/language.ts'
import type { RunView, SpeakerView } from '../../../shared/run.ts'
import { type ConversationDocument, type DocumentMessage, shownBranch } from './conversation-document.ts'
import { DOCUMENT_WORDS, type DocumentWords, documentTime } from './document-words.ts'

/** The shown branch as Markdown: each question, each answer with how it came about, and what each member was asked at what cost. */
export function conversationMarkdown(document: ConversationDocument, language: Language): string {
  const words = DOCUMENT_WORDS[language]
  const head = [`# ${document.title === '' ? words.untitled : document.title}`, documentTime(document.createdAt, language)]
  if (document.systemPrompt !== '') head.push(`## ${words.systemPrompt}`, document.systemPrompt)
  const body = shownBranch(document).flatMap((message) => messageBlocks(message, words, language))
  return `${[...head, ...body].join('\n\n')}\n`
}

function messageBlocks(message: DocumentMessage, words: DocumentWords, language: Language): string[] {
  const files = message.attachments.map(({ name }) => `${words.attachment}: ${name}`)
  if (message.role === 'user') return [`## ${words.you} · ${documentTime(message.createdAt, language)}`, ...files, message.text]
  const { run } = message
  const title =
    run === null
      ? words.answer
      : [words.answer, run.presetName, agreementOf(run, words), formatMoney(run.costMicros)].filter(Boolean).join(' · ')
  const text = message.text === '' ? `_${words.noAnswer}_` : message.text
  return [`## ${title}`, text, ...(run === null ? [] : memberBlocks(run, words))]
}

/** "3 of 4 agree"; empty where agreement was not asked for. */
export function agreementOf({ outcome }: RunView, words: DocumentWords): string {
  return outcome?.agreement ? words.agree(outcome.agreement.agree, outcome.agreement.of) : ''
}

function memberBlocks(run: RunView, words: DocumentWords): string[] {
  const members = run.speakers.filter(({ role }) => role === 'member')
  if (members.length === 0) return []
  return [`${words.members}:`, members.map((member) => `- ${memberLine(member, words)}`).join('\n')]
}

function memberLine({ label, result, state }: SpeakerView, words: DocumentWords): string {
  if (result === null) return `${label} · ${state}`
  if (result.error !== null) return `${label} · ${words.failed}: ${result.error.message}`
  const time = result.totalMs === null ? '' : formatDuration(result.totalMs)
  return [label, time, formatMoney(result.costMicros)].filter(Boolean).join(' · ')
}
