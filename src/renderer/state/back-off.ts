/** The wait before connection attempt `attempt` (1 …) in ms: 250, 500, 1,000 … 5,000. */
export function reconnectDelay(attempt: number): number {
  return Math.min(5_000, 250 * 2 ** Math.max(0, attempt - 1))
}
