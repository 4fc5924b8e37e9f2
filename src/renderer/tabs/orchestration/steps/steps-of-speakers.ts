import type { RunView, SpeakerState, SpeakerView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'
import type { Step, StepState } from './step.ts'

export const QUESTION = 'question'
export const ANSWER = 'answer'

const STATES: Record<SpeakerState, StepState> = {
  waiting: 'waiting',
  queued: 'ready',
  asked: 'running',
  streaming: 'running',
  done: 'done',
  failed: 'failed',
  cancelled: 'cancelled',
  'not-needed': 'skipped',
}

/** Question, members, answer: who was asked when the others had ended depends on them. */
export function stepsOfSpeakers(run: RunView): readonly Step[] {
  const members = run.speakers.filter((speaker) => speaker.role === 'member')
  const merge = run.speakers.find((speaker) => speaker.role === 'merge')
  const waves = wavesOf(run, members)
  const question: Step = {
    ...NOBODY,
    id: QUESTION,
    label: m.runs.question,
    note: run.presetName,
    state: 'done',
    startedAt: run.startedAt,
    endedAt: run.startedAt,
  }
  const steps = members.map((member) => stepOfSpeaker(member, dependenciesOf(member, waves)))
  const asked = members
    .filter((member) => member.state !== 'not-needed' && (member.state !== 'waiting' || run.state === 'running'))
    .map(({ id }) => id)
  const spoken = asked.length === 0 ? [QUESTION] : asked
  const last = run.strategy === 'sequential' ? [run.outcome?.by ?? spoken.at(-1) ?? QUESTION] : spoken
  if (merge && merge.state !== 'not-needed')
    return [question, ...steps, { ...stepOfSpeaker(merge, last), label: m.runs.merge, note: merge.label }]
  return [question, ...steps, answerStep(run, last)]
}

const NOBODY = { dependsOn: [], number: null, speaker: null, expectedMs: 0, startedAt: null, endedAt: null } as const

function stepOfSpeaker(speaker: SpeakerView, dependsOn: readonly string[]): Step {
  return {
    id: speaker.id,
    label: speaker.label,
    note: speaker.provider,
    state: STATES[speaker.state],
    dependsOn,
    number: speaker.role === 'member' ? speaker.number : null,
    speaker: speaker.id,
    expectedMs: 0,
    startedAt: speaker.askedAt,
    endedAt: speaker.endedAt,
  }
}

function answerStep(run: RunView, dependsOn: readonly string[]): Step {
  const agreement = run.outcome?.agreement
  const ended = run.endedAt !== null
  return {
    ...NOBODY,
    id: ANSWER,
    label: run.strategy === 'voting' ? m.runs.vote : m.runs.answerStep,
    note: agreement ? m.runs.agree(agreement.agree, agreement.of) : '',
    state: run.outcome ? 'done' : run.state === 'failed' ? 'failed' : ended ? 'cancelled' : 'waiting',
    dependsOn,
    startedAt: run.endedAt,
    endedAt: run.endedAt,
  }
}

/** Members that were asked together, wave after wave; those not asked stand in the last one. */
function wavesOf(run: RunView, members: readonly SpeakerView[]): readonly (readonly SpeakerView[])[] {
  if (run.strategy === 'parallel' || run.strategy === 'expert') return [members]
  const waves: SpeakerView[][] = []
  let ended = Number.POSITIVE_INFINITY
  for (const member of members.filter(({ askedAt }) => askedAt !== null).sort((a, b) => (a.askedAt ?? 0) - (b.askedAt ?? 0))) {
    const wave = waves.at(-1)
    if (wave && (member.askedAt ?? 0) < ended) wave.push(member)
    else waves.push([member])
    ended = Math.max(...(waves.at(-1) ?? []).map(({ endedAt }) => endedAt ?? Number.POSITIVE_INFINITY))
  }
  const rest = members.filter(({ askedAt }) => askedAt === null)
  return rest.length === 0 ? waves : [...waves, rest]
}

function dependenciesOf(member: SpeakerView, waves: readonly (readonly SpeakerView[])[]): readonly string[] {
  const at = waves.findIndex((wave) => wave.includes(member))
  const before = waves[at - 1]
  return before ? before.map(({ id }) => id) : [QUESTION]
}
