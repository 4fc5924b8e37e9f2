import { CascadeSettings, type StrategyOf } from '../../../../shared/preset.ts'
import { m } from '../../../app/messages.ts'
import { Segment } from '../../../components/segment.tsx'
import { FormRow } from '../fields/form-row.tsx'
import { w } from '../words.ts'
import { NumberRow } from './number-row.tsx'

const t = m.settings.presets
/** Fewer cannot agree. */
const LEAST = 2
const { agree, threshold } = CascadeSettings.shape

type Settings = StrategyOf<'cascade'>
type CascadeFieldsProps = { readonly settings: Settings; readonly onChange: (settings: Settings) => void }

const NOTES = { agreement: t.stopAgreementNote, quality: t.stopQualityNote, calibrated: t.stopCalibratedNote } as const

/** What makes the next, dearer member unnecessary. */
export function CascadeFields({ settings, onChange }: CascadeFieldsProps) {
  return (
    <>
      <FormRow label={t.stopOn} note={NOTES[settings.stopOn]} top>
        <div>
          <Segment
            label={t.stopOn}
            value={settings.stopOn}
            options={[
              { value: 'agreement', label: t.stopAgreement },
              { value: 'quality', label: t.stopQuality },
              { value: 'calibrated', label: t.stopCalibrated },
            ]}
            onChange={(stopOn) => onChange({ ...settings, stopOn })}
          />
        </div>
      </FormRow>
      {settings.stopOn === 'agreement' && (
        <NumberRow
          label={w.strategies.agree}
          note={w.strategies.agreeNote}
          whole
          saved={settings.agree ?? LEAST}
          schema={agree.unwrap()}
          commit={(value) => onChange({ ...settings, agree: value })}
        />
      )}
      {settings.stopOn === 'quality' && (
        <NumberRow
          label={t.threshold}
          note={t.thresholdNote}
          saved={settings.threshold}
          schema={threshold.unwrap()}
          commit={(value) => onChange({ ...settings, threshold: value })}
        />
      )}
    </>
  )
}
