import type { Keyring } from '../../src/main/guard/keyring.ts'

/** A keyring in memory; `accounts` shows what it was given. */
export function fakeKeyring(): Keyring & { readonly accounts: Map<string, string> } {
  const accounts = new Map<string, string>()
  return {
    accounts,
    get: async (account) => accounts.get(account) ?? null,
    set: async (account, secret) => {
      accounts.set(account, secret)
    },
  }
}

/** A machine without one. */
export const noKeyring: Keyring = {
  get: () => Promise.reject(new Error('There is no session bus.')),
  set: () => Promise.reject(new Error('There is no session bus.')),
}

/** One that never answers, whatever the signal says. */
export const silentKeyring: Keyring = {
  get: () => new Promise(() => {}),
  set: () => new Promise(() => {}),
}
