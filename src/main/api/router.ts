import { os } from './os.ts'
import { appRoutes } from './routes/app.ts'
import { attachmentsRoutes } from './routes/attachments.ts'
import { busRoutes } from './routes/bus.ts'
import { chatRoutes } from './routes/chat.ts'
import { conversationsRoutes } from './routes/conversations.ts'
import { dataRoutes } from './routes/data.ts'
import { experienceRoutes } from './routes/experience.ts'
import { labRoutes } from './routes/lab.ts'
import { libraryRoutes } from './routes/library.ts'
import { metricsRoutes } from './routes/metrics.ts'
import { modelsRoutes } from './routes/models.ts'
import { pipelinesRoutes } from './routes/pipelines.ts'
import { presetsRoutes } from './routes/presets.ts'
import { promptsRoutes } from './routes/prompts.ts'
import { providersRoutes } from './routes/providers.ts'
import { runsRoutes } from './routes/runs.ts'
import { settingsRoutes } from './routes/settings.ts'
import { toolsRoutes } from './routes/tools.ts'
import { votesRoutes } from './routes/votes.ts'

/** The parts of the core that interfaces may reach. */
export type Core = Parameters<typeof appRoutes>[0] &
  Parameters<typeof busRoutes>[0] &
  Parameters<typeof conversationsRoutes>[0] &
  Parameters<typeof chatRoutes>[0] &
  Parameters<typeof runsRoutes>[0] &
  Parameters<typeof providersRoutes>[0] &
  Parameters<typeof modelsRoutes>[0] &
  Parameters<typeof metricsRoutes>[0] &
  Parameters<typeof presetsRoutes>[0] &
  Parameters<typeof settingsRoutes>[0] &
  Parameters<typeof attachmentsRoutes>[0] &
  Parameters<typeof dataRoutes>[0] &
  Parameters<typeof experienceRoutes>[0] &
  Parameters<typeof labRoutes>[0] &
  Parameters<typeof libraryRoutes>[0] &
  Parameters<typeof pipelinesRoutes>[0] &
  Parameters<typeof promptsRoutes>[0] &
  Parameters<typeof toolsRoutes>[0] &
  Parameters<typeof votesRoutes>[0]

/** Every route, one file an area, one line a procedure. */
export function createRouter(core: Core) {
  return os.router({
    app: appRoutes(core),
    bus: busRoutes(core),
    conversations: conversationsRoutes(core),
    chat: chatRoutes(core),
    runs: runsRoutes(core),
    providers: providersRoutes(core),
    models: modelsRoutes(core),
    metrics: metricsRoutes(core),
    presets: presetsRoutes(core),
    settings: settingsRoutes(core),
    attachments: attachmentsRoutes(core),
    data: dataRoutes(core),
    experience: experienceRoutes(core),
    lab: labRoutes(core),
    library: libraryRoutes(core),
    pipelines: pipelinesRoutes(core),
    prompts: promptsRoutes(core),
    tools: toolsRoutes(core),
    votes: votesRoutes(core),
  })
}

export type AppRouter = ReturnType<typeof createRouter>
