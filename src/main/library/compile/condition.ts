import { pathStep } from './template-text.ts'

/** What a path in a condition stands for, as an expression; null for one that nothing gives. `rest` are the steps after the name. */
export type FindName = (path: readonly string[]) => { readonly expression: string; readonly whether: string | null } | null

/**
 * A condition as definitions have them (`scan.critical > 0 && context.public === true`) as an expression; null where it is none, or speaks
 * of something that no step gives.
 */
export function translateCondition(text: string, find: FindName): string | null {
  const tokens = tokensOf(text)
  if (tokens === null || tokens.length === 0) return null
  const reader = new ConditionReader(tokens, find)
  const expression = reader.any()
  return reader.isDone ? expression : null
}

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|"([^"]*)"|'([^']*)'|(===|!==|==|!=|>=|<=|&&|\|\||[=<>!()])|([A-Za-z_$][\w$]*(?:-[\w$]+)*(?:\.[A-Za-z_$][\w$]*(?:-[\w$]+)*)*))/y
const COMPARE: Readonly<Record<string, string>> = {
  '===': '=',
  '==': '=',
  '=': '=',
  '!==': '!=',
  '!=': '!=',
  '>': '>',
  '<': '<',
  '>=': '>=',
  '<=': '<=',
}
const ENDED_WELL = /^(?:completed?|success(?:ful)?|succeeded|done|passed|ok)$/i

interface Token {
  readonly kind: 'number' | 'text' | 'operator' | 'name'
  readonly value: string
}

function tokensOf(text: string): Token[] | null {
  const tokens: Token[] = []
  const source = text.trim().replace(/^\$\{\{?([\s\S]*?)\}?\}$|^\{\{([\s\S]*)\}\}$/, '$1$2')
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < source.trimEnd().length) {
    const match = TOKEN.exec(source)
    if (match === null) return null
    const [, number, double, single, operator, name] = match
    if (number !== undefined) tokens.push({ kind: 'number', value: number })
    else if (operator !== undefined) tokens.push({ kind: 'operator', value: operator })
    else if (name !== undefined) tokens.push(wordToken(name))
    else tokens.push({ kind: 'text', value: double ?? single ?? '' })
  }
  return tokens
}

function wordToken(name: string): Token {
  const operator = { and: '&&', or: '||', not: '!' }[name.toLowerCase()]
  return operator === undefined ? { kind: 'name', value: name } : { kind: 'operator', value: operator }
}

/** Precedence from low to high: or, and, not, comparison. Each method gives null for what it cannot read. */
class ConditionReader {
  readonly #tokens: readonly Token[]
  readonly #find: FindName
  #at = 0

  constructor(tokens: readonly Token[], find: FindName) {
    this.#tokens = tokens
    this.#find = find
  }

  get isDone(): boolean {
    return this.#at === this.#tokens.length
  }

  any(): string | null {
    return this.#joined('||', 'or', () => this.#all())
  }

  #all(): string | null {
    return this.#joined('&&', 'and', () => this.#not())
  }

  #joined(operator: string, word: string, next: () => string | null): string | null {
    let left = next()
    while (left !== null && this.#take(operator)) {
      const right = next()
      left = right === null ? null : `(${left} ${word} ${right})`
    }
    return left
  }

  #not(): string | null {
    if (!this.#take('!')) return this.#comparison()
    const inner = this.#not()
    return inner === null ? null : `$not(${inner})`
  }

  #comparison(): string | null {
    const start = this.#tokens[this.#at]
    const left = this.#value()
    if (left === null) return null
    const token = this.#tokens[this.#at]
    const operator = token?.kind === 'operator' ? COMPARE[token.value] : undefined
    if (operator === undefined) return `$boolean(${left.expression})`
    this.#at += 1
    const said = this.#tokens[this.#at]
    const right = this.#value()
    if (right === null) return null
    // “review.status == 'completed'” asks whether it ran.
    if (start?.kind === 'name' && left.whether !== null && said !== undefined && (ENDED_WELL.test(said.value) || said.value === 'true')) {
      return operator === '=' ? left.whether : `$not(${left.whether})`
    }
    return `(${left.expression} ${operator} ${right.expression})`
  }

  #value(): { expression: string; whether: string | null } | null {
    const token = this.#tokens[this.#at]
    if (token === undefined) return null
    this.#at += 1
    if (token.kind === 'number') return { expression: token.value, whether: null }
    if (token.kind === 'text') return { expression: JSON.stringify(token.value), whether: null }
    if (token.kind === 'name') {
      if (/^(?:true|false|null)$/.test(token.value)) return { expression: token.value, whether: null }
      return this.#find(token.value.split('.'))
    }
    if (token.value !== '(') return null
    const inner = this.any()
    return inner !== null && this.#take(')') ? { expression: inner, whether: null } : null
  }

  #take(operator: string): boolean {
    const token = this.#tokens[this.#at]
    if (token?.kind !== 'operator' || token.value !== operator) return false
    this.#at += 1
    return true
  }
}

/** A path of further steps behind an expression. */
export function withSteps(expression: string, steps: readonly string[]): string {
  return [expression, ...steps.map(pathStep)].join('.')
}
