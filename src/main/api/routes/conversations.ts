import type { Conversations } from '../../conversations/conversations.ts'
import { os } from '../os.ts'

export const conversationsRoutes = ({ conversations }: { readonly conversations: Conversations }) => ({
  create: os.conversations.create.handler(({ input }) => conversations.create(input.title)),
  open: os.conversations.open.handler(({ input }) => conversations.open(input.id, input.at)),
  message: os.conversations.message.handler(({ input }) => conversations.message(input.id)),
  search: os.conversations.search.handler(({ input, signal }) => conversations.search(input.query, signal)),
  searchMessages: os.conversations.searchMessages.handler(({ input, signal }) => conversations.searchMessages(input, signal)),
  update: os.conversations.update.handler(({ input: { id, ...change } }) => conversations.update(id, change)),
  pinMessage: os.conversations.pinMessage.handler(({ input }) => conversations.pinMessage(input.id, input.pinned)),
  remove: os.conversations.remove.handler(({ input }) => conversations.remove(input.id)),
  restore: os.conversations.restore.handler(({ input }) => conversations.restore(input.id)),
})
