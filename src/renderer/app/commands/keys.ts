import { pick } from '../../state/language.ts'

/** Where Mod is ⌘. */
export const IS_MAC = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform)

const NAMES: Readonly<Record<string, string>> = {
  Mod: IS_MAC ? '⌘' : pick({ en: 'Ctrl', de: 'Strg', fr: 'Ctrl' }),
  Ctrl: pick({ en: 'Ctrl', de: 'Strg', fr: 'Ctrl' }),
  Alt: IS_MAC ? '⌥' : 'Alt',
  Shift: IS_MAC ? '⇧' : pick({ en: 'Shift', de: 'Umschalt', fr: 'Maj' }),
  Tab: 'Tab',
  Enter: '↵',
  Escape: pick({ en: 'Esc', de: 'Esc', fr: 'Échap' }),
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: pick({ en: 'Page Up', de: 'Bild auf', fr: 'Page préc.' }),
  PageDown: pick({ en: 'Page Down', de: 'Bild ab', fr: 'Page suiv.' }),
}

/** "Mod+Shift+K" as the words on the keys: ["Ctrl", "Shift", "K"]. */
export function keyCaps(keys: string): string[] {
  return keys === '' ? [] : keys.split('+').map((key) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key))
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Whether these are the keys that were pressed. A sign such as "?" is taken as it is typed, whatever Shift does on that keyboard. */
export function isPressed(keys: string, event: Pressed): boolean {
  if (keys === '') return false
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const isSign = key.length === 1 && !/[\p{L}\p{N}]/u.test(key)
  const mod = parts.includes('Mod')
  const ctrl = parts.includes('Ctrl') || (mod && !IS_MAC)
  if (event.ctrlKey !== ctrl || event.metaKey !== (mod && IS_MAC) || event.altKey !== parts.includes('Alt')) return false
  if (!isSign && event.shiftKey !== parts.includes('Shift')) return false
  return event.key.toLowerCase() === key.toLowerCase()
}
