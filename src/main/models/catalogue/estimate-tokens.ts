import type { ModelRequest, Part, Usage } from '../../../shared/model.ts'
import { attachmentKind } from '../translate/attachment-kind.ts'

const encoder = new TextEncoder()

/** The dearest picture of the vendors we know, in tokens. */
const IMAGE_AT_MOST = 3000
const IMAGE_ABOUT = 1000
/** A page is billed as its text and as a picture. */
const PDF_PAGE_AT_MOST = 3000
const PDF_PAGE_ABOUT = 2000
/** A dense page of text compresses to about this many bytes; a usual one with its fonts takes about fifty thousand. */
const PDF_PAGE_BYTES_LEAST = 2000
const PDF_PAGE_BYTES_USUAL = 50_000
/** More pages than this are refused by the vendors. */
const PDF_PAGES_MOST = 1000

/** Role markers and separators. */
const TURN_OVERHEAD = 16
/** A chat template with its tool instructions. */
const TEMPLATE_OVERHEAD = 500

interface Rates {
  readonly bytesPerToken: number
  readonly image: number
  readonly pdfPage: number
  readonly pdfPageBytes: number
}

const ABOUT: Rates = { bytesPerToken: 4, image: IMAGE_ABOUT, pdfPage: PDF_PAGE_ABOUT, pdfPageBytes: PDF_PAGE_BYTES_USUAL }
const AT_MOST: Rates = { bytesPerToken: 2, image: IMAGE_AT_MOST, pdfPage: PDF_PAGE_AT_MOST, pdfPageBytes: PDF_PAGE_BYTES_LEAST }

type Counted = Pick<ModelRequest, 'system' | 'turns' | 'tools'>

function bytesOf(text: string): number {
  return encoder.encode(text).length
}

function partTokens(part: Part, rates: Rates): number {
  switch (part.type) {
    case 'text':
      return bytesOf(part.text) / rates.bytesPerToken
    case 'tool-call':
      return bytesOf(part.call.name + part.call.arguments) / rates.bytesPerToken
    case 'tool-result':
      return bytesOf(part.name + part.content) / rates.bytesPerToken
    case 'attachment': {
      const { bytes } = part.attachment
      const kind = attachmentKind(part.attachment)
      if (kind === 'image') return rates.image
      if (kind === 'pdf') return Math.min(PDF_PAGES_MOST, Math.ceil(bytes / rates.pdfPageBytes)) * rates.pdfPage
      return kind === 'text' ? bytes / rates.bytesPerToken : 0
    }
  }
}

function countTokens({ system, turns, tools }: Counted, rates: Rates): number {
  const parts = turns.flatMap((turn) => turn.parts)
  const text = bytesOf(system ?? '') + (tools.length > 0 ? bytesOf(JSON.stringify(tools)) : 0)
  return text / rates.bytesPerToken + parts.reduce((sum, part) => sum + partTokens(part, rates), 0)
}

/** Input tokens of a request as they usually are: four bytes of text a token. For the estimate that a user sees. */
export function aboutTokens(request: Counted): number {
  return Math.ceil(countTokens(request, ABOUT) + request.turns.length * 4)
}

/**
 * Input tokens that a request does not exceed: two bytes of text a token (the densest usual text, code and other scripts included),
 * a template, markers for each part. For the budget's reservation.
 */
export function atMostTokens(request: Counted): number {
  const parts = request.turns.reduce((sum, turn) => sum + 1 + turn.parts.length, 0)
  return Math.ceil(countTokens(request, AT_MOST) + parts * TURN_OVERHEAD + TEMPLATE_OVERHEAD)
}

/** Usage that a vendor did not report, counted from what was sent and what arrived. */
export function estimateUsage(request: Counted, text: string, reasoning: string): Usage {
  return {
    input: aboutTokens(request),
    cacheRead: 0,
    cacheWrite: 0,
    output: Math.ceil(bytesOf(text) / ABOUT.bytesPerToken),
    reasoning: Math.ceil(bytesOf(reasoning) / ABOUT.bytesPerToken),
    estimated: true,
  }
}
