import type { Chat } from '../../conversations/chat.ts'
import { os } from '../os.ts'

export const chatRoutes = ({ chat }: { readonly chat: Chat }) => ({
  estimate: os.chat.estimate.handler(({ input }) => chat.estimate(input)),
  send: os.chat.send.handler(({ input }) => chat.send(input)),
  askAgain: os.chat.askAgain.handler(({ input }) => chat.askAgain(input)),
  retryMember: os.chat.retryMember.handler(({ input }) => chat.retryMember(input)),
  rate: os.chat.rate.handler(({ input }) => chat.rate(input)),
  chooseMain: os.chat.chooseMain.handler(({ input }) => chat.chooseMain(input)),
})
