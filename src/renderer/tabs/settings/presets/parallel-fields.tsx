import { ModelRef } from '../../../../shared/ids.ts'
import { ParallelSettings, type StrategyOf } from '../../../../shared/preset.ts'
import { m } from '../../../app/messages.ts'
import { Segment } from '../../../components/segment.tsx'
import { Select } from '../../../components/select.tsx'
import { useApp } from '../../../state/use-session.ts'
import { DraftArea } from '../fields/draft-area.tsx'
import { FormRow } from '../fields/form-row.tsx'
import { readText } from '../fields/text-reading.ts'
import { useModelLabel } from '../use-model-label.ts'
import { NumberRow } from './number-row.tsx'

const t = m.settings.presets
const FIRST = 'first'

type Settings = StrategyOf<'parallel'>
type ParallelFieldsProps = { readonly settings: Settings; readonly onChange: (settings: Settings) => void }

/** Side by side, or merged by a model with a prompt. */
export function ParallelFields({ settings, onChange }: ParallelFieldsProps) {
  const models = useApp((app) => app.models)
  const label = useModelLabel()
  const { mergeModel, mergePrompt, ...rest } = settings
  const choices = models.filter((model) => model.enabled || model.ref === mergeModel)
  const known = mergeModel === undefined || choices.some((model) => model.ref === mergeModel)
  return (
    <>
      <FormRow label={t.merge}>
        <div>
          <Segment
            label={t.merge}
            value={settings.merge}
            options={[
              { value: 'none', label: t.mergeNone },
              { value: 'model', label: t.mergeModel },
            ]}
            onChange={(merge) => onChange({ ...settings, merge })}
          />
        </div>
      </FormRow>
      {settings.merge === 'model' && (
        <>
          <FormRow label={t.mergeBy}>
            <div>
              <Select<string>
                label={t.mergeBy}
                value={mergeModel ?? FIRST}
                options={[
                  { value: FIRST, label: t.mergeFirst },
                  ...choices.map((model) => ({ value: model.ref, label: model.label, hint: model.provider })),
                  ...(known ? [] : [{ value: mergeModel, label: label(mergeModel) }]),
                ]}
                onChange={(chosen) => {
                  const ref = ModelRef.safeParse(chosen)
                  onChange({
                    ...rest,
                    ...(mergePrompt === undefined ? {} : { mergePrompt }),
                    ...(ref.success ? { mergeModel: ref.data } : {}),
                  })
                }}
              />
            </div>
          </FormRow>
          <FormRow label={t.mergePrompt} top>
            <DraftArea
              label={t.mergePrompt}
              placeholder={t.mergePromptHint}
              saved={mergePrompt ?? ''}
              show={(text) => text}
              read={(text) => readText(t.mergePrompt, text, ParallelSettings.shape.mergePrompt.unwrap(), '')}
              commit={(text) =>
                onChange({
                  ...rest,
                  ...(mergeModel === undefined ? {} : { mergeModel }),
                  ...(text.trim() === '' ? {} : { mergePrompt: text }),
                })
              }
            />
          </FormRow>
          <NumberRow
            label={t.threshold}
            note={t.mergeThresholdNote}
            saved={settings.threshold}
            schema={ParallelSettings.shape.threshold}
            empty={{ value: undefined, shown: '0' }}
            commit={(threshold) => onChange({ ...settings, threshold })}
          />
        </>
      )}
    </>
  )
}
