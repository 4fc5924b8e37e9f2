import { useApp } from '../../../state/use-session.ts'

/** The text size of the settings as a factor: the graph is laid out in pixels, and its steps grow with their text. */
export function useTextScale(): number {
  return useApp((app) => app.settings.appearance.textSize) / 100
}
