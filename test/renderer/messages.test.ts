import { describe, expect, it } from 'vitest'
import { Language, preferredLanguage } from '../../src/shared/language.ts'

/** Words that are the same in another language, names, and signs. Everything else that equals the English is not translated. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  de: [
    ...[
      'Agent',
      'Agents',
      'Auto',
      'Blind',
      'Budget',
      'Budgets',
      'Chat',
      'Code',
      'Dashboard',
      'Demo',
      'Esc',
      'Export',
      'Format',
      'Graph',
      'Import',
    ],
    ...[
      'Latency',
      'Name',
      'Orchestrator',
      'Parameter',
      'Pipeline',
      'Pipelines',
      'Preset',
      'Presets',
      'Prompt',
      'Prompts',
      'Server',
      'Status',
    ],
    ...['System', 'Team', 'Test', 'Text', 'Token', 'Tokens', 'Tutti', 'Version', 'Zoom'],
  ],
  fr: [
    ...[
      'Action',
      'Actions',
      'Agent',
      'Agents',
      'Arguments',
      'Variables',
      'Archive',
      'Archives',
      'Auto',
      'Base',
      'Branche',
      'Branches',
      'Budget',
      'Budgets',
    ],
    ...[
      'Client',
      'Code',
      'Codes',
      'Collaboration',
      'Condition',
      'Conditions',
      'Conversation',
      'Conversations',
      'Date',
      'Dates',
      'Document',
      'Documents',
    ],
    ...[
      'Esc',
      'Expression',
      'Preset',
      'Presets',
      'Format',
      'Formats',
      'Image',
      'Images',
      'Instruction',
      'Instructions',
      'Local',
      'Long',
      'Message',
      'Messages',
      'Minute',
    ],
    ...[
      'Minutes',
      'Mode',
      'Modes',
      'Module',
      'Modules',
      'Note',
      'Notes',
      'Notification',
      'Notifications',
      'Option',
      'Options',
      'Orchestration',
    ],
    ...[
      'Page',
      'Pages',
      'Pause',
      'Phase',
      'Phases',
      'Pipeline',
      'Pipelines',
      'Position',
      'Prompt',
      'Prompts',
      'Public',
      'Question',
      'Questions',
      'Service',
    ],
    ...['Services', 'Session', 'Sessions', 'Simple', 'Source', 'Sources', 'Structure', 'Style', 'Table', 'Tables', 'Test', 'Tests'],
    ...['Total', 'Transformation', 'Tutti', 'Type', 'Types', 'Version', 'Versions', 'Zone', 'Zoom'],
  ],
}
const EVERYWHERE = [
  'Tutti',
  'top-p',
  'npx',
  'open',
  'gpt',
  'mini',
  'Markdown',
  'JSON',
  'PDF',
  'CSV',
  'OTLP',
  'MCP',
  'Enter',
  'JavaScript',
  'Wikipedia',
  'arXiv',
  'GitHub',
  'https',
  'server',
  'example',
]

type Catalogue = Readonly<Record<string, unknown>>
const modules = import.meta.glob<Readonly<Record<string, Catalogue>>>(['/src/renderer/**/{en,de,fr}.ts'], { eager: true })
const folders = [...new Set(Object.keys(modules).map((path) => path.slice(0, path.lastIndexOf('/'))))]

/** Every string and function of a catalogue by its path. Of a function, what it writes beside its parameters. */
function leaves(value: unknown, path: string): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value === 'function') return [[path, writtenBy(value.toString())]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => leaves(part, path === '' ? key : `${path}.${key}`))
}

function writtenBy(source: string): string {
  const literals = source.match(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`/g) ?? []
  return literals.map((literal) => literal.slice(1, -1).replace(/\$\{[^}]*\}/g, '…')).join(' | ')
}

const catalogue = (folder: string, language: Language) => Object.values(modules[`${folder}/${language}.ts`] ?? {})[0] ?? {}

describe('B15 every string exists in English, German and French', () => {
  it('finds the catalogues', () => {
    expect(folders.length).toBeGreaterThanOrEqual(4)
    expect(leaves(catalogue('/src/renderer/app/messages', 'en'), '').length).toBeGreaterThan(400)
  })

  it.each(folders.flatMap((folder) => (['de', 'fr'] as const).map((language) => ({ folder, language }))))(
    '$folder is translated to $language',
    ({ folder, language }) => {
      const english = leaves(catalogue(folder, 'en'), '')
      const other = new Map(leaves(catalogue(folder, language), ''))
      expect([...other.keys()].sort()).toEqual(english.map(([path]) => path).sort())
      const same = new Set([...(SAME[language] ?? []), ...EVERYWHERE].map((word) => word.toLowerCase()))
      const isSame = (text: string) => (text.match(/\p{L}(?:-?\p{L})+/gu) ?? []).every((word) => same.has(word.toLowerCase()))
      const untranslated = english.filter(
        // What a try asks is for the demo members, which read English.
        ([path, text]) => other.get(path) === text && !isSame(text) && !/\.(question|presetId)$/.test(path),
      )
      expect(untranslated).toEqual([])
    },
  )

  it('addresses nobody with a shout, a please or an emoji', () => {
    const all = folders.flatMap((folder) =>
      Language.options.flatMap((language) => leaves(catalogue(folder, language), `${folder}/${language}`)),
    )
    const loud = all.filter(([, text]) => /!|\bplease\b|\bbitte\b|s’il vous plaît|\p{Extended_Pictographic}/iu.test(text))
    expect(loud).toEqual([])
  })
})

describe('the language of a page', () => {
  it('is the first of a person’s languages that there is a catalogue for', () => {
    expect(preferredLanguage(['nl-NL', 'de-CH', 'fr'])).toBe('de')
    expect(preferredLanguage(['fr-CA'])).toBe('fr')
    expect(preferredLanguage(['ja', 'ko'])).toBe('en')
    expect(preferredLanguage([])).toBe('en')
  })
})
