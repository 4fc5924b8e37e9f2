import { TuttiError } from '../../shared/errors.ts'
import { MAX_QUESTION_CHARACTERS } from '../../shared/limits.ts'
import type { AttachmentRef } from '../../shared/model.ts'

/** Throws `invalid-input` for a question that is empty or too long. */
export function refuseUnusable(question: { readonly text: string; readonly attachments: readonly AttachmentRef[] }): void {
  if (question.text.trim() === '' && question.attachments.length === 0) {
    throw new TuttiError('invalid-input', 'The question is empty. Write one, or attach a file.', { data: { field: 'text' } })
  }
  if (question.text.length > MAX_QUESTION_CHARACTERS) {
    const length = question.text.length.toLocaleString('en-US')
    throw new TuttiError(
      'invalid-input',
      `The question has ${length} characters; at most ${MAX_QUESTION_CHARACTERS.toLocaleString('en-US')} can be sent. Attach the text as a file, or shorten it.`,
      { data: { field: 'text', length: question.text.length } },
    )
  }
}
