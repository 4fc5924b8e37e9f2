import { de as chat } from '../../tabs/chat/messages/de.ts'
import { de as runs } from '../../tabs/orchestration/messages/de.ts'
import { de as settings } from '../../tabs/settings/messages/de.ts'
import { commands } from './de/commands.ts'
import { common } from './de/common.ts'
import { shell } from './de/shell.ts'
import type { Messages } from './en.ts'

/** Deutsch. Wer liest, wird mit „du“ angesprochen; Knöpfe stehen im Infinitiv. */
export const de: Messages = { common, shell, commands, chat, runs, settings }
