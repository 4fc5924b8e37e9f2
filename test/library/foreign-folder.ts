import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const utf16 = (text: string, big = false) => {
  const bytes = Buffer.from(`﻿${text}`, 'utf16le')
  return big ? bytes.swap16() : bytes
}
const md = (front: string, body = 'Do what is asked.\n\n$ARGUMENTS') => `---\n${front}\n---\n${body}\n`
const definition = (change: Record<string, unknown>) =>
  JSON.stringify({ version: '2.0', name: '/made', phases: [{ id: 'p', agents: [{ id: 'a', task: 'Do it.' }] }], ...change })
const bomb = [
  'a: &a [x,x,x,x,x,x,x,x,x]',
  ...'bcdefghi'.split('').map((name, at) => `${name}: &${name} [${`*${'abcdefgh'[at]},`.repeat(9)}]`),
].join('\n')

/** Files as people have them in folders of other assistants: by path, their bytes and what they become, null where neither. */
export const FOREIGN: readonly (readonly [path: string, bytes: string | Uint8Array, becomes: string | null])[] = [
  [
    'agents/reviewer.md',
    md('name: reviewer\ndescription: Reviews\ntools: Read, Grep, Bash(git diff:*)\nmodel: sonnet\ncolor: blue'),
    'agent reviewer',
  ],
  ['agents/tools-list.md', md('name: tools-list\ndescription: d\ntools:\n  - Read\n  - Write'), 'agent tools-list'],
  ['agents/tools-map.md', md('name: tools-map\ndescription: d\ntools:\n  bash: false\n  read: true'), 'agent tools-map'],
  ['agents/inherit.md', md('name: inherit\ndescription: d\nmodel: inherit'), 'agent inherit'],
  ['agents/opus.md', md('name: opus-fan\ndescription: d\nmodel: opus'), 'agent opus-fan'],
  [
    'agents/colons.md',
    md('name: colons\ndescription: Use this agent when: the user asks. Examples: <example>user: "hi"</example>'),
    'agent colons',
  ],
  ['agents/no-name.md', md('description: Has no name'), 'agent no-name'],
  ['agents/no-description.md', md('name: plain'), 'agent plain'],
  ['agents/no-front-matter.md', '# Just instructions\n\nDo it.', 'agent no-front-matter'],
  ['agents/deep/er/nested.md', md('name: nested\ndescription: d'), 'agent nested'],
  ['agents/upper.MD', md('name: Upper Case Name!\ndescription: d'), 'agent upper-case-name'],
  ['agents/number.md', md('name: 42\ndescription: 7'), 'agent 42'],
  ['agents/umlaut.md', md('name: prüfer\ndescription: Prüft'), 'agent prüfer'],
  ['agents/japanese.md', md('name: 校閲者\ndescription: 確認する'), 'agent 校閲者'],
  ['agents/emoji.md', md('name: "🚀"\ndescription: d'), 'agent emoji'],
  ['agents/crlf.md', md('name: crlf\ndescription: d').replaceAll('\n', '\r\n'), 'agent crlf'],
  ['agents/bom.md', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(md('name: bom\ndescription: d'))]), 'agent bom'],
  ['agents/utf16le.md', utf16(md('name: wide-little\ndescription: d')), 'agent wide-little'],
  ['agents/utf16be.md', utf16(md('name: wide-big\ndescription: d'), true), 'agent wide-big'],
  ['agents/utf16-bare.md', Buffer.from(md('name: wide-bare\ndescription: d'), 'utf16le'), 'agent wide-bare'],
  ['agents/latin1.md', Buffer.from(md('name: latin\ndescription: Überprüft'), 'latin1'), 'agent latin'],
  ['agents/empty.md', '', null],
  ['agents/only-front.md', '---\nname: only\n---\n', null],
  ['agents/unclosed.md', '---\nname: unclosed\nDo it.', 'agent unclosed'],
  ['agents/binary.md', Buffer.from([0, 1, 2, 3, 0, 0, 255, 0, 9]), null],
  ['agents/bomb.md', md(bomb), null],
  ['agents/list.md', md('- a\n- b'), null],
  ['agents/tabs.md', md('name:\ttabs\ndescription:\td'), 'agent tabs'],
  ['agents/dates.md', md('name: dates\ndescription: 2026-01-01\nversion: 1.0'), 'agent dates'],
  ['agents/huge.md', `${md('name: huge\ndescription: d')}${'x'.repeat(50 * 1024 * 1024)}`, null],
  [
    'commands/commit.md',
    md(
      'description: Commit\nallowed-tools: Bash(git add:*), Bash(git commit:*)\nargument-hint: [message]',
      'Look: !`git status`\n\n$ARGUMENTS',
    ),
    'command commit',
  ],
  ['commands/positional.md', md('description: d\nargument-hint: <from> <to>', 'From $1 to $2.'), 'command positional'],
  ['commands/named.md', md('description: d\narguments: [topic, depth]', 'On $topic, $depth deep.'), 'command named'],
  [
    'commands/objects.md',
    md('description: d\narguments:\n  - name: topic\n    required: true\n  - depth', 'On $topic.'),
    'command objects',
  ],
  ['commands/braces.md', md('description: d', 'Keep {{ mustache }} and {{#if}} as they are. $ARGUMENTS'), 'command braces'],
  ['commands/git/push.md', md('description: In a folder'), 'command push'],
  ['commands/plain.md', 'Summarise this: $ARGUMENTS', 'command plain'],
  ['commands/README.md', '# Our commands\n\nRead me.', null],
  ['commands/twice-a.md', md('name: twice\ndescription: first'), 'command twice'],
  ['commands/twice-b.md', md('name: twice\ndescription: second'), 'command twice'],
  ['commands/made.json', definition({ colour: 'red', metadata: { author: 'x' } }), 'command made'],
  ['commands/no-name.json', definition({ name: undefined }), 'command no-name'],
  [
    'commands/cyclic.json',
    definition({
      name: 'cyclic',
      phases: [
        {
          id: 'p',
          agents: [
            { id: 'a', task: 'A', dependencies: ['b'] },
            { id: 'b', task: 'B', dependencies: ['a'] },
          ],
        },
      ],
    }),
    'command cyclic',
  ],
  [
    'commands/dangling.json',
    definition({ name: 'dangling', phases: [{ id: 'p', agents: [{ id: 'a', task: 'A', dependencies: ['nobody'] }] }] }),
    'command dangling',
  ],
  [
    'commands/same-ids.json',
    definition({
      name: 'same-ids',
      phases: [
        {
          id: 'p',
          agents: [
            { id: 'a', task: 'A' },
            { id: 'a', task: 'B' },
          ],
        },
      ],
    }),
    'command same-ids',
  ],
  [
    'commands/words.json',
    definition({ name: 'words', phases: [{ id: 'p', condition: 'if the user seems to want it', agents: [{ id: 'a', task: 'A' }] }] }),
    'command words',
  ],
  [
    'commands/single.json',
    definition({
      name: 'single',
      phases: [
        {
          id: 'p',
          agents: [{ id: 'a', task: 'A', dependencies: null, context: { inputs: 'x', outputs: 'y' }, locks: 'db', tools: 'Read' }],
        },
      ],
    }),
    'command single',
  ],
  ['commands/wrong-types.json', definition({ phases: [{ id: 'p', agents: [{ id: ['a'], task: 5 }] }] }), null],
  ['commands/no-phases.json', JSON.stringify({ name: 'package', version: '1.0.0' }), null],
  ['commands/empty-phases.json', definition({ phases: [] }), null],
  ['commands/broken.json', '{"name": "broken", "phases": [', null],
  ['commands/array.json', '[]', null],
  ['commands/utf16.json', utf16(definition({ name: 'wide-json' })), 'command wide-json'],
  ['notes/loose-agent.md', md('name: loose\ndescription: d\ntools: Read'), 'agent loose'],
  ['notes/loose-command.md', md('description: d\nargument-hint: <x>'), 'command loose-command'],
]

/** Writes the folder, with files of other kinds and a link out of it beside them. */
export function writeForeignFolder(folder: string): void {
  for (const [path, bytes] of FOREIGN) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  writeFileSync(join(folder, 'script.sh'), 'rm -rf nothing')
  mkdirSync(join(folder, 'node_modules/x'), { recursive: true })
  writeFileSync(join(folder, 'node_modules/x/README.md'), md('name: hidden\ndescription: d'))
  symlinkSync('/etc/hostname', join(folder, 'agents', 'link.md'))
}
