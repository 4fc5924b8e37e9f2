import type { Learning } from '../../profiles/learning.ts'
import type { Profiles } from '../../profiles/profiles.ts'
import { os } from '../os.ts'

interface ExperienceParts {
  readonly learning: Learning
  readonly profiles: Profiles
}

export const experienceRoutes = ({ learning, profiles }: ExperienceParts) => ({
  view: os.experience.view.handler(() => learning.experience()),
  profiles: os.experience.profiles.handler(() => profiles.list()),
  reset: os.experience.reset.handler(() => learning.reset()),
})
