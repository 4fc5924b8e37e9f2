import { CascadeSettings, type StrategyOf } from '../../../../shared/preset.ts'
import { m } from '../../../app/messages.ts'
import { Segment } from '../../../components/segment.tsx'
import { DraftField } from '../fields/draft-field.tsx'
import { FormRow } from '../fields/form-row.tsx'
import { readNumber } from '../fields/number-reading.ts'
import { w } from '../words.ts'

const t = m.settings.presets
/** Fewer cannot agree. */
const LEAST = 2

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
        <FormRow label={w.strategies.agree} note={w.strategies.agreeNote} top>
          <DraftField
            label={w.strategies.agree}
            inputMode="numeric"
            boxClassName="w-28"
            className="text-right tabular-nums"
            saved={settings.agree ?? LEAST}
            show={String}
            read={(text) => readNumber(w.strategies.agree, text, CascadeSettings.shape.agree.unwrap())}
            commit={(agree) => onChange({ ...settings, agree })}
          />
        </FormRow>
      )}
      {settings.stopOn === 'quality' && (
        <FormRow label={t.threshold} note={t.thresholdNote} top>
          <DraftField
            label={t.threshold}
            inputMode="decimal"
            boxClassName="w-28"
            className="text-right tabular-nums"
            saved={settings.threshold}
            show={String}
            read={(text) => readNumber(t.threshold, text, CascadeSettings.shape.threshold)}
            commit={(threshold) => onChange({ ...settings, threshold })}
          />
        </FormRow>
      )}
    </>
  )
}
