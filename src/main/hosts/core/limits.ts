/** Attachments travel as base64 within a message: 20 MB of file are 27 MB of text. */
export const MAX_MESSAGE_BYTES = 32 * 1024 * 1024

/** What may wait for a page or process that does not read; two of the largest messages fit. */
export const MAX_UNREAD_BYTES = 2 * MAX_MESSAGE_BYTES
