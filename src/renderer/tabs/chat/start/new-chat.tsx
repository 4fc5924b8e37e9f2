import { m } from '../../../app/messages.ts'
import { Logo } from '../../../components/logo.tsx'
import { Tag } from '../../../components/tag.tsx'
import { Composer } from '../composer/composer.tsx'
import { useDraft } from '../composer/use-draft.ts'
import { usePreset } from '../composer/use-preset.ts'
import { ListToggle } from '../list/list-toggle.tsx'
import { RealModels } from './real-models.tsx'
import { TryRows } from './try-rows.tsx'

type NewChatProps = { readonly tabId: string; readonly listOpen: boolean; readonly onToggleList: () => void }

/** A conversation that does not exist yet: the composer in the middle, and an answer within one click. */
export function NewChat({ tabId, listOpen, onToggleList }: NewChatProps) {
  const { presetId } = useDraft(tabId)
  const { preset } = usePreset(null, presetId)
  return (
    <section aria-label={m.chat.newConversation} className="relative min-w-0 flex-1 overflow-y-auto">
      {!listOpen && (
        <div className="absolute top-2.5 left-6 max-narrow:left-3">
          <ListToggle open={listOpen} onToggle={onToggleList} />
        </div>
      )}
      <div className="mx-auto grid min-h-full max-w-[49rem] content-center px-8 pt-10 pb-10 max-narrow:px-4">
        <Logo className="-ml-[5px] w-10" />
        <h1 className="mt-[18px] text-28 font-medium tracking-[-0.018em] text-balance">{m.chat.headline}</h1>
        <p className="mt-2 text-15 text-ink-2">{m.chat.subline}</p>
        <Composer tabId={tabId} conversationId={null} parentId={null} running={null} placeholder={m.chat.askSomething} tall />
        {preset?.demo && (
          <p className="mt-2.5 flex flex-wrap items-center gap-2 text-12 text-ink-2">
            <Tag>{m.common.demo}</Tag>
            {m.chat.demoNote(preset.asked.length)}
          </p>
        )}
        <TryRows tabId={tabId} />
        <RealModels />
      </div>
    </section>
  )
}
