import { PanelLeft } from 'lucide-react'
import { m } from '../../../app/messages.ts'
import { IconButton } from '../../../components/icon-button.tsx'

type ListToggleProps = { readonly open: boolean; readonly onToggle: () => void }

/** Shows or hides the list of conversations. */
export function ListToggle({ open, onToggle }: ListToggleProps) {
  return (
    <IconButton
      label={open ? m.chat.hideConversations : m.chat.showConversations}
      aria-expanded={open}
      onClick={onToggle}
      className="aria-expanded:bg-transparent aria-expanded:text-ink-2"
    >
      <PanelLeft size={16} aria-hidden />
    </IconButton>
  )
}
