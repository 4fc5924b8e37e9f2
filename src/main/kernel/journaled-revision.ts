import { z } from 'zod'
import { TuttiError } from '../../shared/errors.ts'
import type { Change, Revision } from './dag/change.ts'
import type { DagNode } from './dag/node.ts'
import type { RecordedRevisions } from './dag/recorded-revisions.ts'
import type { Schedule } from './dag/schedule.ts'
import { digestOf } from './digest.ts'
import type { Place } from './durable-effects.ts'
import type { EffectRecord } from './journal.ts'

/** What the journal keeps of a revision. `dag`: the path of its graph. */
const Outcome = z.object({ dag: z.string(), number: z.number().int(), at: z.number(), open: z.array(z.string()) })

/** The revisions of the graph at `dag` that earlier processes made, or that a fork took over. */
export function recordedRevisions(dag: string, revisions: readonly EffectRecord[]) {
  return revisions.flatMap(({ outcome }) => {
    const made = outcome.ok ? Outcome.parse(outcome.value) : null
    return made?.dag === dag ? [made] : []
  })
}

/**
 * Makes a planner's revision and journals it, or makes a journaled one again, as it was made then: in its turn, accepted or refused.
 * Whatever follows from it is committed behind it, so a revision that was not committed before a crash has left no trace.
 */
export async function journaledRevision<N extends DagNode>(
  { live, path, ...place }: Place,
  graph: { readonly dag: string; readonly schedule: Schedule<N>; readonly recorded: RecordedRevisions },
  change: Change<N>,
): Promise<Revision<N>> {
  const { dag, schedule, recorded } = graph
  const input = inputOf(change)
  const digest = digestOf({ kind: 'revision', input })
  const known = live.recall(path, digest)
  if (known && !known.ok) throw TuttiError.fromInfo(known.error)
  if (known) {
    const { number, at } = Outcome.parse(known.value)
    const turn = recorded.turn(number)
    schedule.release()
    await turn
    recorded.done(number)
    return { ...again(schedule, change), at }
  }
  await live.admit(place)
  const record = { path, kind: 'revision' as const, digest, input }
  const { open } = schedule
  try {
    const revision = schedule.revise(change)
    const { number, at } = revision
    if (recorded.done(number)) schedule.release()
    await live.commit({ ...record, outcome: { ok: true, value: { dag, number, at, open } }, endedAt: live.now() })
    return revision
  } catch (thrown) {
    const error = TuttiError.from(thrown)
    if (error.code === 'invalid-input') await live.commit({ ...record, outcome: { ok: false, error: error.toInfo() }, endedAt: live.now() })
    throw error
  }
}

function again<N extends DagNode>(schedule: Schedule<N>, change: Change<N>): Revision<N> {
  try {
    return schedule.revise(change)
  } catch (thrown) {
    const reason = TuttiError.from(thrown).message
    throw new TuttiError('diverged', `The plan has changed since this run was interrupted. ${reason} Fork the run, or leave it.`, {
      cause: thrown,
    })
  }
}

/** The change without the nodes' work: for a person to read, and to tell whether the code still asks for the same. */
function inputOf({ reason, add = [], drop = [], reorder = {} }: Change<DagNode>): unknown {
  return { reason, add: add.map(dataOf), drop, reorder }
}

function dataOf({ id, inputs, optional = [], outputs, dependsOn, priority, resources, over }: DagNode): unknown {
  return { id, inputs, optional, outputs, dependsOn, priority, resources, over: over ?? null }
}
