/** As sure as this that the leader of the two first answers is the more frequent one. */
const SURE = 0.95

/**
 * Adaptive-Consistency (Aggarwal et al., 2305.11860): stop when P(Beta(v1+1, v2+1) > ½) ≥ 0.95, v1 and v2 being the votes of the two first
 * answers. It may stop before a majority is certain, and then says so.
 */
export function isSure(groups: readonly { readonly members: readonly unknown[] }[]): boolean {
  return leads(groups[0]?.members.length ?? 0, groups[1]?.members.length ?? 0) >= SURE
}

/** P(Beta(a+1, b+1) > ½) for whole a and b: the chance of at most a heads in a + b + 1 throws of a fair coin. */
export function leads(a: number, b: number): number {
  const throws = a + b + 1
  let ways = 1
  let sum = 0
  for (let heads = 0; heads <= a; heads += 1) {
    sum += ways
    ways = (ways * (throws - heads)) / (heads + 1)
  }
  return sum / 2 ** throws
}
