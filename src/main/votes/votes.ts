import type { Message } from '../../shared/conversation.ts'
import { TuttiError } from '../../shared/errors.ts'
import type { MessageId, ModelRef, RunId } from '../../shared/ids.ts'
import type { ModelInfo } from '../../shared/model.ts'
import type { TaskType } from '../../shared/preset.ts'
import type { RunView, SpeakerView } from '../../shared/run.ts'
import type { Ballot, Leaderboard, Standing, Vote } from '../../shared/vote.ts'
import { bradleyTerry } from './bradley-terry.ts'

export interface StoredVote extends Vote {
  readonly taskType: TaskType
}

export interface VoteRows {
  readonly answerId: MessageId
  readonly runId: RunId
  readonly taskType: TaskType
  /** Epoch ms. */
  readonly at: number
  readonly votes: readonly Vote[]
}

/** What this room needs of storage. A ballot is stored whole or not at all. */
export interface VoteRepository {
  votes(): Promise<readonly StoredVote[]>
  /** Replaces the answer's votes and shows its members' names. */
  cast(rows: VoteRows): Promise<void>
  /** Deletes the answer's votes; `hidden`: its members lose their names again. */
  withdraw(answerId: MessageId, hidden: boolean): Promise<void>
}

export interface VoteParts {
  readonly repository: VoteRepository
  readonly message: (id: MessageId) => Promise<Message | null>
  readonly view: (id: RunId) => Promise<RunView>
  readonly models: () => readonly ModelInfo[]
  readonly now: () => number
  /** Of the question that the answer belongs to. */
  readonly taskType: (answer: Message) => Promise<TaskType>
  /** Makes a member's answer the main one; null: none. */
  readonly chooseMain: (answerId: MessageId, speaker: string | null) => Promise<Message>
  readonly changed: (message: Message) => Promise<void>
  /** Told of each ballot, once it is counted. */
  readonly onCast?: (rows: VoteRows) => void
}

/** Normal quantile of a 95 % interval. */
const WIDTH = 1.96

/** Votes on answers without names, and the user's own leaderboard. A ballot of several answers is one pair for each that was not chosen. */
export class Votes {
  readonly #parts: VoteParts

  constructor(parts: VoteParts) {
    this.#parts = parts
  }

  /** Counts the ballot and shows the names; the best answer is the one that the next message builds on. */
  async cast({ answerId, best }: Ballot): Promise<Message> {
    const { answer, runId, run } = await this.#blind(answerId)
    if (run.state === 'running') throw new TuttiError('invalid-input', 'Answers are still arriving. Vote when all have ended.')
    const seen = run.speakers.filter((speaker) => speaker.role === 'member' && speaker.state === 'done' && speaker.text !== '')
    if (seen.length < 2) throw new TuttiError('invalid-input', 'A vote compares at least two answers. Show the names instead.')
    if (best !== null && !seen.some((speaker) => speaker.id === best)) {
      throw new TuttiError('invalid-input', `Member “${best}” has no complete answer to vote for.`, {
        data: { field: 'best', value: best },
      })
    }
    const votes = pairsOf(seen, best)
    const rows: VoteRows = { answerId, runId, taskType: await this.#parts.taskType(answer), at: this.#parts.now(), votes }
    await this.#parts.repository.cast(rows)
    this.#parts.onCast?.(rows)
    const main = await this.#parts.chooseMain(answerId, best)
    const message: Message = { ...main, blind: 'revealed' }
    await this.#parts.changed(message)
    return message
  }

  /** Shows the names without a vote. */
  async reveal(answerId: MessageId): Promise<Message> {
    const { answer } = await this.#blind(answerId)
    await this.#parts.repository.withdraw(answerId, false)
    return this.#tell({ ...answer, blind: 'revealed' })
  }

  /** Takes a vote back: its pairs do not count any more, and the names are hidden again. */
  async withdraw(answerId: MessageId): Promise<Message> {
    await this.#blind(answerId)
    await this.#parts.repository.withdraw(answerId, true)
    const main = await this.#parts.chooseMain(answerId, null)
    return this.#tell({ ...main, blind: 'hidden' })
  }

  /** Of all votes, or of those on one type of task. */
  async leaderboard(taskType: TaskType | null): Promise<Leaderboard> {
    const all = await this.#parts.repository.votes()
    const votes = taskType === null ? all : all.filter((vote) => vote.taskType === taskType)
    const refs = [...new Set(votes.flatMap((vote) => [vote.first, vote.second]))]
    const names = new Map(this.#parts.models().map((model) => [model.ref, model.label]))
    const standings = bradleyTerry(refs, votes).map(
      ({ model, rating, error }): Standing => ({
        model,
        label: names.get(model) ?? model.slice(model.indexOf('/') + 1),
        rating,
        low: rating - WIDTH * error,
        high: rating + WIDTH * error,
        ...countsOf(model, votes),
      }),
    )
    return {
      standings: standings.toSorted((a, b) => b.rating - a.rating || a.label.localeCompare(b.label)),
      pairs: votes.length,
      taskTypes: [...new Set(all.map((vote) => vote.taskType))].toSorted(),
    }
  }

  async #blind(id: MessageId): Promise<{ answer: Message; runId: RunId; run: RunView }> {
    const answer = await this.#parts.message(id)
    if (answer === null || answer.runId === null) throw new TuttiError('not-found', `There is no answer ${id}; it may have been deleted.`)
    if (answer.blind === undefined) {
      throw new TuttiError('invalid-input', 'This question was not asked blind. Turn Blind on in the composer and ask again.')
    }
    return { answer, runId: answer.runId, run: await this.#parts.view(answer.runId) }
  }

  async #tell(message: Message): Promise<Message> {
    await this.#parts.changed(message)
    return message
  }
}

/** The best against each other one; in a tie, all against all. Two members with the same model are no pair. */
function pairsOf(seen: readonly SpeakerView[], best: string | null): Vote[] {
  const named = seen.map((speaker) => ({ id: speaker.id, model: speaker.result?.model ?? speaker.model }))
  const pairs = named.flatMap((one, index) => named.slice(index + 1).map((other) => [one, other] as const))
  return pairs.flatMap(([one, other]): Vote[] => {
    if (one.model === other.model) return []
    if (best === null) return [{ first: one.model, second: other.model, winner: 'tie' }]
    if (one.id !== best && other.id !== best) return []
    return [{ first: one.model, second: other.model, winner: one.id === best ? 'first' : 'second' }]
  })
}

function countsOf(model: ModelRef, votes: readonly Vote[]): { won: number; lost: number; tied: number } {
  const counts = { won: 0, lost: 0, tied: 0 }
  for (const { first, second, winner } of votes) {
    if (first !== model && second !== model) continue
    if (winner === 'tie') counts.tied += 1
    else if ((winner === 'first') === (first === model)) counts.won += 1
    else counts.lost += 1
  }
  return counts
}
