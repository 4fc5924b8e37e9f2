import { useState } from 'react'
import { z } from 'zod'
import { OWN_TURNS } from '../../../../shared/run-inspection.ts'
import { Button } from '../../../components/button.tsx'
import { ScrollText } from '../scroll-text.tsx'
import { w } from '../words.ts'

const Texts = z
  .object({
    text: z.string().optional(),
    reasoning: z.string().optional(),
    content: z.string().optional(),
    system: z.string().optional(),
    turns: z.unknown().optional(),
  })
  .loose()
const Part = z.object({ type: z.literal('text'), text: z.string() })
const Turns = z.object({ turns: z.array(z.object({ role: z.string(), parts: z.array(z.unknown()) })) }).loose()

type ReadableValueProps = { readonly value: unknown; readonly className: string }

/** What was asked or came back, as a person reads it: its words first, the rest as JSON that opens on demand. */
export function ReadableValue({ value, className }: ReadableValueProps) {
  const [whole, setWhole] = useState(false)
  const words = wordsOf(value)
  if (words === null || whole) {
    return (
      <>
        <ScrollText text={asText(value)} className={className} />
        {words !== null && <Fold onClick={() => setWhole(false)} label={w.effect.text} />}
      </>
    )
  }
  return (
    <>
      <ScrollText text={words} sans className={className} />
      <Fold onClick={() => setWhole(true)} label={w.effect.showAll(fieldCount(value))} />
    </>
  )
}

function Fold({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Button look="bare" small className="mt-1 -ml-2" onClick={onClick}>
      {label}
    </Button>
  )
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? '')
}

/** The words that a value holds: an answer's text, a question's turns, a tool's content; null where it holds none. */
function wordsOf(value: unknown): string | null {
  if (typeof value === 'string') return null
  const turns = Turns.safeParse(value)
  const texts = Texts.safeParse(value)
  if (!texts.success) return null
  const { system, reasoning, text, content } = texts.data
  const asked = turns.success
    ? turns.data.turns.map(({ role, parts }) => {
        const said = parts.flatMap((part) => Part.safeParse(part).data?.text ?? [])
        return `${role}: ${said.join('\n')}`
      })
    : typeof texts.data.turns === 'string'
      ? [texts.data.turns === OWN_TURNS ? w.effect.ownQuestion : texts.data.turns]
      : []
  const words = [
    system,
    reasoning === '' || reasoning === undefined ? undefined : `${w.effect.reasoning}: ${reasoning}`,
    text,
    content,
    ...asked,
  ]
  const given = words.filter((word) => word !== undefined && word !== '')
  return given.length === 0 ? null : given.join('\n\n')
}

function fieldCount(value: unknown): number {
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 1
}
