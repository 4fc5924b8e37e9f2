import { useEffect, useState } from 'react'
import type { ConversationId } from '../../../../shared/ids.ts'
import type { MessageHits } from '../../../../shared/message-search.ts'
import { useSession } from '../../../state/use-session.ts'

const QUIET_MS = 120
/** As many as one call brings; more come with each "show more". */
const PAGE = 30

type Found = MessageHits & { readonly words: string }

/** Messages with these words, the best first. Those shown before stay until the next are there; null before the first. */
export function useMessageSearch(words: string, conversationId: ConversationId | null) {
  const { client, attempt } = useSession()
  const [found, setFound] = useState<Found | null>(null)
  const [pages, setPages] = useState(1)
  const query = words.trim().slice(0, 500)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words begin with the first page again.
  useEffect(() => setPages(1), [query, conversationId])
  useEffect(() => {
    if (query === '') {
      setFound(null)
      return
    }
    const stop = new AbortController()
    const timer = setTimeout(() => {
      const where = conversationId === null ? {} : { conversationId }
      const call = client.conversations.searchMessages({ query, ...where, limit: Math.min(100, pages * PAGE) }, { signal: stop.signal })
      void attempt(call.catch((thrown) => (stop.signal.aborted ? undefined : Promise.reject(thrown)))).then((hits) => {
        if (hits && !stop.signal.aborted) setFound({ ...hits, words: query })
      })
    }, QUIET_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [query, conversationId, pages, client, attempt])
  return {
    found: query === '' ? null : found,
    busy: query !== '' && found?.words !== query,
    more: () => setPages(pages + 1),
    most: pages * PAGE >= 100,
  }
}
