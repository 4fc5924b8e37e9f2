import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { RunId } from '../../src/shared/ids.ts'
import { NodeState, type PlanNode, type RunEvent, type RunEventBody } from '../../src/shared/run.ts'
import { applyRunEvent, applyRunEvents, runViewOf } from '../../src/shared/run-view.ts'

const EMPTY = runViewOf(RunId.parse('run'), [])
const scope = fc.constantFrom('', 'inner/')
const id = fc.constantFrom('a', 'b', 'c', 'd')
const planNode = (within: string, name: string): PlanNode => ({ id: `${within}${name}`, label: name, dependsOn: [], expectedMs: 0 })

const body: fc.Arbitrary<RunEventBody> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(scope, id, fc.constantFrom(...NodeState.options)).map(changed) },
  { weight: 2, arbitrary: fc.tuple(scope, fc.uniqueArray(id), fc.nat(9)).map(revised) },
  fc.nat(9).map((done) => ({ type: 'progress' as const, done, total: 9, label: '' })),
  fc.constantFrom({ type: 'run-paused' as const }, { type: 'run-unpaused' as const }),
)

function changed([within, name, state]: [string, string, NodeState]): RunEventBody {
  return { type: 'node-changed', node: `${within}${name}`, state, note: state }
}

function revised([within, names, revision]: [string, string[], number]): RunEventBody {
  return { type: 'plan-revised', scope: within, revision, nodes: names.map((name) => planNode(within, name)), reason: '' }
}

describe('the picture of a run', () => {
  test('property: is the same whether its events are applied one by one, in batches, or some of them again', () => {
    fc.assert(
      fc.property(fc.array(body, { maxLength: 40 }), fc.array(fc.nat(40), { maxLength: 6 }), (bodies, cuts) => {
        const events = bodies.map((each, index): RunEvent => ({ ...each, seq: index + 1, at: index }))
        const oneByOne = events.reduce(applyRunEvent, EMPTY)
        expect(applyRunEvents(EMPTY, events)).toEqual(oneByOne)
        let inBatches = EMPTY
        for (const cut of [...cuts, events.length].toSorted((a, b) => a - b)) {
          const before = JSON.stringify(inBatches)
          const next = applyRunEvents(inBatches, events.slice(0, cut))
          expect(JSON.stringify(inBatches)).toBe(before)
          inBatches = next
        }
        expect(inBatches).toEqual(oneByOne)
      }),
    )
  })
})
