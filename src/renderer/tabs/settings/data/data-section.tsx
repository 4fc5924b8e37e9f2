import { Copy, DatabaseBackup, Download, FileInput, History } from 'lucide-react'
import { Button } from '../../../components/button.tsx'
import { ErrorNote } from '../../../components/error-note.tsx'
import { FileButton } from '../../../components/file-button.tsx'
import { Sheet } from '../../../components/sheet.tsx'
import { useCopy } from '../../../state/use-copy.ts'
import { FormRow } from '../fields/form-row.tsx'
import { SettingsSection } from '../settings-section.tsx'
import { DeleteAll } from './delete-all.tsx'
import { KeepRow } from './keep-row.tsx'
import { placeFigures } from './place-figures.ts'
import { ProgressRow } from './progress-row.tsx'
import { SetAsideList } from './set-aside-list.tsx'
import { TaskRow } from './task-row.tsx'
import { useDataActions } from './use-data-actions.ts'
import { useDataTasks } from './use-data-tasks.ts'
import { d } from './words.ts'

/** Where the data are, how much and for how long; and everything that goes in and out of them as a file. */
export function DataSection() {
  const { tasks, place, reload } = useDataTasks()
  const actions = useDataActions(reload)
  const copy = useCopy()
  const { transfer, problem, restarting } = actions
  return (
    <SettingsSection id="data" title={d.title} intro={d.intro}>
      <div aria-live="polite">
        {restarting && <p className="mb-4 rounded-control bg-accent-soft px-2.5 py-2">{d.restarting}</p>}
        {(transfer !== null || tasks.length > 0) && (
          <Sheet className="mb-4">
            <ul aria-label={d.work}>
              {transfer !== null && <ProgressRow {...transfer} />}
              {tasks.map((task) => (
                <TaskRow
                  key={task.id}
                  task={task}
                  onStop={() => actions.stop(task.id)}
                  onDismiss={() => actions.dismiss(task.id)}
                  onSave={() => actions.save(task)}
                  onRestore={() => actions.restore(task.id)}
                />
              ))}
            </ul>
          </Sheet>
        )}
        {problem !== null && (
          <div className="mb-4">
            <ErrorNote what={problem} role="alert" />
          </div>
        )}
      </div>
      <Sheet>
        <FormRow label={d.place}>
          <div className="flex items-center gap-3">
            <code className="min-w-0 flex-1 font-mono text-12 wrap-anywhere">{place?.home ?? d.reading}</code>
            {place && (
              <Button onClick={() => copy(place.home)}>
                <Copy size={14} aria-hidden />
                {d.copyPath}
              </Button>
            )}
          </div>
        </FormRow>
        <FormRow label={d.size} {...(place === null ? {} : { note: placeFigures(place).counts })}>
          <p>{place === null ? d.reading : placeFigures(place).sizes}</p>
        </FormRow>
        <KeepRow />
      </Sheet>
      <Sheet className="mt-4">
        <FormRow label={d.exportRow} note={d.exportNote}>
          <Button className="justify-self-start" onClick={actions.exportAll}>
            <Download size={14} aria-hidden />
            {d.exportButton}
          </Button>
        </FormRow>
        <FormRow label={d.backupRow} note={d.backupNote}>
          <Button className="justify-self-start" onClick={actions.backUp}>
            <DatabaseBackup size={14} aria-hidden />
            {d.backupButton}
          </Button>
        </FormRow>
        <FormRow label={d.restoreRow} note={d.restoreNote}>
          <FileButton accept=".zip,application/zip" className="justify-self-start" onFile={actions.checkBackup}>
            <History size={14} aria-hidden />
            {d.restoreButton}
          </FileButton>
        </FormRow>
        <FormRow label={d.importRow} note={d.importNote}>
          <FileButton accept=".zip,.json,application/zip,application/json" className="justify-self-start" onFile={actions.importChats}>
            <FileInput size={14} aria-hidden />
            {d.importButton}
          </FileButton>
        </FormRow>
        <DeleteAll onDelete={actions.deleteAll} />
      </Sheet>
      <SetAsideList data={place?.setAside ?? []} onBringBack={actions.bringBack} onForget={actions.forget} />
    </SettingsSection>
  )
}
