import { appContract } from './contract/app.ts'
import { attachmentsContract } from './contract/attachments.ts'
import { busContract } from './contract/bus.ts'
import { chatContract } from './contract/chat.ts'
import { conversationsContract } from './contract/conversations.ts'
import { dataContract } from './contract/data.ts'
import { experienceContract } from './contract/experience.ts'
import { hostContract } from './contract/host.ts'
import { labContract } from './contract/lab.ts'
import { libraryContract } from './contract/library.ts'
import { metricsContract } from './contract/metrics.ts'
import { modelsContract } from './contract/models.ts'
import { pipelinesContract } from './contract/pipelines.ts'
import { presetsContract } from './contract/presets.ts'
import { promptsContract } from './contract/prompts.ts'
import { providersContract } from './contract/providers.ts'
import { runsContract } from './contract/runs.ts'
import { settingsContract } from './contract/settings.ts'
import { toolsContract } from './contract/tools.ts'
import { votesContract } from './contract/votes.ts'

/**
 * Every procedure that a page may call, one file an area. Input is parsed by the receiver, whoever sent it.
 */
export const contract = {
  app: appContract,
  bus: busContract,
  conversations: conversationsContract,
  chat: chatContract,
  runs: runsContract,
  providers: providersContract,
  models: modelsContract,
  metrics: metricsContract,
  presets: presetsContract,
  settings: settingsContract,
  attachments: attachmentsContract,
  data: dataContract,
  experience: experienceContract,
  lab: labContract,
  library: libraryContract,
  pipelines: pipelinesContract,
  prompts: promptsContract,
  tools: toolsContract,
  votes: votesContract,
}

/** What only processes of the same user reach, over the data folder's socket. */
export const localContract = { ...contract, host: hostContract }
