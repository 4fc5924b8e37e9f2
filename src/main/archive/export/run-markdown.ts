import { formatMoney, formatTokens } from '../../../shared/format.ts'
import type { Language } from '../../../shared/language.ts'
import { totalTokens } from '../../../shared/model.ts'
import type { AttemptRecord, EffectRecord } from '../../kernel/journal.ts'
import { agreementOf } from './conversation-markdown.ts'
import { DOCUMENT_WORDS, type DocumentWords, documentTime } from './document-words.ts'
import type { RunDocument } from './run-record.ts'

/** A run as Markdown: its answer, every decision with its reason, every effect with what it was asked and gave, every attempt's cost. */
export function runMarkdown(document: RunDocument, language: Language): string {
  return `${runBlocks(document, DOCUMENT_WORDS[language], language, '#').join('\n\n')}\n`
}

function runBlocks(document: RunDocument, words: DocumentWords, language: Language, level: string): string[] {
  const { run, view } = document
  const facts = [
    documentTime(run.startedAt, language),
    `${run.orchestrator} ${run.orchestratorVersion}`,
    `${words.state}: ${run.state}`,
    agreementOf(view, words),
    `${words.cost}: ${formatMoney(view.costMicros)}`,
  ]
  return [
    `${level} ${run.title}`,
    facts.filter(Boolean).join(' · '),
    ...(view.outcome === null ? [] : [`${level}# ${words.outcome}`, view.outcome.answer, `> ${view.outcome.summary}`]),
    ...(view.error === null ? [] : [`> ${view.error.message}`]),
    ...section(
      `${level}# ${words.decisions}`,
      view.decisions.map(({ at, title, reason }) => `- ${documentTime(at, language)} · **${title}** · ${reason}`),
    ),
    ...section(
      `${level}# ${words.effects}`,
      document.effects.map((effect) => effectBlock(effect, document.attempts, words, `${level}##`)),
      '\n\n',
    ),
    ...document.children.flatMap((child) => runBlocks(child, words, language, `${level}#`)),
  ]
}

function section(title: string, lines: readonly string[], between = '\n'): string[] {
  return lines.length === 0 ? [] : [title, lines.join(between)]
}

function effectBlock(effect: EffectRecord, attempts: readonly AttemptRecord[], words: DocumentWords, level: string): string {
  const own = attempts.filter(({ path }) => path === effect.path)
  const { outcome } = effect
  return [
    `${level} ${effect.kind} · ${effect.path}`,
    ...own.map((attempt) => `- ${attemptLine(attempt, words)}`),
    fenced(effect.input),
    fenced(outcome.ok ? outcome.value : outcome.error),
  ]
    .filter(Boolean)
    .join('\n\n')
}

function attemptLine({ number, model, state, usage, costMicros }: AttemptRecord, words: DocumentWords): string {
  const tokens = usage === null ? '' : `${words.tokens}: ${formatTokens(totalTokens(usage), usage.estimated)}`
  return [`${number}`, model, state, tokens, formatMoney(costMicros)].filter(Boolean).join(' · ')
}

/** JSON between fences that are longer than any in it. */
function fenced(value: unknown): string {
  if (value === undefined || value === null) return ''
  const json = JSON.stringify(value, null, 2)
  const longest = Math.max(2, ...[...json.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}json\n${json}\n${fence}`
}
