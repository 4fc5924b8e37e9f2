import { ArrowUp, EyeOff, Square } from 'lucide-react'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { KeyCap } from '../../../components/key-cap.tsx'
import { Tooltip } from '../../../components/tooltip.tsx'
import { w } from '../words.ts'
import { AttachButton } from './attach-button.tsx'
import type { ComposerProps } from './composer.tsx'
import { ContextGauge } from './context-gauge.tsx'
import { CostLine } from './cost-line.tsx'
import type { Reader } from './file-readers.ts'
import { MemberPicker } from './member-picker.tsx'
import { PresetPicker } from './preset-picker.tsx'
import { RunLimit } from './run-limit.tsx'
import type { ComposerState } from './use-composer.ts'

type ComposerBarProps = {
  readonly composer: ComposerState
  readonly seats: readonly Reader[]
  readonly running: ComposerProps['running']
}

/** The line under the text: files, preset, members, blind; how full the context is, what it costs, and the button that asks. */
export function ComposerBar({ composer, seats, running }: ComposerBarProps) {
  const { draft, preset, estimate } = composer
  return (
    <div className="flex min-w-0 items-center gap-1.5 px-2 pt-1.5 pb-2 max-narrow:flex-wrap">
      <AttachButton onFiles={(files) => void draft.attach(files)} />
      <PresetPicker preset={preset} onChoose={composer.choosePreset} />
      {preset && (
        <MemberPicker
          preset={preset}
          seats={seats}
          only={draft.only}
          blind={draft.blind}
          onChoose={draft.setOnly}
          onPreset={composer.choosePreset}
        />
      )}
      {seats.length > 1 && (
        <Tooltip text={w.blindHelp} side="top">
          <Button look="bare" small aria-pressed={draft.blind} onClick={() => draft.setBlind(!draft.blind)}>
            <EyeOff size={14} aria-hidden />
            <span className="max-wide:sr-only">{w.blind}</span>
          </Button>
        </Tooltip>
      )}
      <span className="mr-1.5 ml-auto flex min-w-0 items-center justify-end gap-2">
        {!running && estimate?.context && <ContextGauge context={estimate.context} />}
        {running ? <RunLimit runId={running.runId} /> : <CostLine estimate={estimate} demo={preset?.demo ?? false} />}
      </span>
      {running ? (
        <Button look="strong" onClick={running.stop} className="h-[1.875rem]!">
          <Square size={14} aria-hidden />
          {m.chat.stopAll}
          <KeyCap>{m.chat.escape}</KeyCap>
        </Button>
      ) : composer.needsConsent ? (
        <Button look="strong" disabled={!composer.canSend} onClick={() => composer.send(true)} className="h-[1.875rem]!">
          {m.chat.askAnyway}
        </Button>
      ) : (
        <Button look="main" type="submit" disabled={composer.blocked} className="h-[1.875rem]! pr-3!">
          <ArrowUp size={16} aria-hidden />
          {m.chat.ask}
        </Button>
      )}
    </div>
  )
}
