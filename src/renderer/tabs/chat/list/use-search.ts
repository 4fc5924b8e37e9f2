import { useEffect, useState } from 'react'
import type { ConversationSummary } from '../../../../shared/conversation.ts'
import { useApp, useSession } from '../../../state/use-session.ts'

/** All conversations, or those that say the words of `query`; those shown before stay until a search has answered. */
export function useSearch(query: string): readonly ConversationSummary[] {
  const { client, attempt } = useSession()
  const all = useApp((app) => app.conversations)
  const [found, setFound] = useState<readonly ConversationSummary[] | null>(null)
  const words = query.trim()
  useEffect(() => {
    if (words === '') {
      setFound(null)
      return
    }
    const stop = new AbortController()
    const timer = setTimeout(() => {
      void attempt(client.conversations.search({ query: words.slice(0, 500) }, { signal: stop.signal })).then((result) => {
        if (result && !stop.signal.aborted) setFound(result)
      })
    }, 150)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [words, client, attempt])
  return words === '' ? all : (found ?? all)
}
