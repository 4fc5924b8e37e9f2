import { useState } from 'react'
import { m } from '../../../app/messages.ts'
import { Button } from '../../../components/button.tsx'
import { Dialog } from '../../../components/dialog.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { saveFile } from '../../../state/save-file.ts'
import { w } from '../words.ts'
import { BeliefTable } from './belief-table.tsx'
import { ProfileTable } from './profile-table.tsx'
import { ReliabilityTable } from './reliability-table.tsx'
import { taskName } from './task-name.ts'
import { useExperience } from './use-experience.ts'

const e = w.experience

/** What was learned of models and what they did: looked at, exported, forgotten. */
export function ExperiencePart() {
  const { learned, reset } = useExperience()
  const [asking, setAsking] = useState(false)
  if (learned === null) return null
  const { experience, profiles } = learned
  const own = experience.beliefs.some(({ ownCount }) => ownCount > 0) || experience.reliability.count > 0
  const nothing = experience.beliefs.length === 0 && profiles.length === 0
  return (
    <section aria-label={e.title} data-setting={e.title} className="mt-6 rounded-sheet">
      <div className="mb-1.5 flex min-h-7 flex-wrap items-end gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <h3 className="font-semibold">{e.title}</h3>
          <p className="text-12 text-pretty text-ink-2">{e.intro}</p>
        </div>
        {!nothing && (
          <Button onClick={() => saveFile('tutti-learned.json', JSON.stringify({ experience, profiles }, null, 2))}>{e.exportFile}</Button>
        )}
        {own && <Button onClick={() => setAsking(true)}>{e.reset}</Button>}
      </div>
      <Sheet className="grid gap-4 px-4 py-3">
        {nothing && <p className="text-ink-2">{e.nothing}</p>}
        {experience.beliefs.length > 0 && <BeliefTable beliefs={experience.beliefs} />}
        {experience.calibrated.length > 0 && (
          <p className="text-12 text-ink-2">
            {e.calibrated(experience.calibrated.map(({ taskType, basedOn }) => e.onAnswers(taskName(taskType), basedOn)).join(', '))}
          </p>
        )}
        {experience.reliability.count > 0 && <ReliabilityTable reliability={experience.reliability} />}
        {profiles.length > 0 && <ProfileTable profiles={profiles} />}
      </Sheet>
      <Dialog
        open={asking}
        title={e.resetTitle}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{m.common.cancel}</Button>
            <Button
              look="strong"
              onClick={() => {
                setAsking(false)
                void reset()
              }}
            >
              {e.reset}
            </Button>
          </>
        }
      >
        {e.resetNote}
      </Dialog>
    </section>
  )
}
