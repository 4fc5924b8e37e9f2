import { assertNever } from '../../../../shared/errors.ts'
import type { Processor } from '../../../../shared/pipeline.ts'
import { callPipeline } from '../call-pipeline.ts'
import type { StageRun } from '../stage-run.ts'
import { askPerson } from './ask-person.ts'
import { branch } from './branch.ts'
import { code } from './code.ts'
import { loop } from './loop.ts'
import { prompt } from './prompt.ts'
import { tool } from './tool.ts'
import { validate } from './validate.ts'

/** Does what a stage says. */
export function process(run: StageRun, processor: Processor): Promise<unknown> {
  switch (processor.type) {
    case 'prompt':
      return prompt(run, processor)
    case 'tool':
      return tool(run, processor)
    case 'pipeline':
      return callPipeline(run, processor)
    case 'transform':
      return run.scope.value('expression', processor.expression)
    case 'validate':
      return validate(run, processor)
    case 'branch':
      return branch(run, processor)
    case 'loop':
      return loop(run, processor)
    case 'ask':
      return askPerson(run, processor)
    case 'code':
      return code(run, processor)
    default:
      return assertNever(processor)
  }
}
