import type { ModelRef } from '../../../shared/ids.ts'
import type { Policies } from '../../../shared/policies.ts'
import type { Link } from '../../kernel/call.ts'
import type { FindTool } from '../../kernel/tool.ts'
import { judge, type Receiver } from './judge.ts'
import { inputTexts, requestTexts } from './request-texts.ts'

export interface GuardianParts {
  /** In force at this moment: a change holds for the next call of runs under way too. */
  readonly policies: () => Policies
  readonly receiver: (model: ModelRef) => Receiver
  /** Bytes of an attachment by its id. */
  readonly attachment: (id: string) => Promise<Uint8Array>
  /** The keys that are kept. */
  readonly secrets: () => readonly string[]
}

/** Judges each attempt of a model call, for the vendor that it would go to. A policy that cannot be judged holds the call back. Throws `withheld`. */
export function guardian({ policies, receiver, attachment, secrets }: GuardianParts): Link {
  return async (call, next) => {
    const to = receiver(call.request.model)
    if (!to.local) judge(policies(), to, await requestTexts(call.request, attachment), secrets)
    return next(call)
  }
}

/** Tools that judge their input before it leaves this computer. */
export function guardTools(find: FindTool, { policies, secrets }: Pick<GuardianParts, 'policies' | 'secrets'>): FindTool {
  return (name) => {
    const tool = find(name)
    if (!tool.leaves) return tool
    return {
      ...tool,
      run: async (input, options) => {
        judge(policies(), { name, local: false }, inputTexts(input), secrets)
        return tool.run(input, options)
      },
    }
  }
}
