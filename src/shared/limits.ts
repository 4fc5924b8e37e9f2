/** Longer questions are attached as files; a paste of 10 MB is answered with this limit and that remedy. */
export const MAX_QUESTION_CHARACTERS = 1_000_000
export const MAX_ATTACHMENT_BYTES = 20 * 1024 * 1024
