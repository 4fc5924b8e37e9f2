import type { PipelineCheck, Stage } from '../../../../shared/pipeline.ts'
import { type GraphLayout, layoutOf } from '../../orchestration/graph/layout.ts'

/** Size of a stage in px at a text size of 100 %. */
export const STAGE_WIDTH = 164
export const STAGE_HEIGHT = 54
/** The layout of runs is tighter; here conditions stand below stages, and lines are drawn by hand. */
const SIZES = { width: STAGE_WIDTH, height: STAGE_HEIGHT, gap: 34, rankGap: 44 }
const COLUMN = STAGE_WIDTH + SIZES.rankGap
const ROW = STAGE_HEIGHT + SIZES.gap

export type Place = { readonly x: number; readonly y: number }

/** Where each stage is drawn: where it was put; where none was put anywhere, as the layout has it; else in the next free place. */
export function placesOf(stages: readonly Stage[], links: PipelineCheck['links']): ReadonlyMap<string, Place> {
  if (stages.length === 0) return new Map()
  if (stages.every(({ at }) => at === undefined)) return laidOut(stages, links)
  const places = new Map<string, Place>()
  for (const { id, at } of stages) if (at !== undefined) places.set(id, at)
  for (const { id, at } of stages) if (at === undefined) places.set(id, freePlace([...places.values()], behind(links[id] ?? [], places)))
  return places
}

/** Places of stages that nobody has put anywhere, and lines between them that run through none. */
export function pictureOf(stages: readonly Stage[], links: PipelineCheck['links']): GraphLayout {
  return layoutOf(
    stages.map(({ id }) => ({ id, dependsOn: links[id] ?? [] })),
    SIZES,
  )
}

function laidOut(stages: readonly Stage[], links: PipelineCheck['links']): ReadonlyMap<string, Place> {
  const wide = new Map(pictureOf(stages, links).places)
  for (const { id: to } of stages) for (const from of links[to] ?? []) makeWay(wide, from, to)
  return wide
}

/** Stages that a long link would run through stand a little lower; rows keep apart all the same. */
function makeWay(places: Map<string, Place>, from: string, to: string): void {
  const start = places.get(from)
  const end = places.get(to)
  if (!start || !end || end.x - start.x < 1.5 * COLUMN) return
  for (const [id, { x, y }] of places) {
    if (x <= start.x + 1 || x >= end.x - 1) continue
    const line = start.y + ((end.y - start.y) * (x - start.x)) / (end.x - start.x)
    const below = y - line
    const needed = STAGE_HEIGHT / 2 + 12
    if (below >= 0 && below < needed) places.set(id, { x, y: y + Math.min(needed - below, ROW - STAGE_HEIGHT - 10) })
  }
}

/** To the right of what it waits for; below everything where that is nothing. */
function behind(before: readonly string[], places: ReadonlyMap<string, Place>): Place {
  const known = before.flatMap((id) => places.get(id) ?? [])
  const all = [...places.values()]
  if (known.length === 0) return { x: Math.min(...all.map(({ x }) => x)), y: Math.max(...all.map(({ y }) => y)) + ROW }
  return { x: Math.max(...known.map(({ x }) => x)) + COLUMN, y: known.reduce((sum, { y }) => sum + y, 0) / known.length }
}

/** `wanted`, or the first place below it where no stage stands. */
function freePlace(taken: readonly Place[], wanted: Place): Place {
  const hits = (place: Place) => taken.some(({ x, y }) => Math.abs(x - place.x) < COLUMN - 20 && Math.abs(y - place.y) < ROW - 12)
  let place = wanted
  while (hits(place)) place = { x: place.x, y: place.y + ROW }
  return place
}
