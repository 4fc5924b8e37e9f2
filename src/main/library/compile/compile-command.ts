import type { CommandItem } from '../library-item.ts'
import { compileDefinition } from './compile-definition.ts'
import type { CompileGround } from './compile-ground.ts'
import { compilePrompt } from './compile-prompt.ts'
import type { Compiled } from './compiled.ts'

/** A command as the pipeline that runs it. */
export function compileCommand(command: CommandItem, ground: CompileGround): Compiled {
  return command.format === 'markdown' ? compilePrompt(command, ground) : compileDefinition(command, ground)
}
