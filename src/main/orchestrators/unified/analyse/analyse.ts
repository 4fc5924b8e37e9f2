import type { Pattern } from '../../../../shared/auto.ts'
import type { Words } from '../../../../shared/sentence.ts'
import type { Analysis } from './analysis.ts'
import { complexityOf } from './complexity.ts'
import { languageOf } from './language.ts'
import { classify } from './model/classify.ts'
import { precisionOf } from './precision.ts'
import { lastStep, type ShapeFinding, shapeOf } from './shape.ts'
import { type SplitRequest, splitRequest } from './split-request.ts'
import { isTextWork, type Task, taskOf } from './task.ts'
import { toolsNeedOf } from './tools-need.ts'

const SHORT_WORDS = 3

/** What can be known of a request before anybody is asked. Pure; a normal question takes about a millisecond, a megabyte a few. */
export function analyse(request: string): Analysis {
  const split = splitRequest(request, isTextWork)
  const verdicts = classify(split)
  const shape = shapeOf(split, verdicts)
  const whole = taskOf(split, verdicts)
  const task = shape?.pattern === 'steps' ? (lastStep(split) ?? whole) : whole
  const { needsTools, freshness } = toolsNeedOf(split, task, verdicts)
  const precise = precisionOf(split.ask)
  // Something is to be looked up, and nothing says more: knowledge is wanted.
  const looksUp = needsTools.value && task.type === 'chat'
  return {
    language: languageOf(split.ask === '' ? request : split.ask),
    characters: request.length,
    taskType: looksUp ? 'facts' : task.type,
    taskEvidence: looksUp ? needsTools.evidence : task.evidence,
    patterns: patternsOf(split, task, shape),
    complexity: complexityOf(split, task, shape, request.length),
    needsTools,
    freshness,
    precision: { value: precise !== null, evidence: precise === null ? '' : `“${precise}”` },
  }
}

function patternsOf(split: SplitRequest, task: Task, shape: ShapeFinding | null): Analysis['patterns'] {
  const found: { pattern: Pattern; evidence: Words }[] = []
  if (task.answer === 'exact') found.push({ pattern: 'exact-answer', evidence: task.evidence })
  if (task.answer === 'given-text') found.push({ pattern: 'given-text', evidence: task.evidence })
  const words = split.ask.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  if (task.type === 'chat')
    found.push({ pattern: words <= SHORT_WORDS && task.sure < 0.5 ? 'unclear' : 'small-talk', evidence: task.evidence })
  else if (task.answer === 'open' && task.type !== 'code') found.push({ pattern: 'open-ended', evidence: task.evidence })
  if (shape !== null) found.push(shape)
  if (split.steering.length > 0) found.push({ pattern: 'steering', evidence: `“${split.steering[0]?.slice(0, 80) ?? ''}”` })
  return found
}
