import { useMemo } from 'react'
import { useTabPlace } from '../use-tab-place.ts'
import { parsePlace, type SettingsPlace } from './settings-place.ts'

/** Where in Settings the user is, and how to go elsewhere. */
export function usePlace(): SettingsPlace & { readonly go: (section: string, item?: string) => void } {
  const { place, go } = useTabPlace('settings')
  return useMemo(
    () => ({ ...parsePlace(place), go: (section, item) => go(item === undefined ? section : `${section}/${item}`) }),
    [place, go],
  )
}
