import { describe, expect, test } from 'vitest'
import { isTelling } from '../../src/main/guard/server-variables.ts'

describe('F1 variables of servers', () => {
  test.each([
    ['openai', 'short', true],
    ['mcp:notes:API_TOKEN', 'x1', true],
    ['mcp:notes:DB_PASSWORD', 'hunter2', true],
    ['mcp:notes:URL', 'postgres://me:hunter2@localhost/shop', true],
    ['mcp:notes:CODE', 'a8f3k2l9d0s8f7g6', true],
    ['mcp:notes:MODE', 'read', false],
    ['mcp:notes:FOLDER', '/home/me/notes-of-2026', false],
    ['mcp:notes:GREETING', 'Good morning to all 2', false],
  ])('%s=%s is taken out of texts: %s', (entry, value, told) => {
    expect(isTelling(entry, value)).toBe(told)
  })
})
