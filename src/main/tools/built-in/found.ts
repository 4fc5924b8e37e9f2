/** Something that a search found. */
export interface Found {
  readonly title: string
  readonly url: string
  readonly text?: string | undefined
  /** Authors, a date, stars: whatever places it. */
  readonly about?: string | undefined
}

const MOST_TEXT = 1_500

/** Hits as text for a model, numbered, each with its address so that it can be cited and fetched. */
export function foundText(found: readonly Found[], where: string): string {
  if (found.length === 0) return `${where} found nothing. Try other words.`
  return found
    .map(({ title, url, about, text }, index) => {
      const lines = [`${index + 1}. ${line(title)}`, url, about, text === undefined ? undefined : line(text).slice(0, MOST_TEXT)]
      return lines.filter((each) => each !== undefined && each !== '').join('\n   ')
    })
    .join('\n\n')
}

function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
