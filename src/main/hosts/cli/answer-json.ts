import type { RunView } from '../../../shared/run.ts'

/** What `--json` prints: the answer, who said what and what it cost, in integer micro-dollars. */
export function answerJson(run: RunView) {
  return {
    answer: run.outcome?.answer ?? '',
    agreement: run.outcome?.agreement ?? null,
    members: run.speakers
      .filter(({ role }) => role === 'member')
      .map(({ id, askedModel, provider, state, text, result }) => ({
        id,
        model: result?.model ?? askedModel,
        provider,
        state,
        text,
        usage: result?.usage ?? null,
        costMicros: result?.costMicros ?? null,
      })),
    costMicros: run.costMicros,
    runId: run.id,
  }
}

/** The answer for a person; where members stand side by side, each under its name. */
export function answerText(run: RunView): string {
  const { outcome } = run
  if (outcome !== null && (outcome.kind !== 'side-by-side' || outcome.answer !== '')) return outcome.answer
  return run.speakers
    .filter(({ role, text }) => role === 'member' && text !== '')
    .map(({ label, text }) => `${label}\n${text}`)
    .join('\n\n')
}
