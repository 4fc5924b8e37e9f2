import { MAX_QUESTION_CHARACTERS } from '../../shared/limits.ts'
import type { AttachmentRef } from '../../shared/model.ts'
import { say } from '../../shared/sentence.ts'
import { failure } from '../../shared/sentences/told.ts'

/** Throws `invalid-input` for a question that is empty or too long. */
export function refuseUnusable(question: { readonly text: string; readonly attachments: readonly AttachmentRef[] }): void {
  if (question.text.trim() === '' && question.attachments.length === 0) {
    throw failure('invalid-input', say('refused.empty-question'), { data: { field: 'text' } })
  }
  if (question.text.length > MAX_QUESTION_CHARACTERS) {
    const length = question.text.length
    throw failure('invalid-input', say('refused.long-question', { n: length, most: MAX_QUESTION_CHARACTERS }), {
      data: { field: 'text', length },
    })
  }
}
