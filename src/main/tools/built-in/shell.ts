import { z } from 'zod'
import { TuttiError } from '../../../shared/errors.ts'
import { type DefinedTool, defineTool } from '../defined-tool.ts'
import { grantedPath } from '../files/granted-path.ts'
import { runCommand } from '../shell/run-command.ts'

const Argument = z
  .string()
  .max(20_000)
  .refine((text) => !text.includes('\0'), 'An argument cannot hold a zero character.')

/** A command of the user's computer. Each call is approved by a person, who sees the program and its arguments. */
export function shell(closed: readonly string[]): DefinedTool {
  return defineTool({
    name: 'shell',
    title: 'Run a command',
    description:
      'Runs one program with arguments on the user’s computer and gives what it wrote. There is no shell: pipes, redirections, variables and wildcards have no meaning. The user approves each call.',
    input: z.object({
      command: z
        .tuple([Argument.min(1).describe('The program')], Argument)
        .describe('The program and its arguments, each on its own: ["git", "log", "-3"]'),
      folder: z.string().max(4_000).default('.').describe('Where it runs, within the granted folder.'),
    }),
    readOnly: false,
    asksEachTime: true,
    timeMs: 120_000,
    needs: ({ folder }) => (folder === null ? 'folder' : null),
    run: async ({ command, folder }, { signal, options }) => {
      if (options.folder === null) throw new TuttiError('denied', 'No folder is granted. Choose one under Settings, Tools.')
      const cwd = await grantedPath({ folder: options.folder, closed }, folder)
      const { code, output, cut } = await runCommand(command, cwd, signal).catch((cause: unknown) => {
        signal.throwIfAborted()
        throw new TuttiError(
          'bad-request',
          `“${command[0]}” could not be started: ${cause instanceof Error ? cause.message : String(cause)}`,
          { cause },
        )
      })
      const end = cut ? 'It wrote too much and was stopped.' : code === null ? 'It was ended by a signal.' : `Exit code ${code}.`
      return `${end}\n\n${output}`
    },
  })
}
