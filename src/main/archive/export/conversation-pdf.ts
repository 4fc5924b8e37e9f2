import { marked } from 'marked'
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import { formatMoney } from '../../../shared/format.ts'
import type { Language } from '../../../shared/language.ts'
import { type ConversationDocument, type DocumentMessage, shownBranch } from './conversation-document.ts'
import { agreementOf } from './conversation-markdown.ts'
import { DOCUMENT_WORDS, type DocumentWords, documentTime } from './document-words.ts'
import { ACCENT, INK, LINE, panel, pdfContent, QUIET, type SetText } from './pdf-content.ts'
import type { Lettering } from './pdf-fonts.ts'

const FOOT = 'foot'

/** The shown branch as a PDF of A4 pages, ready to print. Pictures are not loaded; letters that our fonts lack come from one of the system's. */
export async function conversationPdf(document: ConversationDocument, language: Language): Promise<Buffer> {
  const [{ default: pdfmake }, { PdfFonts }] = await Promise.all([import('pdfmake'), import('./pdf-fonts.ts')])
  const lettering = new PdfFonts()
  const definition = definitionOf(document, language, (text) => lettering.set(text))
  const { fonts, files } = lettering.used()
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => files.has(path))
  // The types leave out fonts within a collection, which are named beside its file.
  Reflect.apply(pdfmake.setFonts, pdfmake, [fonts])
  return pdfmake.createPdf(definition).getBuffer()
}

function definitionOf(document: ConversationDocument, language: Language, set: SetText): TDocumentDefinitions {
  const words = DOCUMENT_WORDS[language]
  const title = document.title === '' ? words.untitled : document.title
  const date = documentTime(document.createdAt, language)
  return {
    pageSize: 'A4',
    pageMargins: [62, 64, 62, 64],
    info: { title, creator: 'Tutti', producer: 'Tutti' },
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.35, color: INK },
    content: [
      { text: set(title), fontSize: 21, bold: true, lineHeight: 1.15, margin: [0, 0, 0, 4] },
      { text: date, color: QUIET, fontSize: 9, margin: [0, 0, 0, 18] },
      ...(document.systemPrompt === '' ? [] : [label(words.systemPrompt), panel({ text: set(document.systemPrompt), fontSize: 9 })]),
      ...shownBranch(document).flatMap((message) => messageContent(message, words, language, set)),
    ],
    pageBreakBefore: ({ headlineLevel }, nodes) =>
      headlineLevel === 1 && nodes.getFollowingNodesOnPage().every(({ text, style }) => text === undefined || style === FOOT),
    styles: { [FOOT]: { color: QUIET, fontSize: 8 } },
    footer: (page, of) => ({
      columns: [
        { text: set(title.slice(0, 70)), style: FOOT },
        { text: words.page(page, of), alignment: 'right', style: FOOT },
      ],
      margin: [62, 26, 62, 0],
    }),
  }
}

/** A line that stays with what follows it. */
function label(text: string | Lettering[], color = QUIET): Content {
  return { text, headlineLevel: 1, fontSize: 8.5, bold: true, color, margin: [0, 0, 0, 3] }
}

function messageContent(message: DocumentMessage, words: DocumentWords, language: Language, set: SetText): Content[] {
  const files: Content[] = message.attachments.map(({ name }) => ({ text: set(`${words.attachment}: ${name}`), fontSize: 9, color: QUIET }))
  const body = pdfContent(marked.lexer(message.text), { image: words.image, set })
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
    label(set(title.filter(Boolean).join(' · ')), ACCENT),
    ...text,
    ...memberContent(message, words, set),
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: 471, y2: 0, lineWidth: 0.5, lineColor: LINE }], margin: [0, 8, 0, 14] },
  ]
}

function memberContent({ run }: DocumentMessage, words: DocumentWords, set: SetText): Content[] {
  const members = run?.speakers.filter(({ role, result }) => role === 'member' && result !== null) ?? []
  if (members.length < 2) return []
  const lines = members.map(({ label: name, result }) => {
    const cost = result?.error == null ? formatMoney(result?.costMicros ?? null) : words.failed
    return [{ text: set(name) }, { text: cost, alignment: 'right' as const }]
  })
  return [
    {
      table: { widths: ['*', 'auto'], body: lines },
      layout: {
        vLineWidth: () => 0,
        hLineWidth: (index, { table }) => (index === 0 || index === table.body.length ? 0 : 0.4),
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
