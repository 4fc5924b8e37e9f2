import { Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Parameters } from '../../../../shared/model.ts'
import { Member, type PresetStrategy, TaskType } from '../../../../shared/preset.ts'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { IconButton } from '../../../components/icon-button.tsx'
import { Select } from '../../../components/select.tsx'
import { DraftField } from '../fields/draft-field.tsx'
import { readNumber } from '../fields/number-reading.ts'
import { right } from '../fields/reading.ts'
import { useModelLabel } from '../use-model-label.ts'
import { ModelPicker } from './model-picker.tsx'
import { setParameter } from './preset-changes.ts'

const t = m.settings.presets
const MOST_FALLBACKS = 5
const LEVELS = Parameters.shape.reasoning.unwrap()
const showNumber = (value: number | undefined) => (value === undefined ? '' : String(value))

type MemberFieldsProps = {
  readonly member: Member
  readonly strategy: PresetStrategy
  readonly onChange: (change: (member: Member) => Member) => void
}

/** A member's parameters; an empty field is the vendor's own. */
export function MemberFields({ member, strategy, onChange }: MemberFieldsProps) {
  const label = useModelLabel()
  const { parameters, fallbacks, specialities } = member
  return (
    <div className="grid grid-cols-4 gap-x-3 gap-y-2.5 pt-1 pb-3 pl-13 @max-[40rem]:grid-cols-2 @max-[40rem]:pl-0">
      <Cell label={t.temperature}>
        <DraftField
          label={t.temperature}
          inputMode="decimal"
          placeholder={t.vendorsOwn}
          saved={parameters.temperature}
          show={showNumber}
          read={(text) => readNumber(t.temperature, text, Parameters.shape.temperature, right(undefined))}
          commit={(value) => onChange((before) => setParameter(before, 'temperature', value))}
        />
      </Cell>
      <Cell label={t.topP}>
        <DraftField
          label={t.topP}
          inputMode="decimal"
          placeholder={t.vendorsOwn}
          saved={parameters.topP}
          show={showNumber}
          read={(text) => readNumber(t.topP, text, Parameters.shape.topP, right(undefined))}
          commit={(value) => onChange((before) => setParameter(before, 'topP', value))}
        />
      </Cell>
      <Cell label={t.reasoning}>
        <Select<string>
          label={t.reasoning}
          value={parameters.reasoning ?? 'default'}
          options={[
            { value: 'default', label: t.reasoningLevels.default },
            ...LEVELS.options.map((level) => ({ value: level, label: t.reasoningLevels[level] })),
          ]}
          onChange={(chosen) => {
            const level = LEVELS.safeParse(chosen)
            onChange((before) => setParameter(before, 'reasoning', level.success ? level.data : undefined))
          }}
        />
      </Cell>
      <Cell label={`${t.outputLimit}, ${t.outputLimitNote}`}>
        <DraftField
          label={t.outputLimit}
          inputMode="numeric"
          className="text-right tabular-nums"
          saved={member.maxOutputTokens}
          show={String}
          read={(text) => readNumber(t.outputLimit, text, Member.shape.maxOutputTokens.unwrap())}
          commit={(maxOutputTokens) => onChange((before) => ({ ...before, maxOutputTokens }))}
        />
      </Cell>
      {strategy === 'expert' && (
        <Cell label={t.specialities} wide>
          <span className="-ml-2 flex flex-wrap gap-1">
            {TaskType.options.map((task) => (
              <Button
                key={task}
                small
                look="bare"
                aria-pressed={specialities.includes(task)}
                onClick={() =>
                  onChange((before) => ({
                    ...before,
                    specialities: TaskType.options.filter((other) => before.specialities.includes(other) !== (other === task)),
                  }))
                }
              >
                {t.tasks[task]}
              </Button>
            ))}
            {specialities.length === 0 && <span className="self-center pl-2 text-12 text-ink-3">{t.everythingElse}</span>}
          </span>
        </Cell>
      )}
      <Cell label={t.fallbacks} wide>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {fallbacks.map((ref) => (
            <span key={ref} className="flex items-center">
              {label(ref)}
              <IconButton
                small
                label={m.common.removeNamed(label(ref))}
                onClick={() => onChange((before) => ({ ...before, fallbacks: before.fallbacks.filter((other) => other !== ref) }))}
              >
                <X size={14} aria-hidden />
              </IconButton>
            </span>
          ))}
          {fallbacks.length < MOST_FALLBACKS && (
            <ModelPicker
              title={t.addFallback}
              without={[member.model, ...fallbacks]}
              onPick={(ref) => onChange((before) => ({ ...before, fallbacks: [...before.fallbacks, ref] }))}
              trigger={
                <Button small>
                  <Plus size={14} aria-hidden />
                  {t.addFallback}
                </Button>
              }
            />
          )}
          <span className="text-12 text-ink-2">{t.fallbacksNote}</span>
        </span>
      </Cell>
    </div>
  )
}

type CellProps = { readonly label: string; readonly wide?: boolean; readonly children: ReactNode }

function Cell({ label, wide = false, children }: CellProps) {
  return (
    <div className={wide ? 'col-span-full grid gap-1' : 'grid min-w-0 content-start gap-1'}>
      <span aria-hidden className="text-12 text-ink-2">
        {label}
      </span>
      {children}
    </div>
  )
}
