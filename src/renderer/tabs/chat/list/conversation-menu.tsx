import { Ellipsis, FolderMinus, FolderPlus, Pin, PinOff, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { ConversationSummary } from '../../../../shared/conversation.ts'
import { m } from '../../../app/messages.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { Menu, type MenuEntry } from '../../../components/menu.tsx'
import { useApp, useSession } from '../../../state/use-session.ts'
import { w } from '../words.ts'
import { groupNames } from './conversation-groups.ts'
import { GroupNameDialog } from './group-name-dialog.tsx'

type ConversationMenuProps = { readonly conversation: ConversationSummary; readonly title: string }

/** What can be done with a conversation of the list: pin it, put it in a group, delete it. */
export function ConversationMenu({ conversation, title }: ConversationMenuProps) {
  const { client, toasts, attempt, tabs } = useSession()
  const conversations = useApp((app) => app.conversations)
  const [naming, setNaming] = useState(false)
  const { id, pinned = false, group = null } = conversation
  const restore = () => {
    void attempt(client.conversations.restore({ id })).then((back) => {
      if (back) tabs.openConversation(back.id)
    })
  }
  const remove = async () => {
    const done = await attempt(client.conversations.remove({ id }).then(() => true))
    if (done) toasts.say(m.chat.removed(title), { label: m.common.undo, run: restore })
  }
  const put = (name: string | null) => void attempt(client.conversations.update({ id, group: name }))
  const groups = groupNames(conversations).map((name): MenuEntry => {
    return { id: `group-${name}`, label: name, chosen: name === group, onSelect: () => put(name === group ? null : name) }
  })
  const PinIcon = pinned ? PinOff : Pin
  return (
    <>
      <Menu
        label={m.chat.moreAbout(title)}
        align="end"
        trigger={
          <IconButton small label={m.chat.moreAbout(title)}>
            <Ellipsis size={14} aria-hidden />
          </IconButton>
        }
        groups={[
          {
            id: 'pin',
            entries: [
              {
                id: 'pin',
                label: pinned ? w.unpin : w.pin,
                icon: <PinIcon size={14} aria-hidden />,
                onSelect: () => void attempt(client.conversations.update({ id, pinned: !pinned })),
              },
            ],
          },
          {
            id: 'groups',
            title: w.moveTo,
            entries: [
              ...groups,
              { id: 'new', label: w.newGroup, icon: <FolderPlus size={14} aria-hidden />, onSelect: () => setNaming(true) },
              ...(group === null
                ? []
                : [{ id: 'leave', label: w.leaveGroup, icon: <FolderMinus size={14} aria-hidden />, onSelect: () => put(null) }]),
            ],
          },
          {
            id: 'row',
            entries: [{ id: 'remove', label: m.chat.remove, icon: <Trash2 size={14} aria-hidden />, onSelect: () => void remove() }],
          },
        ]}
      />
      {naming && <GroupNameDialog title={w.newGroupTitle} name="" onName={put} onClose={() => setNaming(false)} />}
    </>
  )
}
