import type { ModelRef } from '../../../../shared/ids.ts'
import { type CascadePolicy, type Move, stateKeys, weightsFor } from './cascade-policy.ts'
import { type CompleteQuestion, isRightOf } from './labelled-question.ts'
import { type Answers, partitionOf } from './partition.ts'
import { voteWeights, weightedPick } from './vote-weights.ts'

/** Questions in which a cascade would stand at the same point. */
interface State {
  readonly key: string
  /** The coarser state whose estimates this one is drawn towards where it was seen rarely; null: of all tasks. */
  readonly parent: State | null
  seen: number
  right: number
  /** By the model that is asked next: the sum of what its answer led to. */
  readonly gains: number[]
  move: Move | null
}

/** The states after one set of models was asked, whatever they answered. */
interface Stage {
  readonly states: ReadonlyMap<string, State>
  /** By question. */
  readonly of: readonly (State | null)[]
  /** Models that can be asked next. */
  readonly open: readonly number[]
}

/** So many questions of the coarser states count beside a state's own. */
const PSEUDO_COUNT = 1
/** Two orders of the same calls are worth the same but for this; the earlier model is asked first then. */
const ROUNDING = 1e-9
/** Models in a policy; the states double with each. */
export const MOST_MODELS = 8

/** The states of a set of labelled questions, found once; `policy` then solves them for any λ. */
export class CascadeFit {
  readonly #models: readonly ModelRef[]
  readonly #questions: readonly CompleteQuestion[]
  readonly #weights: Record<string, number[]>
  /** By the set of models asked, as bits. */
  readonly #stages: readonly Stage[]

  /** `questions` list their answers in the order of `models`, of which there are at most `MOST_MODELS`. */
  constructor(models: readonly ModelRef[], questions: readonly CompleteQuestion[]) {
    this.#models = models
    this.#questions = questions
    this.#weights = { '': voteWeights(questions, models.length) }
    for (const [taskType, group] of Map.groupBy(questions, (question) => question.taskType)) {
      this.#weights[taskType] = voteWeights(group, models.length)
    }
    this.#stages = Array.from({ length: 2 ** models.length }, (_, asked) => this.#stage(asked))
  }

  /**
   * The policy that maximises accuracy − λ · cost on these questions, by backward induction from all models asked to none.
   * `lambda`: accuracy that a dollar per 1,000 questions is worth.
   */
  policy(lambda: number): CascadePolicy {
    for (let asked = this.#stages.length - 1; asked >= 0; asked -= 1) {
      const stage = this.#stages[asked]
      if (stage === undefined) continue
      this.#sumGains(asked, stage, lambda)
      for (const state of stage.states.values()) moveOf(state, stage.open, asked === 0)
    }
    return { models: [...this.#models], lambda, fittedOn: this.#questions.length, weights: this.#weights, moves: this.#reachable() }
  }

  /** Moves of the states that the policy itself can lead to; the others would only make it large. */
  #reachable(): Record<string, Move> {
    const moves: Record<string, Move> = {}
    const known = new Set([0])
    for (const asked of known) {
      for (const { key, move } of this.#stages[asked]?.states.values() ?? []) {
        if (move === null) continue
        moves[key] = move
        if (move.next !== null) known.add(asked | (1 << move.next))
      }
    }
    return moves
  }

  #stage(asked: number): Stage {
    const states = new Map<string, State>()
    const open = this.#models.flatMap((_, model) => ((asked >> model) & 1 ? [] : [model]))
    const stateAt = ([key, ...coarser]: readonly string[]): State | null => {
      if (key === undefined) return null
      const known = states.get(key)
      if (known) return known
      const parent = stateAt(coarser)
      const fresh: State = { key, parent, seen: 0, right: 0, gains: this.#models.map(() => 0), move: null }
      states.set(key, fresh)
      return fresh
    }
    const of = this.#questions.map((question) => {
      const { taskType, answers } = question
      const given: Answers = answers.map(({ key }, model) => ((asked >> model) & 1 ? key : undefined))
      const state = stateAt(stateKeys(taskType, partitionOf(given)))
      const weights = weightsFor({ weights: this.#weights }, taskType)
      const right = isRightOf(question, given, weightedPick(given, weights), weights)
      for (let level = state; level !== null; level = level.parent) {
        level.seen += 1
        level.right += right ? 1 : 0
      }
      return state
    })
    return { states, of, open }
  }

  #sumGains(asked: number, stage: Stage, lambda: number): void {
    for (const state of stage.states.values()) state.gains.fill(0)
    for (const model of stage.open) {
      const following = this.#stages[asked | (1 << model)]
      for (const [index, question] of this.#questions.entries()) {
        // Micro-dollars a question are a thousandth of a dollar per 1,000 questions.
        const cost = (question.answers[model]?.costMicros ?? 0) / 1000
        const gain = worthOf(following?.of[index]) - lambda * cost
        for (let level = stage.of[index] ?? null; level !== null; level = level.parent) {
          level.gains[model] = (level.gains[model] ?? 0) + gain
        }
      }
    }
  }
}

/** What the policy makes of a state that was solved. */
function worthOf(state: State | null | undefined): number {
  const move = state?.move
  if (!move) return 0
  return move.next === null ? move.right : Math.max(move.right, move.goingOn ?? 0)
}

/**
 * A state's own mean, drawn towards that of the coarser states above it: of each only the questions that no finer one has counted already,
 * so that the same question never speaks twice.
 */
function drawn(state: State, sumOf: (state: State) => number, within: State | null = null): number {
  if (state.parent === null) return sumOf(state) / Math.max(1, state.seen)
  const sum = sumOf(state) - (within === null ? 0 : sumOf(within))
  const seen = state.seen - (within?.seen ?? 0)
  return (sum + PSEUDO_COUNT * drawn(state.parent, sumOf, state)) / (seen + PSEUDO_COUNT)
}

/** Sets the state's best move. `mustAsk`: nobody was asked yet. */
function moveOf(state: State, open: readonly number[], mustAsk: boolean): void {
  const right = drawn(state, (each) => each.right)
  let next: number | null = null
  let goingOn: number | null = null
  for (const model of open) {
    const gain = drawn(state, ({ gains }) => gains[model] ?? 0)
    if (goingOn !== null && gain <= goingOn + ROUNDING) continue
    next = model
    goingOn = gain
  }
  const stops = !mustAsk && (goingOn === null || right >= goingOn)
  state.move = { seen: state.seen, right: mustAsk ? 0 : right, next: stops ? null : next, goingOn }
}
