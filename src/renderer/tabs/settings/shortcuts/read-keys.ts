import { IS_MAC } from '../../../app/commands/keys.ts'

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const MODIFIERS = new Set(['Control', 'Meta', 'Alt', 'Shift', 'AltGraph', 'Dead', 'CapsLock', 'Fn', 'Unidentified'])

/** What was pressed in the form in which shortcuts are kept, "Mod+Shift+K"; null while only modifiers are held. */
export function readKeys(event: Pressed): string | null {
  if (MODIFIERS.has(event.key)) return null
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key
  const isSign = key.length === 1 && !/[\p{L}\p{N}]/u.test(key)
  const mod = IS_MAC ? event.metaKey : event.ctrlKey
  return [
    ...(mod ? ['Mod'] : []),
    ...(IS_MAC && event.ctrlKey ? ['Ctrl'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(event.shiftKey && !isSign ? ['Shift'] : []),
    key === ' ' ? 'Space' : key,
  ].join('+')
}

/** Whether such keys would take a letter away from every field: a letter or digit needs a modifier. */
export function isTyped(keys: string): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  return key.length === 1 && /[\p{L}\p{N}]/u.test(key) && !parts.includes('Mod') && !parts.includes('Ctrl') && !parts.includes('Alt')
}
