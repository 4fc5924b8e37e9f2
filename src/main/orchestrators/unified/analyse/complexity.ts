import { say, type Words } from '../../../../shared/sentence.ts'
import type { ShapeFinding } from './shape.ts'
import type { SplitRequest } from './split-request.ts'
import type { Task } from './task.ts'

/** How hard the kind of task is by itself. */
const BASE: Record<Task['type'], number> = {
  chat: 0,
  translation: 0.1,
  summary: 0.15,
  facts: 0.15,
  writing: 0.2,
  math: 0.25,
  reasoning: 0.3,
  code: 0.35,
}
const JOINING =
  /(?<![\p{L}])(?:and|but|without|unless|except|at least|at most|because|while|und|aber|ohne|außer|mindestens|höchstens|weil|sofern|et|mais|sans|sauf|au moins|au plus|parce que|tandis)(?![\p{L}])/giu

/** 0 … 1: length, demands, steps and the kind of task, each with its words. */
export function complexityOf(request: SplitRequest, task: Task, shape: ShapeFinding | null, characters: number) {
  const parts: { points: number; evidence: Words }[] = [
    { points: BASE[task.type], evidence: say('complex.task', { task: say(`task.${task.type}`) }) },
  ]
  const demands = request.ask.match(JOINING)?.length ?? 0
  if (demands > 1) parts.push({ points: Math.min(0.2, demands * 0.04), evidence: say('complex.demands', { n: demands }) })
  const questions = request.ask.match(/\?/g)?.length ?? 0
  if (questions > 1) parts.push({ points: Math.min(0.1, questions * 0.03), evidence: say('complex.questions', { n: questions }) })
  if (characters > 300)
    parts.push({ points: Math.min(0.25, Math.log10(characters / 300) * 0.12), evidence: say('complex.characters', { n: characters }) })
  if (request.code) parts.push({ points: 0.1, evidence: say('complex.code') })
  if (shape !== null) parts.push({ points: 0.25, evidence: shapeWords(shape.pattern) })
  const value = Math.min(
    1,
    parts.reduce((sum, { points }) => sum + points, 0),
  )
  return {
    value: Math.round(value * 100) / 100,
    evidence: parts.filter(({ points, evidence }) => points > 0 && evidence !== '').map(({ evidence }) => evidence),
  }
}

function shapeWords(pattern: ShapeFinding['pattern']): Words {
  switch (pattern) {
    case 'steps':
      return say('complex.steps')
    case 'roles':
    case 'wide-research':
    case 'long-lived':
      return say('complex.shape', { shape: say(`shape.${pattern}`) })
    default:
      return ''
  }
}
