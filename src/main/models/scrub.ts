/** The forms in which vendors' keys are written, also where a vendor echoes one with its middle starred out. */
const KEY_FORMS = /\b(?:sk-|pplx-|xai-|gsk_|AIza)[\w*.…-]{4,}/g

/** Takes keys out of a text that goes into an error or a log. */
export function scrub(text: string, key: string | null): string {
  const without = key !== null && key.length >= 4 ? text.replaceAll(key, '[key]') : text
  return without.replace(KEY_FORMS, '[key]')
}
