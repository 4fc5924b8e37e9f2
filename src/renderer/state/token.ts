import { z } from 'zod'

const KEY = 'tutti-token'
const Session = z.object({ token: z.string().min(1) })

/** Takes the one-time code out of the address, at once: it must not stay in the history. */
export function takeCode(): string | null {
  const code = new URLSearchParams(location.hash.slice(1)).get('code')
  if (code !== null) history.replaceState(null, '', location.pathname + location.search)
  return code
}

/** Exchanges a one-time code for a token; null where the core refuses it. */
export async function exchangeCode(code: string, signal: AbortSignal): Promise<string | null> {
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
    signal,
  })
  if (!response.ok) return null
  const session = Session.safeParse(await response.json())
  return session.success ? session.data.token : null
}

export const keptToken = {
  read: (): string | null => sessionStorage.getItem(KEY),
  write: (token: string): void => sessionStorage.setItem(KEY, token),
  forget: (): void => sessionStorage.removeItem(KEY),
}
