import { useLayoutEffect } from 'react'
import { useApp } from '../state/use-session.ts'

/** Theme and text size of the settings, on the root element; everything else follows from its colour scheme and rem. */
export function useAppearance(): void {
  const theme = useApp((app) => app.settings.appearance.theme)
  const textSize = useApp((app) => app.settings.appearance.textSize)
  useLayoutEffect(() => {
    const root = document.documentElement
    if (theme === 'system') delete root.dataset.theme
    else root.dataset.theme = theme
    root.style.fontSize = textSize === 100 ? '' : `${textSize}%`
  }, [theme, textSize])
}
