import type { CreateEngine } from './engine-api.ts'

/** The face of the package, from which its declarations are made: they do not reach into the core. */
export { type ErrorCode, TuttiError } from '../../../shared/errors.ts'
export type * from './public-types.ts'
export declare const createEngine: CreateEngine
