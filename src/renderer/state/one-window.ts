/** So long the right to speak is held: windows hear of one event within it. */
const HOLD_MS = 3_000

/**
 * Does `work` in one window of those that ask for it under the same name at about the same time.
 * `locks` are those of the browser, which all windows of one origin share.
 */
export async function inOneWindow(name: string, work: () => void, locks: LockManager = navigator.locks, holdMs = HOLD_MS): Promise<void> {
  await locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock === null) return
    work()
    await new Promise((resolve) => setTimeout(resolve, holdMs))
  })
}
