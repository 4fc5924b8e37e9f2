import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { temporaryFolder } from '../../store/fixtures.ts'

interface NodeOptions {
  readonly role?: string
  readonly content?: unknown
  readonly metadata?: object
}

/** A node of ChatGPT's tree; `text` is its content unless another is given. */
export function chatGptNode(id: string, parent: string | null, children: readonly string[], text: string, options: NodeOptions = {}) {
  const { role = 'user', content = { content_type: 'text', parts: [text] }, metadata = {} } = options
  return { id, parent, children, message: { id, author: { role }, create_time: 1_700_000_000, content, metadata } }
}

/** One conversation with a question that was asked in two ways; the second branch is the one that was shown. */
export function chatGptConversation(id = 'c1') {
  const nodes = [
    { id: 'root', parent: null, children: ['q1', 'q2'], message: null },
    chatGptNode('q1', 'root', ['a1'], 'Which larch grows highest?'),
    chatGptNode('a1', 'q1', [], 'The European larch.', { role: 'assistant', metadata: { model_slug: 'gpt-4o' } }),
    chatGptNode('q2', 'root', ['t2'], 'Which pine grows highest? ![x](https://tracker.example/x.png) <script>alert(1)</script>'),
    chatGptNode('t2', 'q2', ['a2'], 'searching', { role: 'tool' }),
    chatGptNode('a2', 't2', ['a3'], 'Pinus albicaulis', { role: 'assistant', metadata: { model_slug: 'gpt-4o' } }),
    chatGptNode('a3', 'a2', [], 'grows up to the tree line.', { role: 'assistant' }),
  ]
  return {
    title: 'Trees',
    create_time: 1_700_000_000,
    update_time: 1_700_000_100,
    current_node: 'a3',
    conversation_id: id,
    mapping: Object.fromEntries(nodes.map((node) => [node.id, node])),
  }
}

export function claudeConversation() {
  const at = '2024-05-01T10:00:00.000000Z'
  return {
    uuid: 'claude-1',
    name: 'Notes',
    created_at: at,
    updated_at: at,
    chat_messages: [
      {
        uuid: 'm1',
        text: 'Read this',
        sender: 'human',
        created_at: at,
        attachments: [{ file_name: 'notes.txt', extracted_content: 'larch' }],
        files: [],
      },
      {
        uuid: 'm2',
        text: '',
        sender: 'assistant',
        created_at: at,
        attachments: [],
        files: [],
        content: [
          { type: 'thinking', thinking: 'hm' },
          { type: 'text', text: 'It says larch.' },
        ],
      },
    ],
  }
}

export function jsonFile(value: unknown): string {
  const path = join(temporaryFolder(), 'conversations.json')
  writeFileSync(path, typeof value === 'string' ? value : JSON.stringify(value))
  return path
}

export function zipFile(entries: Readonly<Record<string, string | Uint8Array>>): string {
  const path = join(temporaryFolder(), 'export.zip')
  writeFileSync(
    path,
    zipSync(Object.fromEntries(Object.entries(entries).map(([name, body]) => [name, typeof body === 'string' ? strToU8(body) : body]))),
  )
  return path
}
