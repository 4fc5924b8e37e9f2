import type { Pattern } from '../../../../shared/auto.ts'
import type { Analysis } from './analysis.ts'
import { complexityOf } from './complexity.ts'
import { weigh } from './cue.ts'
import { precision as precisionCues } from './cues/world.ts'
import { languageOf } from './language.ts'
import { lastStep, type ShapeFinding, shapeOf } from './shape.ts'
import { type SplitRequest, splitRequest } from './split-request.ts'
import { isTextWork, type Task, taskOf } from './task.ts'
import { freshnessOf, toolsNeedOf } from './tools-need.ts'

const SHORT_WORDS = 3

/** What can be known of a request before anybody is asked. Pure; a normal question takes well under a millisecond, a megabyte a few. */
export function analyse(request: string): Analysis {
  const split = splitRequest(request, isTextWork)
  const shape = shapeOf(split)
  const whole = taskOf(split)
  const task = taskInShape(split, whole, shape)
  const freshness = freshnessOf(split, task)
  const needsTools = toolsNeedOf(split, task, freshness)
  const sure = precisionCues(split.ask)
  const precise = weigh(sure) >= 2
  // “Look up …” says what has to be done, and nothing else says more: knowledge is wanted.
  const looksUp = (needsTools.value && task.type === 'chat') || (freshness.value && task.type === 'math')
  const type = looksUp ? 'facts' : task.type
  return {
    language: languageOf(split.ask === '' ? request : split.ask),
    characters: request.length,
    taskType: type,
    taskEvidence: looksUp ? needsTools.evidence : task.evidence,
    patterns: patternsOf(split, task, shape),
    complexity: complexityOf(split, task, shape, request.length),
    needsTools,
    freshness,
    precision: { value: precise, evidence: precise ? `“${sure[0]?.text ?? ''}”` : '' },
  }
}

/** Of several steps the last one says what is wanted; roles and weeks of work with no clear task make something up together. */
function taskInShape(split: SplitRequest, whole: Task, shape: ShapeFinding | null): Task {
  if (shape?.pattern === 'steps') return lastStep(split) ?? whole
  const made = shape?.pattern === 'roles' || shape?.pattern === 'long-lived'
  if (!made || whole.weight >= 2) return whole
  return { type: 'writing', answer: 'open', evidence: `${shape.evidence.slice(0, -1)} make something up together.`, weight: 1 }
}

function patternsOf(split: SplitRequest, task: Task, shape: ShapeFinding | null): Analysis['patterns'] {
  const found: { pattern: Pattern; evidence: string }[] = []
  if (task.answer === 'exact') found.push({ pattern: 'exact-answer', evidence: task.evidence })
  if (task.answer === 'given-text') found.push({ pattern: 'given-text', evidence: task.evidence })
  const words = split.ask.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  if (task.type === 'chat')
    found.push({ pattern: task.weight === 0 && words <= SHORT_WORDS ? 'unclear' : 'small-talk', evidence: task.evidence })
  else if (task.answer === 'open' && task.type !== 'code') found.push({ pattern: 'open-ended', evidence: task.evidence })
  if (shape !== null) found.push(shape)
  if (split.steering.length > 0) found.push({ pattern: 'steering', evidence: `“${split.steering[0]?.slice(0, 80) ?? ''}”` })
  return found
}
