import type { DataProblem } from '../../../shared/lab.ts'
import type { Words } from '../../../shared/sentence.ts'
import { told } from '../../../shared/sentences/told.ts'

/** More are counted, not kept: nobody reads them, and a file may have a million. */
const KEPT = 200

/** What is wrong with a file, the first problems word for word. */
export class ProblemList {
  readonly #file: DataProblem['file']
  readonly kept: DataProblem[] = []
  count = 0

  constructor(file: DataProblem['file']) {
    this.#file = file
  }

  /** `field`: the column; '' for the whole line. */
  add(line: number | null, field: string, message: Words, leftOut = true): void {
    this.count += 1
    if (this.kept.length < KEPT) this.kept.push({ file: this.#file, line, field, leftOut, ...told({ message }) })
  }
}
