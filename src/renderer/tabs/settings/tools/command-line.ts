import type { McpServerView } from '../../../../shared/tool.ts'

type Program = Extract<McpServerView['transport'], { type: 'stdio' }>

/** The program and its arguments, one a line so that nothing is out of sight; what is not plain is written with its escapes. */
export function commandLine({ command, args }: Pick<Program, 'command' | 'args'>): string {
  return [command, ...args].map((part, index) => `${index === 0 ? '' : '  '}${plain(part)}`).join('\n')
}

function plain(text: string): string {
  return /^[\p{L}\p{N}_@%+=:,./\\~-]+$/u.test(text) ? text : JSON.stringify(text)
}
