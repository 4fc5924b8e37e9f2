import { useEffect, useState } from 'react'
import { formatNumber } from '../../../../shared/format.ts'
import type { TaskType } from '../../../../shared/preset.ts'
import type { Leaderboard as Board, Standing } from '../../../../shared/vote.ts'
import { Select } from '../../../components/select.tsx'
import { useSession } from '../../../state/use-session.ts'
import { WideDialog } from '../wide-dialog.tsx'
import { w } from '../words.ts'

/** Models by the user's own blind votes, with how sure each place is. */
export default function Leaderboard({ onClose }: { readonly onClose: () => void }) {
  const { client, attempt } = useSession()
  const [task, setTask] = useState<TaskType | 'all'>('all')
  const [board, setBoard] = useState<Board | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const call = client.votes.leaderboard({ taskType: task === 'all' ? null : task }, { signal: stop.signal })
    void attempt(call.catch((thrown) => (stop.signal.aborted ? undefined : Promise.reject(thrown)))).then((next) => next && setBoard(next))
    return () => stop.abort()
  }, [client, attempt, task])
  return (
    <WideDialog
      title={w.leaderboard}
      onClose={onClose}
      actions={
        board &&
        board.taskTypes.length > 1 && (
          <Select
            label={w.task}
            value={task}
            options={[{ value: 'all', label: w.allTasks }, ...board.taskTypes.map((type) => ({ value: type, label: w.tasks[type] }))]}
            onChange={setTask}
          />
        )
      }
    >
      <div className="min-h-32 overflow-y-auto px-5 py-4" aria-busy={board === null}>
        {board && (board.pairs === 0 ? <p className="text-pretty text-ink-2">{w.leaderboardEmpty}</p> : <Table board={board} />)}
      </div>
    </WideDialog>
  )
}

function Table({ board }: { readonly board: Board }) {
  const [first, second] = board.standings
  const from = Math.min(...board.standings.map((standing) => standing.low))
  const to = Math.max(...board.standings.map((standing) => standing.high))
  return (
    <>
      <p className="text-15 font-medium">{first && second && first.low > second.high ? w.leader(first.label) : w.overlap}</p>
      <table className="mt-3 w-full border-collapse">
        <thead>
          <tr className="text-12 text-ink-3 [&>th]:pb-1 [&>th]:font-medium">
            <th scope="col" className="text-left">
              {w.model}
            </th>
            <th scope="col" className="text-right">
              {w.rating}
            </th>
            <th scope="col" className="pl-6 text-left">
              {w.interval}
            </th>
            <th scope="col" className="pl-6 text-right">
              {w.wonLostTied}
            </th>
          </tr>
        </thead>
        <tbody>
          {board.standings.map((standing) => (
            <tr key={standing.model} className="[&>td]:border-t [&>td]:border-line [&>td]:py-2">
              <td className="max-w-0 w-2/5 truncate" title={standing.model}>
                {standing.label}
              </td>
              <td className="figures text-right font-medium">{formatNumber(Math.round(standing.rating))}</td>
              <td className="pl-6">
                <Interval standing={standing} from={from} to={to} />
              </td>
              <td className="figures pl-6 text-right text-ink-2">{w.record(standing.won, standing.lost, standing.tied)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 text-12 text-pretty text-ink-3">
        {w.leaderboardPairs(board.pairs)} {w.leaderboardIntro}
      </p>
    </>
  )
}

/** The interval as a line on the scale of all, the rating as a dot. */
function Interval({ standing, from, to }: { readonly standing: Standing; readonly from: number; readonly to: number }) {
  const place = (value: number) => `${((value - from) / Math.max(1, to - from)) * 100}%`
  const { low, rating, high } = standing
  return (
    <span className="flex items-center gap-3">
      <span aria-hidden className="relative h-3 w-28 flex-none max-narrow:hidden">
        <i className="absolute top-[5px] h-0.5 bg-line-strong" style={{ left: place(low), right: `calc(100% - ${place(high)})` }} />
        <i className="absolute top-0.5 size-2 -translate-x-1 rounded-full bg-accent" style={{ left: place(rating) }} />
      </span>
      <span className="figures text-12 text-ink-2">
        {formatNumber(Math.round(low))} … {formatNumber(Math.round(high))}
      </span>
    </span>
  )
}
