/** Turning the dial from one end to the other changes λ by this factor. */
const SPAN = 500

/**
 * What a dollar per 1,000 questions is worth in accuracy at a place of the dial. The scale is that of the models: at 0 one call of the
 * dearest is worth certainty, at 1 a fifth of a point.
 * `dearestMicros`: mean micro-dollars of a call of the dearest model.
 */
export function lambdaAt(dial: number, dearestMicros: number): number {
  return 1 / (Math.max(dearestMicros, 1e-6) / 1000) / SPAN ** dial
}
