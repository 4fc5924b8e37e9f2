import { en as chat } from '../../tabs/chat/messages/en.ts'
import { en as runs } from '../../tabs/orchestration/messages/en.ts'
import { en as settings } from '../../tabs/settings/messages/en.ts'
import { commands } from './en/commands.ts'
import { common } from './en/common.ts'
import { shell } from './en/shell.ts'

/** The catalogue of everything that a page loads at first. Strings with parameters are functions; another language has the same shape. */
export const en = { common, shell, commands, chat, runs, settings }
export type Messages = typeof en
