import type { ModelBelief } from '../../../../shared/experience.ts'
import { formatNumber } from '../../../../shared/format.ts'
import { useModelLabel } from '../use-model-label.ts'
import { w } from '../words.ts'
import { LEARNED_TABLE } from './learned-table.ts'
import { taskName } from './task-name.ts'

const e = w.experience

/** The expected quality of each model at each type of task, and what that rests on. */
export function BeliefTable({ beliefs }: { readonly beliefs: readonly ModelBelief[] }) {
  const labelOf = useModelLabel()
  return (
    <table className={LEARNED_TABLE} aria-label={e.beliefs}>
      <thead>
        <tr>
          <th scope="col">{e.task}</th>
          <th scope="col">{e.model}</th>
          <th scope="col">{e.quality}</th>
          <th scope="col">{e.own}</th>
          <th scope="col">{e.lab}</th>
        </tr>
      </thead>
      <tbody>
        {beliefs.map(({ taskType, model, quality, ownCount, labCount }) => (
          <tr key={`${taskType} ${model}`}>
            <td>{taskName(taskType)}</td>
            <td>{labelOf(model)}</td>
            <td>{quality.toFixed(2)}</td>
            <td>{formatNumber(Math.round(ownCount * 10) / 10)}</td>
            <td>{formatNumber(Math.round(labCount))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
