import { m } from '../../../app/messages.ts'
import { classNames } from '../../../components/class-names.ts'
import { Mark, useHue } from '../../../components/mark.tsx'
import { Tag } from '../../../components/tag.tsx'
import { QualityNote } from '../answer/quality-note.tsx'
import { useModelLabel } from '../use-labels.ts'
import { MemberFailure } from './member-failure.tsx'
import { MemberFigures } from './member-figures.tsx'
import { memberLine } from './member-line.ts'
import { MemberMenu } from './member-menu.tsx'
import type { MemberProps } from './member-props.ts'
import { memberState } from './member-state.ts'
import { MemberStatus } from './member-status.tsx'
import { MemberText } from './member-text.tsx'

/** One member under the line: who, its state, what it says, its figures. */
export function MemberColumn({ member, run, actions, mainSpeaker, questionCharacters, nameless }: MemberProps) {
  const state = memberState(member, run.outcome)
  const label = useModelLabel()
  const hue = useHue()
  const running = run.state === 'running'
  return (
    <section
      aria-label={nameless ? member.label : m.chat.member(member.number, member.label)}
      aria-busy={member.state === 'streaming' || member.state === 'asked'}
      data-member={member.number}
      tabIndex={-1}
      className={classNames(
        'flex min-w-0 flex-[1_0_13.5rem] snap-start first:basis-[12.5rem] last:basis-[12.5rem] @max-[64rem]:basis-[11.5rem] @max-[64rem]:first:basis-[10.5rem] @max-[64rem]:last:basis-[10.5rem] flex-col border-l border-line px-4 pt-3.5 outline-offset-0 first:border-l-0 first:pl-0 last:pr-0',
        hue(member.number),
        memberLine(state),
      )}
    >
      <header className="grid grid-cols-[1.125rem_minmax(0,1fr)_auto] items-center gap-x-2">
        <Mark number={member.number} label={member.label} decorative />
        <h4 title={member.label} className="truncate text-13 font-semibold">
          {member.label}
        </h4>
        {!nameless && <MemberMenu member={member} actions={actions} running={running} main={mainSpeaker === member.id} />}
        <MemberStatus member={member} state={state} className="col-start-2 col-end-[-1]" />
        {member.askedModel !== member.model && (
          <p className="col-start-2 col-end-[-1] truncate text-12 leading-[1.125rem] text-ink-2">
            {m.chat.answeredBy(label(member.askedModel))}
          </p>
        )}
        {mainSpeaker === member.id && (
          <p className="col-start-2 col-end-[-1] mt-1">
            <Tag tone="accent">{m.chat.mainAnswer}</Tag>
          </p>
        )}
      </header>
      <div className={classNames('mt-2.5 flex flex-1 flex-col gap-3', state === 'dissents' && 'dissenting')}>
        <MemberText member={member} />
        {!nameless && (
          <MemberFailure member={member} run={run} questionCharacters={questionCharacters} onRetry={() => actions.retry(member)} />
        )}
      </div>
      {!nameless && (
        <div className="mt-3 grid gap-1.5">
          <QualityNote quality={run.outcome?.qualities?.find(({ speaker }) => speaker === member.id)?.quality} />
          <MemberFigures member={member} questionCharacters={questionCharacters} />
        </div>
      )}
    </section>
  )
}
