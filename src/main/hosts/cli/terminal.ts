/** Where a command reads and writes; standard output carries answers alone. */
export interface Terminal {
  out(text: string): void
  /** One line on standard error. */
  note(line: string): void
  /** Raw text on standard error, for lines that are drawn over. */
  draw(text: string): void
  /** null where standard error is no terminal. */
  columns(): number | null
  readQuestion(): Promise<string>
  readonly env: Readonly<Record<string, string | undefined>>
}

export function processTerminal(env: Terminal['env']): Terminal {
  return {
    env,
    out: (text) => process.stdout.write(text),
    note: (line) => process.stderr.write(`${line}\n`),
    draw: (text) => process.stderr.write(text),
    columns: () => (process.stderr.isTTY ? process.stderr.columns || 80 : null),
    readQuestion: async () => {
      const pieces: Buffer[] = []
      for await (const piece of process.stdin) pieces.push(Buffer.from(piece))
      return Buffer.concat(pieces).toString()
    },
  }
}
