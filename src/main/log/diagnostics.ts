import { arch, platform, release, totalmem } from 'node:os'
import type { AppSnapshot } from '../../shared/app-state.ts'
import { scrub } from '../../shared/scrub.ts'

export interface DiagnosticsParts {
  readonly snapshot: Omit<AppSnapshot, 'seq'>
  readonly log: readonly string[]
  readonly secrets: Iterable<string | null>
  /** Runs that go on. */
  readonly running: number
}

const MEGABYTE = 1024 * 1024

/** A text for a report of a fault: versions, providers and their states, settings, the newest lines of the log. No questions, answers, keys or words of policies. */
export function diagnosticsText({ snapshot, log, secrets, running }: DiagnosticsParts): string {
  const { version, providers, models, presets, conversations, pipelines, settings, vault, notices } = snapshot
  const memory = process.memoryUsage()
  const lines = [
    `Tutti ${version} · Node ${process.versions.node}${process.versions.electron ? ` · Electron ${process.versions.electron}` : ''}`,
    `${platform()} ${release()} ${arch()} · ${Math.round(totalmem() / MEGABYTE)} MB · this process ${Math.round(memory.rss / MEGABYTE)} MB`,
    `Keys: ${vault} · runs going on: ${running} · conversations: ${conversations.length} · pipelines: ${pipelines.length}`,
    `Models: ${models.filter(({ enabled }) => enabled).length} of ${models.length} on · presets: ${presets.length}`,
    '',
    'Providers',
    ...providers.map(
      ({ id, kind, enabled, key, status }) => `- ${id} (${kind}): ${enabled ? 'on' : 'off'}, key ${key.state}, ${status.state}`,
    ),
    '',
    'Notices',
    ...notices.map(({ level, text }) => `- ${level}: ${text}`),
    '',
    'Settings',
    JSON.stringify({ ...settings, policies: { ...settings.policies, phrases: settings.policies.phrases.length } }, null, 2),
    '',
    'Log',
    ...log,
  ]
  return scrub(lines.join('\n'), secrets)
}
