import { ChevronDown, ChevronRight, CornerDownRight, MessageCircleQuestionMark } from 'lucide-react'
import { classNames } from '../../../components/class-names.ts'
import { Tag } from '../../../components/tag.tsx'
import { plainLine } from '../members/plain-line.ts'
import { w } from '../words.ts'
import type { TreeRow } from './branch-tree.ts'

type TreeItemProps = {
  readonly row: TreeRow
  readonly tabStop: boolean
  readonly onFocus: () => void
  readonly onOpen: () => void
  readonly onFold: () => void
}

/** A message of the tree: what it says in a line, how many ways go on, whether it is shown. */
export function TreeItem({ row, tabStop, onFocus, onOpen, onFold }: TreeItemProps) {
  const { message, level, ways, open, shown, head } = row
  const asked = message.role === 'user'
  const Icon = asked ? MessageCircleQuestionMark : CornerDownRight
  const Fold = open ? ChevronDown : ChevronRight
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the tree around it.
    <div
      role="treeitem"
      data-id={message.id}
      tabIndex={tabStop ? 0 : -1}
      aria-level={level}
      aria-expanded={open ?? undefined}
      aria-selected={head}
      aria-current={shown ? 'true' : undefined}
      onFocus={onFocus}
      onClick={onOpen}
      style={{ paddingLeft: `${(level - 1) * 0.875 + 0.25}rem` }}
      className={classNames(
        'flex min-h-7 cursor-default items-center gap-2 rounded-r-control border-l-2 pr-2 hover:bg-hover',
        shown ? 'border-accent' : 'border-transparent text-ink-2',
      )}
    >
      <Icon size={14} aria-hidden className="flex-none text-ink-3" />
      <span className={classNames('min-w-0 flex-1 truncate', asked && 'font-medium')}>
        <span className="sr-only">{asked ? w.youAsked : w.answered}: </span>
        {plainLine(message.text, 120) || (asked ? (message.attachments[0]?.name ?? '') : w.emptyAnswer)}
      </span>
      {head && <Tag tone="accent">{w.shownBranch}</Tag>}
      {open !== null && (
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          title={w.forks(ways)}
          onClick={(event) => {
            event.stopPropagation()
            onFold()
          }}
          className="figures flex h-6 flex-none items-center gap-0.5 rounded-key px-1 text-12 text-ink-2 hover:bg-hover"
        >
          {ways}
          <Fold size={14} aria-hidden />
        </button>
      )}
    </div>
  )
}
