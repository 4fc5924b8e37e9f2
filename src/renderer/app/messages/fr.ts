import { fr as chat } from '../../tabs/chat/messages/fr.ts'
import { fr as runs } from '../../tabs/orchestration/messages/fr.ts'
import { fr as settings } from '../../tabs/settings/messages/fr.ts'
import type { Messages } from './en.ts'
import { commands } from './fr/commands.ts'
import { common } from './fr/common.ts'
import { shell } from './fr/shell.ts'

/** Français. On vouvoie ; les boutons sont à l’infinitif. */
export const fr: Messages = { common, shell, commands, chat, runs, settings }
