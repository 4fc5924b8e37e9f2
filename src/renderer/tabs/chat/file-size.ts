import { formatNumber } from '../../../shared/format.ts'
/** "812 B", "34 kB", "3.1 MB". */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes}\u00a0B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)}\u00a0kB`
  return `${formatNumber(bytes / 1_000_000, 1)}\u00a0MB`
}
