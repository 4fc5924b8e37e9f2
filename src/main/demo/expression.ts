/** An arithmetic expression as a tree. `percent` is kept apart: "200 + 10 %" adds a tenth of 200. */
type Node =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'negative' | 'root' | 'percent'; readonly of: Node }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Node; readonly right: Node }

type Operator = '+' | '-' | '*' | '/' | '^'

const TOKEN = /\s*(?:(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)|(\*\*|[-+*/^%()√×÷·⋅−]))/y
const SAME = new Map([
  ['×', '*'],
  ['·', '*'],
  ['⋅', '*'],
  ['÷', '/'],
  ['−', '-'],
  ['**', '^'],
])
/** Deeper nesting is refused; nobody writes it by hand. */
const DEEPEST = 100

/** Reads `2 + 3 × (4 − 1)^2`, with thousands separators, decimals, percent and roots; null where it is no whole expression. */
export function parseExpression(text: string): Node | null {
  const tokens = tokenise(text)
  if (tokens === null || tokens.length > 400) return null
  const reader = new Reader(tokens)
  const node = reader.sum(0)
  return reader.atEnd ? node : null
}

function tokenise(text: string): string[] | null {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  const trimmed = text.trim()
  while (TOKEN.lastIndex < trimmed.length) {
    const match = TOKEN.exec(trimmed)
    if (match === null) return null
    const token = match[1]?.replaceAll(',', '') ?? match[2] ?? ''
    tokens.push(SAME.get(token) ?? token)
  }
  return tokens
}

/** Recursive descent; each method reads one level of precedence and gives null where the text does not fit. */
class Reader {
  readonly #tokens: readonly string[]
  #at = 0

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens
  }

  get atEnd(): boolean {
    return this.#at === this.#tokens.length
  }

  sum(depth: number): Node | null {
    return this.#chain(['+', '-'], () => this.#product(depth))
  }

  #product(depth: number): Node | null {
    return this.#chain(['*', '/'], () => this.#signed(depth))
  }

  #chain(operators: readonly Operator[], next: () => Node | null): Node | null {
    let left = next()
    while (left !== null) {
      const operator = operators.find((each) => each === this.#tokens[this.#at])
      if (operator === undefined) return left
      this.#at += 1
      const right = next()
      left = right === null ? null : { kind: 'binary', operator, left, right }
    }
    return null
  }

  /** A sign binds weaker than a power: −2² is −4. */
  #signed(depth: number): Node | null {
    if (depth > DEEPEST) return null
    if (this.#take('-')) {
      const of = this.#signed(depth + 1)
      return of === null ? null : { kind: 'negative', of }
    }
    if (this.#take('+')) return this.#signed(depth + 1)
    return this.#power(depth)
  }

  #power(depth: number): Node | null {
    const left = this.#percent(depth)
    if (left === null || !this.#take('^')) return left
    const right = this.#signed(depth + 1)
    return right === null ? null : { kind: 'binary', operator: '^', left, right }
  }

  #percent(depth: number): Node | null {
    let node = this.#atom(depth)
    while (node !== null && this.#take('%')) node = { kind: 'percent', of: node }
    return node
  }

  #atom(depth: number): Node | null {
    const token = this.#tokens[this.#at]
    if (token === undefined || depth > DEEPEST) return null
    this.#at += 1
    if (/^[\d.]/.test(token)) return { kind: 'number', value: Number(token) }
    if (token === '√') {
      const of = this.#atom(depth + 1)
      return of === null ? null : { kind: 'root', of }
    }
    if (token !== '(') return null
    const inner = this.sum(depth + 1)
    return inner !== null && this.#take(')') ? inner : null
  }

  #take(token: string): boolean {
    if (this.#tokens[this.#at] !== token) return false
    this.#at += 1
    return true
  }
}

/** The value; NaN or infinite where it has none. */
export function evaluate(node: Node): number {
  switch (node.kind) {
    case 'number':
      return node.value
    case 'negative':
      return -evaluate(node.of)
    case 'root':
      return Math.sqrt(evaluate(node.of))
    case 'percent':
      return evaluate(node.of) / 100
    case 'binary': {
      const left = evaluate(node.left)
      const right = evaluate(node.right)
      const share = node.right.kind === 'percent' && (node.operator === '+' || node.operator === '-')
      return apply(node.operator, left, share ? left * right : right)
    }
  }
}

/** The value read from left to right without precedence, as a hasty reader would. */
export function evaluateLeftToRight(text: string): number | null {
  const tokens = tokenise(text)
  if (tokens === null || tokens.some((token) => /[()%√^]/.test(token))) return null
  let value = Number(tokens[0])
  for (let i = 1; i + 1 < tokens.length; i += 2) {
    const operator = (['+', '-', '*', '/'] as const).find((each) => each === tokens[i])
    const right = Number(tokens[i + 1])
    if (operator === undefined || Number.isNaN(right)) return null
    value = apply(operator, value, right)
  }
  return Number.isNaN(value) ? null : value
}

function apply(operator: Operator, left: number, right: number): number {
  switch (operator) {
    case '+':
      return left + right
    case '-':
      return left - right
    case '*':
      return left * right
    case '/':
      return left / right
    case '^':
      return left ** right
  }
}
