import { VirtuosoMockContext } from 'react-virtuoso'
import { ToastList } from '../../../../../src/renderer/components/toast-list.tsx'
import type { Session } from '../../../../../src/renderer/state/session.ts'
import OrchestrationTab from '../../../../../src/renderer/tabs/orchestration/orchestration-tab.tsx'
import type { RunView } from '../../../../../src/shared/run.ts'
import type { RunInspection } from '../../../../../src/shared/run-inspection.ts'
import { renderIn, startSession } from '../../../support/render-page.tsx'
import { type ScriptedCore, scriptedCore } from '../../../support/scripted-core.ts'

type OpenRuns = { readonly core: ScriptedCore; readonly session: Session }

/** Runs at a place, on a core that knows these runs and their effects. Rows have a height, since there is no layout here. */
export async function openRuns(
  place: string,
  views: readonly RunView[],
  inspections: Readonly<Record<string, Partial<RunInspection>>> = {},
): Promise<OpenRuns> {
  const core = scriptedCore()
  for (const view of views) core.runs.set(view.id, view)
  for (const [id, inspection] of Object.entries(inspections)) core.inspections.set(id, inspection)
  const session = await startSession(core)
  session.tabs.open('orchestration', place)
  renderIn(
    session,
    <VirtuosoMockContext value={{ viewportHeight: 1200, itemHeight: 40 }}>
      <OrchestrationTab />
      <ToastList />
    </VirtuosoMockContext>,
  )
  return { core, session }
}
