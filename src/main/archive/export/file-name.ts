/** A title as a file's name without its ending: what file systems refuse, and what is long, is left out. */
export function fileName(title: string, otherwise: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|[. ]+$/g, '')
  const short = [...plain].slice(0, 80).join('').trim()
  return short === '' ? otherwise : short
}
