import { parentPort } from 'node:worker_threads'
import { TuttiError } from '../shared/errors.ts'
import { serveSandbox } from './sandbox/serve-sandbox.ts'

if (parentPort === null) throw new TuttiError('internal', 'The sandbox was started outside of a thread.')
serveSandbox(parentPort)
