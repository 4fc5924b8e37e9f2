import { z } from 'zod'
import { ConversationId, MessageId } from '../../shared/ids.ts'
import { MessageHit, type MessageHits, type MessageQuery, type SnippetPart } from '../../shared/message-search.ts'
import type { Database } from './database.ts'
import { type SearchPlan, searchPlan } from './search-plan.ts'

/** Stand around a hit in what SQLite returns; no message is expected to hold them. */
const BEFORE = '\u{E000}'
const AFTER = '\u{E001}'
const WORDS_AROUND = 24
/** Characters around a piece that the index does not know. */
const CHARACTERS_AROUND = 80

const FoundRow = z.object({
  number: z.number(),
  id: MessageId,
  conversation_id: ConversationId,
  title: z.string(),
  role: MessageHit.shape.role,
  created_at: z.number(),
})
type FoundRow = z.infer<typeof FoundRow>
const Total = z.object({ total: z.number() })
const Text = z.object({ text: z.string() })

interface Where {
  readonly from: string
  readonly conditions: readonly string[]
  readonly values: readonly (string | number)[]
}

/** Messages with all words of a query in conversations that are not removed, the best match first, newer before older among equals. */
export function searchMessages(db: Database, query: MessageQuery, check: () => void = () => undefined): MessageHits {
  const plan = searchPlan(query.query)
  if (plan.match === null && plan.contains.length === 0) return { hits: [], total: 0 }
  const where = whereOf(plan, query)
  const joined = `FROM ${where.from} CROSS JOIN conversations ON conversations.id = messages.conversation_id WHERE ${where.conditions.join(' AND ')}`
  const total = db.one(Total, `SELECT count(*) AS total ${joined}`, ...where.values)?.total ?? 0
  check()
  if (total <= query.offset) return { hits: [], total }
  const order = plan.match === null ? 'messages.number DESC' : 'message_search.rank, messages.number DESC'
  const columns = 'messages.number, messages.id, messages.conversation_id, conversations.title, messages.role, messages.created_at'
  const rows = db.all(
    FoundRow,
    `SELECT ${columns} ${joined} ORDER BY ${order} LIMIT ? OFFSET ?`,
    ...where.values,
    query.limit,
    query.offset,
  )
  check()
  return { hits: rows.map((row) => hitOf(db, row, plan)), total }
}

function whereOf({ match, contains }: SearchPlan, { conversationId, models, from, until }: MessageQuery): Where {
  const indexed = match !== null
  const parts: [condition: string, ...values: (string | number)[]][] = [['conversations.removed_at IS NULL']]
  if (indexed) parts.push(['message_search MATCH ?', match])
  for (const piece of contains) parts.push(['instr(messages.text, ?) > 0', piece])
  if (conversationId !== undefined) parts.push(['messages.conversation_id = ?', conversationId])
  if (from !== undefined) parts.push(['messages.created_at >= ?', from])
  if (until !== undefined) parts.push(['messages.created_at < ?', until])
  if (models.length > 0) {
    const asked =
      'EXISTS (SELECT 1 FROM attempts WHERE attempts.run_id = messages.run_id AND attempts.model IN (SELECT value FROM json_each(?)))'
    parts.push([asked, JSON.stringify(models)])
  }
  return {
    from: indexed ? 'message_search CROSS JOIN messages ON messages.number = message_search.rowid' : 'messages',
    conditions: parts.map(([condition]) => condition),
    values: parts.flatMap(([, ...values]) => values),
  }
}

function hitOf(db: Database, row: FoundRow, plan: SearchPlan): MessageHit {
  return {
    messageId: row.id,
    conversationId: row.conversation_id,
    conversationTitle: row.title,
    role: row.role,
    createdAt: row.created_at,
    snippet: plan.match === null ? snippetAround(textOf(db, row.number), plan.contains) : indexedSnippet(db, row.number, plan.match),
  }
}

function textOf(db: Database, number: number): string {
  return db.one(Text, 'SELECT text FROM messages WHERE number = ?', number)?.text ?? ''
}

/** A number of JavaScript is bound as a real one, by which FTS5 looks up no row but all. */
function indexedSnippet(db: Database, number: number, match: string): SnippetPart[] {
  const sql = `SELECT snippet(message_search, 0, ?, ?, '…', ${WORDS_AROUND}) AS text FROM message_search WHERE message_search MATCH ? AND rowid = CAST(? AS INTEGER)`
  return partsOf(db.one(Text, sql, BEFORE, AFTER, match, number)?.text ?? '')
}

/** The text between the marks are the hits. */
function partsOf(marked: string): SnippetPart[] {
  return marked.split(BEFORE).flatMap((piece, index) => {
    if (index === 0) return part(piece, false)
    const [hit = '', ...rest] = piece.split(AFTER)
    return [...part(hit, true), ...part(rest.join(''), false)]
  })
}

function part(text: string, hit: boolean): SnippetPart[] {
  return text === '' ? [] : [{ text, hit }]
}

/** The surroundings of the first piece, with every occurrence of each piece in them as a hit. */
function snippetAround(text: string, pieces: readonly string[]): SnippetPart[] {
  const first = Math.max(0, text.indexOf(pieces[0] ?? ''))
  const start = Math.max(0, first - CHARACTERS_AROUND)
  const end = Math.min(text.length, first + CHARACTERS_AROUND * 2)
  const shown = `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`.toWellFormed()
  const marked = pieces.reduce((sofar, piece) => sofar.replaceAll(piece, `${BEFORE}${piece}${AFTER}`), shown)
  return partsOf(marked)
}
