import type { Processor } from '../../../../shared/pipeline.ts'
import type { Change, ProblemOf } from './change-fields.ts'
import { AskFields } from './processors/ask-fields.tsx'
import { BranchFields } from './processors/branch-fields.tsx'
import { CallFields } from './processors/call-fields.tsx'
import { CodeFields } from './processors/code-fields.tsx'
import { LoopFields } from './processors/loop-fields.tsx'
import { PromptFields } from './processors/prompt-fields.tsx'
import { ToolFields } from './processors/tool-fields.tsx'
import { TransformFields } from './processors/transform-fields.tsx'
import { ValidateFields } from './processors/validate-fields.tsx'

type ProcessorFieldsProps = { readonly processor: Processor; readonly problem: ProblemOf; readonly onChange: Change<Processor> }

/** What a stage does, by its kind. */
export function ProcessorFields({ processor, ...rest }: ProcessorFieldsProps) {
  switch (processor.type) {
    case 'prompt':
      return <PromptFields processor={processor} {...rest} />
    case 'tool':
      return <ToolFields processor={processor} {...rest} />
    case 'pipeline':
      return <CallFields processor={processor} {...rest} />
    case 'transform':
      return <TransformFields processor={processor} {...rest} />
    case 'validate':
      return <ValidateFields processor={processor} {...rest} />
    case 'branch':
      return <BranchFields processor={processor} {...rest} />
    case 'loop':
      return <LoopFields processor={processor} {...rest} />
    case 'ask':
      return <AskFields processor={processor} {...rest} />
    case 'code':
      return <CodeFields processor={processor} {...rest} />
    default:
      return processor satisfies never
  }
}
