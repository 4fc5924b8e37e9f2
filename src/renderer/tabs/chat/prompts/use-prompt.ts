import { type Prompt, variablesOf } from '../../../../shared/prompt.ts'
import { useSession } from '../../../state/use-session.ts'
import { showDialog } from '../chat-dialog.ts'

/** Puts a prompt into the draft of a tab; what it asks for is asked first. */
export function usePrompt(tabId: string): (prompt: Prompt) => void {
  const { tabs } = useSession()
  return (prompt) => {
    tabs.change(tabId, { draft: variablesOf(prompt.text).length === 0 ? prompt.text : '' })
    if (variablesOf(prompt.text).length > 0) showDialog({ kind: 'fill', prompt, tabId })
  }
}
