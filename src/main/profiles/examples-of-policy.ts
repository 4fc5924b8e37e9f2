import type { RatedExample } from '../orchestrators/advanced/quality/calibrate.ts'
import { featuresOf } from '../orchestrators/advanced/quality/combine.ts'
import type { CascadePolicy } from '../orchestrators/advanced/routing/cascade-policy.ts'
import { shapeOf } from '../orchestrators/advanced/routing/partition.ts'

/** As many questions of one state count at most, so that a large data set does not drown what users say. */
const MOST = 60

/** What the Lab's calibration says about agreement and being right: one example a state in which at least two models had answered. */
export function examplesOfPolicy({ moves }: CascadePolicy): RatedExample[] {
  return Object.entries(moves).flatMap(([key, { seen, right }]): RatedExample[] => {
    const [taskType = '', partition = '', ...rest] = key.split('|')
    if (taskType === '' || rest.length > 0 || seen === 0) return []
    const camps = shapeOf(partition).split('/')[0]?.split('+').map(Number) ?? []
    const answered = camps.reduce((sum, size) => sum + size, 0)
    const [largest = 0] = camps
    if (answered < 2) return []
    const features = featuresOf([
      { method: 'checks', value: 1, evidence: [] },
      { method: 'agreement', value: largest / answered, evidence: [] },
    ])
    return [{ taskType, features, right, weight: Math.min(seen, MOST) }]
  })
}
