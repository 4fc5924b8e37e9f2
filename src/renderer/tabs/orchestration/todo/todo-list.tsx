import type { RunView } from '../../../../shared/run.ts'
import { m } from '../../../app/messages.ts'
import { classNames } from '../../../components/class-names.ts'
import { Meter } from '../../../components/meter.tsx'
import { aboutTime } from '../steps/about-time.ts'
import { progressOf } from '../steps/progress.ts'
import { StepIcon } from '../steps/step-icon.tsx'
import { stepWords } from '../steps/step-words.ts'
import { isOver, workOf } from '../steps/steps-of.ts'
import { ANSWER } from '../steps/steps-of-speakers.ts'
import { type TodoItem, todoItems } from './todo-items.ts'

type TodoListProps = { readonly run: RunView; readonly now: number }

/** What is done, under way and left, nested, with the share and the time that is left. */
export function TodoList({ run, now }: TodoListProps) {
  const { share, leftMs } = progressOf(workOf(run), now)
  const percent = `${Math.round(share * 100)}\u00a0%`
  const left = run.state === 'running' && leftMs !== null && leftMs > 0 ? m.runs.todoLeft(percent, aboutTime(leftMs)) : percent
  return (
    <section aria-label={m.runs.todo} className="border-b border-line px-5 pt-3.5 pb-4">
      <h2 className="flex font-semibold">
        {m.runs.todo}
        <span className="figures ml-auto text-12 leading-5 font-normal text-ink-2">{left}</span>
      </h2>
      <Meter label={m.runs.todo} value={share} max={1} text={left} accent className="mt-2 mb-2.5" />
      <ul>
        {todoItems(run).map((item) => (
          <TodoEntry key={item.id} item={item} now={now} depth={0} />
        ))}
      </ul>
    </section>
  )
}

function TodoEntry({ item, now, depth }: { readonly item: TodoItem; readonly now: number; readonly depth: number }) {
  const { state } = item
  const going = state === 'running' || state === 'you'
  return (
    <li>
      <div
        className={classNames(
          'grid grid-cols-[1rem_minmax(0,1fr)_auto] items-center gap-x-2',
          depth === 0 ? 'min-h-[1.625rem]' : 'min-h-[1.375rem] pl-6 text-12',
          going ? 'font-medium' : state === 'done' ? 'text-ink-2' : state === 'failed' ? 'text-ink' : 'text-ink-3',
        )}
      >
        <StepIcon state={state} />
        <span className="truncate" title={item.label}>
          {item.label}
        </span>
        <span
          className={classNames(
            'figures text-12 font-normal',
            state === 'you' ? 'text-warn' : state === 'failed' ? 'text-bad' : 'text-ink-3',
          )}
        >
          {wordsOf(item, now)}
        </span>
        <span className="sr-only">{m.runs.step[state]}</span>
      </div>
      {item.items.length > 0 && (
        <ul className={depth > 0 ? 'pl-4' : undefined}>
          {item.items.map((nested) => (
            <TodoEntry key={nested.id} item={nested} now={now} depth={depth + 1} />
          ))}
        </ul>
      )}
    </li>
  )
}

function wordsOf({ step, items }: TodoItem, now: number): string {
  const needed = items.filter((item) => item.state !== 'skipped' && item.state !== 'dropped')
  if (items.length > 0) return m.runs.ofDone(needed.filter((item) => isOver(item.state)).length, needed.length)
  if (!step) return ''
  return step.id === ANSWER && step.state === 'done' && step.note !== '' ? step.note : stepWords(step, now)
}
