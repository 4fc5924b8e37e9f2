import { marked } from 'marked'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { TuttiError } from '../../../shared/errors.ts'
import { formatMoney } from '../../../shared/format.ts'
import type { Language } from '../../../shared/language.ts'
import { type ConversationDocument, type DocumentMessage, shownBranch } from './conversation-document.ts'
import { agreementOf } from './conversation-markdown.ts'
import { DOCUMENT_WORDS, type DocumentWords, documentTime } from './document-words.ts'
import { ACCENT, INK, LINE, panel, pdfContent, QUIET } from './pdf-content.ts'

const FONTS = {
  normal: 'Roboto-Regular.ttf',
  bold: 'Roboto-Medium.ttf',
  italics: 'Roboto-Italic.ttf',
  bolditalics: 'Roboto-MediumItalic.ttf',
} as const

/** The shown branch as a PDF of A4 pages, ready to print. Nothing is loaded from anywhere: neither pictures nor fonts. */
export async function conversationPdf(document: ConversationDocument, language: Language): Promise<Buffer> {
  const [{ default: pdfmake }, { default: fonts }] = await Promise.all([import('pdfmake'), import('pdfmake/build/vfs_fonts.js')])
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => false)
  // The types leave out the one place from which pdfmake takes fonts without a disk.
  const files: unknown = Reflect.get(pdfmake, 'virtualfs')
  if (!takesFiles(files)) throw new TuttiError('internal', 'The PDF cannot be made: its fonts have no place.')
  for (const name of Object.values(FONTS)) files.writeFileSync(name, Buffer.from(fonts[name] ?? '', 'base64'))
  pdfmake.setFonts({ Roboto: { ...FONTS } })
  return pdfmake.createPdf(definitionOf(document, language)).getBuffer()
}

function takesFiles(value: unknown): value is { writeFileSync(name: string, content: Buffer): void } {
  return typeof value === 'object' && value !== null && 'writeFileSync' in value && typeof value.writeFileSync === 'function'
}

function definitionOf(document: ConversationDocument, language: Language): TDocumentDefinitions {
  const words = DOCUMENT_WORDS[language]
  const title = document.title === '' ? words.untitled : document.title
  const date = documentTime(document.createdAt, language)
  return {
    pageSize: 'A4',
    pageMargins: [62, 64, 62, 64],
    info: { title, creator: 'Tutti', producer: 'Tutti' },
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.35, color: INK },
    content: [
      { text: title, fontSize: 21, bold: true, lineHeight: 1.15, margin: [0, 0, 0, 4] },
      { text: date, color: QUIET, fontSize: 9, margin: [0, 0, 0, 18] },
      ...(document.systemPrompt === '' ? [] : [label(words.systemPrompt), panel({ text: document.systemPrompt, fontSize: 9 })]),
      ...shownBranch(document).flatMap((message) => messageContent(message, words, language)),
    ],
    footer: (page, of) => ({
      columns: [
        { text: title.slice(0, 70), color: QUIET },
        { text: words.page(page, of), alignment: 'right', color: QUIET },
      ],
      fontSize: 8,
      margin: [62, 26, 62, 0],
    }),
  }
}

function label(text: string, color = QUIET): Content {
  return { text, fontSize: 8.5, bold: true, color, margin: [0, 0, 0, 3] }
}

function messageContent(message: DocumentMessage, words: DocumentWords, language: Language): Content[] {
  const files: Content[] = message.attachments.map(({ name }) => ({ text: `${words.attachment}: ${name}`, fontSize: 9, color: QUIET }))
  const body = pdfContent(marked.lexer(message.text), words.image)
  if (message.role === 'user') {
    return [label(`${words.you} · ${documentTime(message.createdAt, language)}`), panel({ stack: [...files, ...body] })]
  }
  const { run } = message
  const title =
    run === null
      ? [words.answer, message.importedModel]
      : [words.answer, run.presetName, agreementOf(run, words), formatMoney(run.costMicros)]
  const text: Content[] = message.text === '' ? [{ text: words.noAnswer, italics: true, color: QUIET }] : body
  return [
    label(title.filter(Boolean).join(' · '), ACCENT),
    ...text,
    ...memberContent(message, words),
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 471, y2: 0, lineWidth: 0.5, lineColor: LINE }], margin: [0, 8, 0, 14] },
  ]
}

function memberContent({ run }: DocumentMessage, words: DocumentWords): Content[] {
  const members = run?.speakers.filter(({ role, result }) => role === 'member' && result !== null) ?? []
  if (members.length < 2) return []
  const lines = members.map(({ label: name, result }) => {
    const cost = result?.error == null ? formatMoney(result?.costMicros ?? null) : words.failed
    return [{ text: name }, { text: cost, alignment: 'right' as const }]
  })
  return [
    {
      table: { widths: ['*', 'auto'], body: lines },
      layout: {
        vLineWidth: () => 0,
        hLineWidth: (index) => (index === 0 ? 0 : 0.4),
        hLineColor: LINE,
        paddingLeft: () => 0,
        paddingRight: () => 0,
      },
      fontSize: 8.5,
      color: QUIET,
      margin: [0, 6, 0, 0],
    },
  ]
}
