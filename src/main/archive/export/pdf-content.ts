import type { Token, Tokens } from 'marked'
import type { Content } from 'pdfmake'
import { type Lettering, PdfFonts } from './pdf-fonts.ts'

/** The page's colours, on paper. */
export const INK = '#1b2226'
export const QUIET = '#5f686d'
export const LINE = '#dcdad6'
export const TINT = '#f5f4f1'
export const ACCENT = '#13616b'

/** A line of text in pieces; links are shown with their address and lead nowhere by themselves. */
type Inline = {
  text: string
  font?: string
  bold?: boolean
  italics?: boolean
  color?: string
  background?: string
  fontSize?: number
  decoration?: 'lineThrough'
}

/** Puts a text into the fonts that have its letters. */
export type SetText = (text: string) => Lettering[]

/** What the layout needs besides the text: the word for a picture, and the letters. */
export type Typesetting = { readonly image: string; readonly set: SetText }

/** Markdown's blocks as what pdfmake lays out. Pictures are named and never loaded, HTML stands as its text. */
export function pdfContent(tokens: readonly Token[], typesetting: Typesetting): Content[] {
  return tokens.flatMap((token) => block(token, typesetting))
}

function block(token: Token, typesetting: Typesetting): Content[] {
  switch (token.type) {
    case 'heading':
      return [{ text: inline(token.tokens ?? [], typesetting), bold: true, fontSize: token.depth <= 2 ? 13 : 11.5, margin: [0, 8, 0, 4] }]
    case 'paragraph':
    case 'text':
      return [{ text: token.tokens === undefined ? typesetting.set(token.raw) : inline(token.tokens, typesetting), margin: [0, 0, 0, 6] }]
    case 'code':
      return [panel({ text: inCode(String(token.text), typesetting), fontSize: 8.5, preserveLeadingSpaces: true, lineHeight: 1.2 })]
    case 'blockquote':
      return [{ stack: pdfContent(token.tokens ?? [], typesetting), margin: [10, 0, 0, 6], color: QUIET }]
    case 'list':
      return isList(token) ? [list(token, typesetting)] : []
    case 'table':
      return isTable(token) ? [table(token, typesetting)] : []
    case 'hr':
      return [{ canvas: [{ type: 'line', x1: 0, y1: 0, x2: 470, y2: 0, lineWidth: 0.5, lineColor: LINE }], margin: [0, 4, 0, 10] }]
    case 'space':
    case 'def':
      return []
    default:
      return [{ text: typesetting.set(token.raw.trim()), margin: [0, 0, 0, 6] }]
  }
}

const isList = (token: Token): token is Tokens.List => token.type === 'list' && 'items' in token
const isTable = (token: Token): token is Tokens.Table => token.type === 'table' && 'header' in token

function list({ items, ordered, start }: Tokens.List, typesetting: Typesetting): Content {
  const rows: Content[] = items.map((item) => ({ stack: pdfContent(item.tokens, typesetting) }))
  const margin: [number, number, number, number] = [0, 0, 0, 4]
  return ordered ? { ol: rows, start: start === '' ? 1 : start, margin } : { ul: rows, margin }
}

function table({ header, rows }: Tokens.Table, typesetting: Typesetting): Content {
  const cell = ({ tokens }: Tokens.TableCell, bold = false) => ({ text: inline(tokens, typesetting), bold, fontSize: 9 })
  return {
    table: {
      headerRows: 1,
      widths: header.map(() => '*'),
      body: [header.map((each) => cell(each, true)), ...rows.map((row) => row.map((each) => cell(each)))],
    },
    layout: { hLineColor: LINE, vLineWidth: () => 0, hLineWidth: () => 0.5, paddingTop: () => 4, paddingBottom: () => 4 },
    margin: [0, 2, 0, 8],
  }
}

/** A tinted box over the whole width. */
export function panel(content: Content): Content {
  return {
    table: { widths: ['*'], body: [[content]] },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: () => 0,
      fillColor: TINT,
      paddingLeft: () => 10,
      paddingRight: () => 10,
      paddingTop: () => 7,
      paddingBottom: () => 7,
    },
    margin: [0, 2, 0, 8],
  }
}

function inline(tokens: readonly Token[], typesetting: Typesetting): Inline[] {
  const { image, set } = typesetting
  return tokens.flatMap((token): Inline[] => {
    const children = 'tokens' in token && Array.isArray(token.tokens) ? token.tokens : null
    const within = () => (children === null ? set(plain(token)) : inline(children, typesetting))
    switch (token.type) {
      case 'strong':
        return within().map((piece) => ({ ...piece, bold: true }))
      case 'em':
        return within().map((piece) => ({ ...piece, italics: true }))
      case 'del':
        return within().map((piece) => ({ ...piece, decoration: 'lineThrough' as const }))
      case 'codespan':
        return inCode(plain(token), typesetting).map((piece) => ({ ...piece, background: TINT, fontSize: 9 }))
      case 'br':
        return [{ text: '\n' }]
      case 'image':
        return set(`[${image}: ${plain(token)}]`).map((piece) => ({ ...piece, color: QUIET }))
      case 'link':
        return [...within(), ...address(token, set)]
      default:
        return within()
    }
  })
}

/** Letters of equal width, and those that this font lacks as elsewhere. */
function inCode(text: string, { set }: Typesetting): Inline[] {
  return set(text).map((piece) => ({ ...piece, font: piece.font ?? PdfFonts.code }))
}

function plain(token: Token): string {
  return 'text' in token ? String(token.text) : token.raw
}

/** What a reader on paper needs of a link, where its words do not say it already. */
function address(token: Token, set: SetText): Inline[] {
  const href = 'href' in token ? String(token.href) : ''
  return href === '' || href === plain(token) ? [] : set(` (${href})`).map((piece) => ({ ...piece, color: QUIET }))
}
