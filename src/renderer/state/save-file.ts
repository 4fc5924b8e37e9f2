/** The browser has read it by then. */
const KEPT_MS = 10_000

/** Hands a file to the browser, which keeps it where it keeps downloads. */
export function saveFile(name: string, content: BlobPart, type = 'application/json'): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS)
}

/** "Heat pump quotes" → "heat-pump-quotes": a name that every system takes. */
export function fileName(text: string): string {
  const name = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  return name === '' ? 'tutti' : name
}
