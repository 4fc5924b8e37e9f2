import { create } from 'zustand/react'
import type { Prompt } from '../../../shared/prompt.ts'

/** What lies over the chat; one at a time. */
export type ChatDialog =
  | { readonly kind: 'search'; readonly words: string }
  | { readonly kind: 'prompts'; readonly edit: Prompt | null }
  | { readonly kind: 'fill'; readonly prompt: Prompt; readonly tabId: string }
  | { readonly kind: 'leaderboard' }

type State = { readonly shown: ChatDialog | null; readonly show: (dialog: ChatDialog | null) => void }

/** Which dialog of the chat is open, in whatever tab. */
export const useChatDialog = create<State>((set) => ({ shown: null, show: (shown) => set({ shown }) }))
export const showDialog = (dialog: ChatDialog | null): void => useChatDialog.getState().show(dialog)
