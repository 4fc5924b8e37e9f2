import type { Votes } from '../../votes/votes.ts'
import { os } from '../os.ts'

export const votesRoutes = ({ votes }: { readonly votes: Votes }) => ({
  cast: os.votes.cast.handler(({ input }) => votes.cast(input)),
  reveal: os.votes.reveal.handler(({ input }) => votes.reveal(input.answerId)),
  withdraw: os.votes.withdraw.handler(({ input }) => votes.withdraw(input.answerId)),
  leaderboard: os.votes.leaderboard.handler(({ input }) => votes.leaderboard(input.taskType)),
})
