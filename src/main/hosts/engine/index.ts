export { type ErrorCode, TuttiError } from '../../../shared/errors.ts'
export { createEngine } from './engine.ts'
export type * from './public-types.ts'
