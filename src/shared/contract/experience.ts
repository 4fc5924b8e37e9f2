import { z } from 'zod'
import { Experience, ModelProfile } from '../experience.ts'
import { base } from './base.ts'

/** What was learned of models from runs, users and the Lab. */
export const experienceContract = {
  view: base.output(Experience),
  /** Measured over all that is kept, most calls first. */
  profiles: base.output(z.array(ModelProfile)),
  /** What runs and users have taught is forgotten; the Lab's stays with the Lab. */
  reset: base,
}
