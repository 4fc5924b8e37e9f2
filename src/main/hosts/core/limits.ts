/** Attachments travel as base64 within a message: 20 MB of file are 27 MB of text. */
export const MAX_MESSAGE_BYTES = 32 * 1024 * 1024
