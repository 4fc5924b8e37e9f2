import type { ModelRequest, Part, Usage } from '../../../shared/model.ts'
import { attachmentKind } from '../translate/attachment-kind.ts'

/** 2,500 patches at the small models' factor of 2.46: the dearest picture but for those below, in tokens. */
const IMAGE_AT_MOST = 7000
/** These count a picture thirty-three times: 2,833 and 5,667 for each of eight tiles. */
const DEAR_IMAGES = /gpt-4o-mini/
const DEAR_IMAGE_AT_MOST = 48_200
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
/** A chat template; instructions on tools come on top. */
const TEMPLATE_OVERHEAD = 500
const TOOL_OVERHEAD = 500

interface Rates {
  readonly textTokens: (text: string) => number
  readonly bytesPerToken: number
  readonly image: number
  readonly pdfPage: number
  readonly pdfPageBytes: number
}

type Counted = Pick<ModelRequest, 'model' | 'system' | 'turns' | 'tools'>

function bytesOf(text: string): number {
  return Buffer.byteLength(text)
}

/** Text beyond ASCII may take a token a byte, which no tokenizer exceeds. */
function mostTextTokens(text: string): number {
  const ascii = text.length - (text.match(/[\u0080-\uffff]/g)?.length ?? 0)
  return ascii / 2 + (bytesOf(text) - ascii)
}

const ABOUT: Rates = {
  textTokens: (text) => bytesOf(text) / 4,
  bytesPerToken: 4,
  image: IMAGE_ABOUT,
  pdfPage: PDF_PAGE_ABOUT,
  pdfPageBytes: PDF_PAGE_BYTES_USUAL,
}
const AT_MOST: Rates = {
  textTokens: mostTextTokens,
  bytesPerToken: 1,
  image: IMAGE_AT_MOST,
  pdfPage: PDF_PAGE_AT_MOST,
  pdfPageBytes: PDF_PAGE_BYTES_LEAST,
}

function partTokens(part: Part, rates: Rates): number {
  switch (part.type) {
    case 'text':
      return rates.textTokens(part.text)
    case 'tool-call':
      return rates.textTokens(part.call.name + part.call.arguments)
    case 'tool-result':
      return rates.textTokens(part.name + part.content)
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
  const text = rates.textTokens(system ?? '') + (tools.length > 0 ? rates.textTokens(JSON.stringify(tools)) : 0)
  return text + parts.reduce((sum, part) => sum + partTokens(part, rates), 0)
}

/** Input tokens of a request as they usually are: four bytes of text a token. For the estimate that a user sees. */
export function aboutTokens(request: Counted): number {
  return Math.ceil(countTokens(request, ABOUT) + request.turns.length * 4)
}

/**
 * Input tokens that a request does not exceed: two bytes of ASCII a token (the densest usual text, code included), a byte of anything
 * else, a template, markers for each part. For the budget's reservation.
 */
export function atMostTokens(request: Counted): number {
  const rates = DEAR_IMAGES.test(request.model) ? { ...AT_MOST, image: DEAR_IMAGE_AT_MOST } : AT_MOST
  const parts = request.turns.reduce((sum, turn) => sum + 1 + turn.parts.length, 0)
  const overhead = TEMPLATE_OVERHEAD + (request.tools.length > 0 ? TOOL_OVERHEAD : 0)
  return Math.ceil(countTokens(request, rates) + parts * TURN_OVERHEAD + overhead)
}

/** Usage that a vendor did not report, counted from what was sent and what arrived. */
export function estimateUsage(request: Counted, text: string, reasoning: string): Usage {
  return {
    input: aboutTokens(request),
    cacheRead: 0,
    cacheWrite: 0,
    output: Math.ceil(ABOUT.textTokens(text)),
    reasoning: Math.ceil(ABOUT.textTokens(reasoning)),
    estimated: true,
  }
}
