import { orchestrationMessages } from '../tabs/orchestration/orchestration-messages.ts'
import { settingsMessages } from '../tabs/settings/settings-messages.ts'
import { chatMessages } from './messages/chat.ts'
import { commonMessages } from './messages/common.ts'
import { shellMessages } from './messages/shell.ts'

/** Every visible string, in English. Those with parameters are functions; another language is another object of this type. */
export const m = {
  common: commonMessages,
  shell: shellMessages,
  chat: chatMessages,
  runs: orchestrationMessages,
  settings: settingsMessages,
}
export type Messages = typeof m
