import { implement } from '@orpc/server'
import { contract } from '../../shared/contract.ts'
import { tuttiErrors } from './errors.ts'

/** Implements the contract: input is parsed by it, failures take their one form in `tuttiErrors`. */
export const os = implement(contract).use(tuttiErrors)
