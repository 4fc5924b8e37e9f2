import type { Message } from '../../../../shared/conversation.ts'
import type { SpeakerView } from '../../../../shared/run.ts'
import type { Session } from '../../../state/session.ts'

/** What can be done about one member of an answer. */
export type MemberActions = {
  readonly retry: (speaker: SpeakerView) => void
  readonly makeMain: (speaker: SpeakerView | null) => void
  readonly stop: (speaker: SpeakerView) => void
}

export function memberActions(session: Session, answer: Message): MemberActions {
  const { client, conversations, attempt } = session
  return {
    retry: (speaker) => {
      void attempt(client.chat.retryMember({ answerId: answer.id, speaker: speaker.id })).then((sent) => {
        if (sent) conversations.add(answer.conversationId, [sent.answer])
      })
    },
    makeMain: (speaker) => {
      void attempt(client.chat.chooseMain({ answerId: answer.id, speaker: speaker?.id ?? null })).then((message) => {
        if (message) conversations.update(message)
      })
    },
    stop: (speaker) => {
      if (answer.runId !== null) void attempt(client.runs.stopMember({ id: answer.runId, speaker: speaker.id }))
    },
  }
}
