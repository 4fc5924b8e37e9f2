import type { ProviderView } from '../../../../shared/settings.ts'

/** true where nothing can be asked before a key is given. */
export function needsKey({ key, local, status }: ProviderView): boolean {
  return key.state === 'none' && !local && status.state !== 'ok'
}
