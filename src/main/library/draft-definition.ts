import type { PromptItem } from './library-item.ts'

/** A step of a draft. */
interface DraftStep {
  readonly id: string
  readonly type: string | null
  readonly task: string
}

/** A draft of a definition, in the form of its file. */
export interface DefinitionDraft {
  readonly version: string
  readonly name: string
  readonly description: string
  readonly pattern: string
  readonly argumentHint: string
  readonly saga: { readonly enabled: boolean; readonly compensationOrder: 'reverse' }
  readonly context: { readonly shared: readonly { readonly key: string; readonly scope: string }[] }
  readonly phases: readonly DraftPhase[]
}

interface DraftPhase {
  readonly id: string
  readonly name: string
  readonly sequential: boolean
  readonly parallelism: { readonly enabled: boolean }
  readonly agents: readonly {
    readonly id: string
    readonly type?: string
    readonly task: string
    readonly dependencies: readonly string[]
    readonly context: { readonly inputs: readonly string[]; readonly outputs: readonly string[] }
    readonly expectedMs: number
  }[]
}

interface Section {
  readonly title: string
  readonly text: string
}

const STEP_MS = 30_000
/** Sections that say something of the whole and are no work. */
const ABOUT =
  /^(?:overview|usage|examples?|notes?|arguments?|output|format|background|context|about|references?|rules|constraints|success criteria|when to use)\b/i

/**
 * A definition from the headings, lists and named agents of a Markdown command. A heading is a phase; the items of its list that name an
 * agent or stand in bullets are steps that run together, numbered ones come one after the other. What stands in no list is one step.
 */
export function draftDefinition(command: PromptItem, agents: readonly string[]): DefinitionDraft {
  const sections = sectionsOf(command.body)
  const work = sections.filter(({ title }) => !ABOUT.test(title))
  const general = sections.filter(({ title }) => ABOUT.test(title)).map(({ title, text }) => `${title}: ${text}`.trim())
  const taken = new Set<string>()
  let before: string[] = []
  const phases = work.map((section, at): DraftPhase => {
    const { steps, isOrdered } = stepsOf(section, agents, taken)
    const name = section.title === '' ? `Phase ${at + 1}` : section.title
    const drafted = steps.map((step, place) => {
      const previous = isOrdered ? steps[place - 1]?.id : undefined
      return {
        id: step.id,
        ...typeOf(step.type ?? command.agent),
        task: general.length === 0 ? step.task : `${step.task}\n\n${general.join('\n\n')}`,
        dependencies: previous === undefined ? [] : [previous],
        context: { inputs: previous === undefined ? before.map(resultOf) : [resultOf(previous)], outputs: [resultOf(step.id)] },
        expectedMs: STEP_MS,
      }
    })
    before = isOrdered ? steps.slice(-1).map(({ id }) => id) : steps.map(({ id }) => id)
    return { id: slug(name, new Set()), name, sequential: isOrdered, parallelism: { enabled: !isOrdered }, agents: drafted }
  })
  return {
    version: '1.0.0',
    name: command.name,
    description: command.description,
    pattern: 'phases',
    argumentHint: command.hint,
    saga: { enabled: true, compensationOrder: 'reverse' },
    context: { shared: [] },
    phases,
  }
}

/** Steps for which no agent is named are done by the command's own. */
function typeOf(agent: string | null): { type?: string } {
  return agent === null ? {} : { type: agent }
}

function sectionsOf(body: string): Section[] {
  const lines = body.split('\n')
  const levels = lines.flatMap((line) => /^(#{1,4})\s/.exec(line)?.[1]?.length ?? [])
  // The level on which there is more than one heading; a single title above them is none.
  const level = [1, 2, 3, 4].find((each) => levels.filter((other) => other === each).length > 1) ?? Math.max(0, ...levels)
  const sections: { title: string; lines: string[] }[] = [{ title: '', lines: [] }]
  let isCode = false
  for (const line of lines) {
    if (/^\s*```/.test(line)) isCode = !isCode
    const heading = isCode ? null : /^(#{1,4})\s+(.+?)\s*#*$/.exec(line)
    const depth = heading?.[1]?.length ?? Number.POSITIVE_INFINITY
    // The title of the whole introduces its parts.
    if (depth < level) sections.push({ title: 'About', lines: [] })
    else if (depth === level) sections.push({ title: titleOf(heading?.[2] ?? ''), lines: [] })
    else sections.at(-1)?.lines.push(line)
  }
  const filled = sections.map(({ title, lines: own }) => ({ title, text: own.join('\n').trim() })).filter(({ text }) => text !== '')
  const [opening, ...rest] = filled
  // What stands before the first heading introduces the others.
  if (opening?.title === '' && rest.length > 0) return [{ title: 'About', text: opening.text }, ...rest]
  return filled
}

function titleOf(heading: string): string {
  return heading.replace(/^(?:(?:phase|step|stage|schritt|étape)\s*)?\d+\s*[.:)–-]*\s*/i, '').replace(/[*_`]/g, '')
}

function stepsOf({ title, text }: Section, agents: readonly string[], taken: Set<string>): { steps: DraftStep[]; isOrdered: boolean } {
  const items = itemsOf(text)
  const named = items.filter(({ text: item }) => agentIn(item, agents) !== null)
  const chosen = named.length > 1 ? named : items
  if (chosen.length < 2 || chosen.length > 12) {
    return {
      steps: [
        { id: slug(title === '' ? 'work' : title, taken), type: agentIn(`${title} ${text}`, agents), task: `${title}\n\n${text}`.trim() },
      ],
      isOrdered: false,
    }
  }
  const steps = chosen.map(({ text: item }) => {
    const type = agentIn(item, agents)
    return { id: slug(headOf(item), taken), type, task: `${title === '' ? '' : `${title}: `}${item}` }
  })
  return { steps, isOrdered: chosen.every(({ isOrdered }) => isOrdered) }
}

function itemsOf(text: string): { text: string; isOrdered: boolean }[] {
  const items: { text: string; isOrdered: boolean }[] = []
  for (const line of text.split('\n')) {
    const item = /^(?:[-*+]|(\d+)[.)])\s+(.+)$/.exec(line)
    const last = items.at(-1)
    if (item) items.push({ text: (item[2] ?? '').trim(), isOrdered: item[1] !== undefined })
    else if (last !== undefined && /^\s+\S/.test(line)) last.text += `\n${line.trim()}`
  }
  return items
}

/** The longest name of an agent that stands in a text as a word of its own. */
function agentIn(text: string, agents: readonly string[]): string | null {
  const plain = ` ${text.toLowerCase().replace(/[^a-z0-9-]+/g, ' ')} `
  const found = agents.filter((name) => plain.includes(` ${name} `) || plain.includes(` ${name.replaceAll('-', ' ')} `))
  return found.toSorted((a, b) => b.length - a.length)[0] ?? null
}

/** The words before a colon or dash, else the first few. */
function headOf(item: string): string {
  const bold = /^\*\*(.+?)\*\*/.exec(item)?.[1] ?? item
  return (bold.split(/[:–—]|\s-\s/)[0] ?? bold).split(/\s+/).slice(0, 6).join(' ')
}

function slug(words: string, taken: Set<string>): string {
  const base =
    words
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 48) || 'step'
  let id = base
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`
  taken.add(id)
  return id
}

function resultOf(id: string): string {
  return `${id}-result`
}
