/** Text that stands in a template as it is: its braces are none of the template's. */
export function templateText(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}')
}

/** A name as a step of a path in an expression. */
export function pathStep(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) && !RESERVED.has(name) ? name : `\`${name.replaceAll('`', '')}\``
}

const RESERVED: ReadonlySet<string> = new Set(['and', 'or', 'in', 'true', 'false', 'null', 'function'])
