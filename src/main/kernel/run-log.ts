import type { ErrorInfo } from '../../shared/errors.ts'
import type { RunId } from '../../shared/ids.ts'
import type { RunEvent, RunEventBody, RunView } from '../../shared/run.ts'
import { applyRunEvents, runViewOf } from '../../shared/run-view.ts'
import type { EventTopic, OpenTopic } from './event-topic.ts'

/** At most 20 flushes a second. */
const FLUSH_MS = 50
/** Numbers jump on resume, so that a page's number from before the crash is seen to be a gap: deltas are not stored. */
const RESUME_JUMP = 1_000_000

/** Events that may wait to be folded. */
const UNSEEN = 1000

type Channel = 'text' | 'reasoning'

/** A run's numbered events while it runs: coalesces deltas, folds the view, hands what is to be stored to the journal. */
export class RunLog {
  readonly #topic: EventTopic<RunEvent>
  readonly #keys = new Set<string>()
  readonly #onPending: () => void
  #view: RunView
  #unseen: RunEvent[] = []
  #stopping: ErrorInfo | null
  #pending: RunEvent[] = []
  #deltas = new Map<string, { speaker: string; channel: Channel; offset: number; text: string }>()
  #lengths = new Map<string, number>()
  #timer: NodeJS.Timeout | null = null

  /** `onPending` is called when events wait to be stored; they are fetched with `takePending`. */
  constructor(id: RunId, open: OpenTopic<RunEvent>, onPending: () => void, stored: readonly RunEvent[] = []) {
    this.#onPending = onPending
    this.#view = runViewOf(id, stored)
    this.#stopping = this.#view.stopping
    const last = stored.at(-1)?.seq
    this.#topic = open(last === undefined ? 0 : last + RESUME_JUMP)
    for (const event of stored) if (event.key !== undefined) this.#keys.add(event.key)
  }

  /** Folded when somebody looks: a run that nobody watches has no picture to keep. */
  get view(): RunView {
    if (this.#unseen.length > 0) this.#fold()
    return this.#view
  }

  /** Set from the stop until compensation has ended; asked before every effect. */
  get stopping(): ErrorInfo | null {
    return this.#stopping
  }

  /** The view as of the topic's newest number: followers go on from there. */
  snapshot(): RunView {
    return { ...this.view, seq: this.#topic.seq }
  }

  /** Adds an event; one with a `key` is added once, also over a resume. */
  append(body: RunEventBody, key?: string): void {
    if (key !== undefined) {
      if (this.#keys.has(key)) return
      this.#keys.add(key)
    }
    this.#flushDeltas()
    if (body.type === 'run-stopping') this.#stopping = body.error
    if (body.type === 'run-finished') this.#stopping = null
    if (body.type === 'speaker-asked') {
      this.#lengths.delete(`text/${body.speaker}`)
      this.#lengths.delete(`reasoning/${body.speaker}`)
    }
    const event = this.#publish(body, key)
    if (isStored(body)) {
      this.#pending.push(event)
      this.#onPending()
    }
  }

  /** Whether an event with this key was added, by this process or an earlier one. */
  has(key: string): boolean {
    return this.#keys.has(key)
  }

  /** Text of a speaker. The first piece goes out at once, later ones together. */
  delta(speaker: string, channel: Channel, text: string): void {
    const id = `${channel}/${speaker}`
    const offset = this.#lengths.get(id) ?? 0
    this.#lengths.set(id, offset + text.length)
    const waiting = this.#deltas.get(id)
    if (waiting) waiting.text += text
    else this.#deltas.set(id, { speaker, channel, offset, text })
    if (this.#timer === null) {
      this.#flushDeltas()
      this.#timer = setTimeout(() => {
        this.#timer = null
        this.#flushDeltas()
      }, FLUSH_MS)
    }
  }

  /** Events that are to be stored with the next commit, oldest first. */
  takePending(): readonly RunEvent[] {
    const pending = this.#pending
    this.#pending = []
    return pending
  }

  end(): void {
    this.#flushDeltas()
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#topic.end()
  }

  #fold(): void {
    const events = this.#unseen
    this.#unseen = []
    this.#view = applyRunEvents(this.#view, events)
  }

  #flushDeltas(): void {
    if (this.#deltas.size === 0) return
    const deltas = [...this.#deltas.values()]
    this.#deltas.clear()
    for (const delta of deltas) this.#publish({ type: 'speaker-delta', ...delta })
  }

  #publish(body: RunEventBody, key?: string): RunEvent {
    const event = this.#topic.announce((seq, at) => (key === undefined ? { ...body, seq, at } : { ...body, seq, at, key }))
    this.#unseen.push(event)
    if (this.#unseen.length > UNSEEN) this.#fold()
    return event
  }
}

/** Deltas and queue positions are worth nothing later: the text is kept with the attempt and the result. */
function isStored(body: RunEventBody): boolean {
  return body.type !== 'speaker-delta' && body.type !== 'speaker-queued' && body.type !== 'progress'
}
