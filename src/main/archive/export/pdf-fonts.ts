import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Font, type FontCollection, openSync } from 'fontkit'

const { resolve } = createRequire(import.meta.url)
const roboto = (style: string) => resolve(`pdfmake/fonts/Roboto/Roboto-${style}.ttf`)
const dejaVu = (style: string) => resolve(`dejavu-fonts-ttf/ttf/DejaVu${style}.ttf`)

/** Fonts with Chinese, Japanese and Korean as systems have them; the first that is there serves. */
const OF_SYSTEMS = [
  '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc',
  '/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc',
  '/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf',
  '/System/Library/Fonts/Supplemental/Arial Unicode.ttf',
  '/Library/Fonts/Arial Unicode.ttf',
  '/System/Library/Fonts/Hiragino Sans GB.ttc',
  'C:\\Windows\\Fonts\\msyh.ttc',
  'C:\\Windows\\Fonts\\YuGothM.ttc',
  'C:\\Windows\\Fonts\\malgun.ttf',
]

/** A piece of a text in one font; without a name it is the document's own. */
export type Lettering = { readonly text: string; readonly font?: string }

/** As pdfmake takes it: a file, or a file with the name of the font in it. */
type FontSource = string | readonly [file: string, name: string]
type Styles = Readonly<Record<'normal' | 'bold' | 'italics' | 'bolditalics', FontSource>>

interface Fallback {
  readonly name: string
  readonly files: Styles
  has(codePoint: number): boolean
}

/** The document's fonts, and those that stand in for letters and signs that these do not have. Files are opened when a text first needs them. */
export class PdfFonts {
  /** Code is set in this one. */
  static readonly code = 'Mono'
  readonly #own = fontIn(openSync(roboto('Regular')))
  readonly #openers: (() => Fallback | null)[] = [signs, ofSystem]
  readonly #fallbacks: Fallback[] = []
  readonly #chosen = new Map<number, string | undefined>()

  /** The text in pieces, each in a font that has its letters; a letter that no font has stays in the document's own. */
  set(text: string): Lettering[] {
    const pieces: { text: string; font?: string }[] = []
    for (const letter of text) {
      const font = this.#fontOf(letter.codePointAt(0) ?? 0)
      const last = pieces.at(-1)
      if (last !== undefined && last.font === font) last.text += letter
      else pieces.push(font === undefined ? { text: letter } : { text: letter, font })
    }
    return pieces
  }

  /** All that was opened so far, with every file that it takes. */
  used(): { readonly fonts: Readonly<Record<string, Styles>>; readonly files: ReadonlySet<string> } {
    const fonts: Record<string, Styles> = {
      Roboto: {
        normal: roboto('Regular'),
        bold: roboto('Medium'),
        italics: roboto('Italic'),
        bolditalics: roboto('MediumItalic'),
      },
      [PdfFonts.code]: styled(dejaVu('SansMono'), dejaVu('SansMono-Bold')),
    }
    for (const { name, files } of this.#fallbacks) fonts[name] = files
    return {
      fonts,
      files: new Set(
        Object.values(fonts).flatMap((styles) => Object.values(styles).map((source) => (typeof source === 'string' ? source : source[0]))),
      ),
    }
  }

  #fontOf(codePoint: number): string | undefined {
    // Latin letters and everything below are in the document's own font.
    if (codePoint < 0x250 || this.#own?.hasGlyphForCodePoint(codePoint) === true) return undefined
    if (!this.#chosen.has(codePoint)) this.#chosen.set(codePoint, this.#search(codePoint))
    return this.#chosen.get(codePoint)
  }

  #search(codePoint: number): string | undefined {
    for (;;) {
      const found = this.#fallbacks.find((fallback) => fallback.has(codePoint))
      const open = this.#openers[0]
      if (found !== undefined || open === undefined) return found?.name
      this.#openers.shift()
      const opened = open()
      if (opened !== null) this.#fallbacks.push(opened)
    }
  }
}

function signs(): Fallback {
  const font = fontIn(openSync(dejaVu('Sans')))
  return {
    name: 'Signs',
    files: styled(dejaVu('Sans'), dejaVu('Sans-Bold')),
    has: (codePoint) => font?.hasGlyphForCodePoint(codePoint) === true,
  }
}

function ofSystem(): Fallback | null {
  const file = OF_SYSTEMS.find((path) => existsSync(path))
  const font = file === undefined ? null : fontIn(openSync(file))
  if (file === undefined || font === null) return null
  const named: FontSource = file.endsWith('.ttc') ? [file, font.postscriptName ?? ''] : file
  return { name: 'System', files: styled(named, named), has: (codePoint) => font.hasGlyphForCodePoint(codePoint) }
}

/** The font of a file; of a collection the first. */
function fontIn(opened: Font | FontCollection): Font | null {
  return 'fonts' in opened ? (opened.fonts[0] ?? null) : opened
}

function styled(normal: FontSource, bold: FontSource): Styles {
  return { normal, bold, italics: normal, bolditalics: bold }
}
