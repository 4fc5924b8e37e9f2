import { TuttiError } from '../../shared/errors.ts'
import type { ModelAnswer, ModelRequest, Part, ToolCall } from '../../shared/model.ts'
import { say, type Words } from '../../shared/sentence.ts'
import { inEnglish, wordsOf } from '../../shared/sentences/told.ts'
import type { OfferedTool, ToolPermission } from '../../shared/tool.ts'
import type { Noted, RunContext } from '../kernel/context.ts'
import { callTool, type ToolAnswer } from './call-tool.ts'

/** Rounds of tool calls; a model that wants more is told to answer with what it has. */
const MOST_ROUNDS = 12
/** How often one model is asked at most. */
export const MOST_CALLS = MOST_ROUNDS + 1
/** Calls in one answer; what is beyond is refused. */
const MOST_AT_ONCE = 16

/** Of arguments and errors, in the log. */
const MOST_SAID = 300

const LAST_WORDS = 'No further tool calls are possible. Answer now with what is known.'

/** Asks a model, calls the tools that it asks for, and hands it the results, until it answers. */
export async function askWithTools(
  ctx: RunContext,
  request: ModelRequest,
  permission: (tool: string) => ToolPermission,
): Promise<ModelAnswer> {
  let turns = request.turns
  for (let round = 1; ; round += 1) {
    // Also the last time with the tools: some vendors refuse calls in a conversation without their tools.
    const answer = await ctx.model({ ...request, turns })
    if (answer.toolCalls.length === 0 || round > MOST_ROUNDS) return answer
    const results: Part[] = []
    for (const [index, call] of answer.toolCalls.entries()) {
      const { content, failed } = index < MOST_AT_ONCE ? await answerCall(ctx, call, permission) : TOO_MANY
      ctx.note(calledDecision(request, call, content, failed))
      results.push({ type: 'tool-result', callId: call.id, name: call.name, content: inEnglish(content), failed })
    }
    if (round === MOST_ROUNDS) results.push({ type: 'text', text: LAST_WORDS })
    const calls: Part[] = answer.toolCalls.map((call) => ({ type: 'tool-call', call }))
    const said: Part[] = answer.text === '' ? [] : [{ type: 'text', text: answer.text }]
    turns = [...turns, { role: 'assistant', parts: [...said, ...calls] }, { role: 'tool', parts: results }]
  }
}

/** What was allowed when these were offered; anything else is switched off. */
export function permissionAmong(offered: readonly OfferedTool[]): (tool: string) => ToolPermission {
  const permissions = new Map(offered.map(({ name, permission }) => [name, permission]))
  return (tool) => permissions.get(tool) ?? 'never'
}

function calledDecision({ speaker }: ModelRequest, call: ToolCall, content: Words, failed: boolean): Noted {
  const given = call.arguments.slice(0, MOST_SAID)
  const why = typeof content === 'string' ? content.slice(0, MOST_SAID) : content
  const reason = failed
    ? say('tool.failed', { arguments: given, why })
    : say('tool.came', { arguments: given, n: inEnglish(content).length })
  return { title: say('tool.called', { tool: call.name }), reason, chosen: [speaker], among: [] }
}

const TOO_MANY: ToolAnswer = { content: say('tool.too-many', { n: MOST_AT_ONCE }), failed: true }

/** A tool that fails is told to the model, which may try otherwise; a stopped run stops. */
async function answerCall(ctx: RunContext, call: ToolCall, permission: (tool: string) => ToolPermission): Promise<ToolAnswer> {
  let input: unknown
  try {
    input = call.arguments.trim() === '' ? {} : JSON.parse(call.arguments)
  } catch {
    return { content: say('tool.no-json', { tool: call.name, arguments: call.arguments.slice(0, 200) }), failed: true }
  }
  try {
    return await callTool(ctx, { name: call.name, input, permission: permission(call.name) })
  } catch (thrown) {
    ctx.signal.throwIfAborted()
    const error = TuttiError.from(thrown)
    if (error.code === 'core-gone' || error.code === 'diverged') throw error
    return { content: wordsOf(error), failed: true }
  }
}
