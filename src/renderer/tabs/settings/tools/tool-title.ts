import type { ToolView } from '../../../../shared/tool.ts'
import type { ToolWords } from './words/en.ts'
import { t } from './words.ts'

/** A tool that ships in the user's language; one of a server in the server's own words. */
export function toolWords({ name, title, description }: Pick<ToolView, 'name' | 'title' | 'description'>): ToolWords {
  return t.builtIn[name] ?? { title, about: description.split('\n')[0] ?? '' }
}
