import { open, rm } from 'node:fs/promises'
import { extname } from 'node:path'
import type { DataTask, HeldFile, ImportReport } from '../../../shared/data.ts'
import { downloadFile, followTask } from '../../../shared/data-transfer.ts'
import { TuttiError } from '../../../shared/errors.ts'
import { formatBytes, formatDate, formatNumber } from '../../../shared/format.ts'
import { ConversationId, RunId } from '../../../shared/ids.ts'
import type { CoreClient } from '../core/core-connection.ts'
import type { Seat } from '../core/seat.ts'
import type { FileArguments } from './arguments.ts'
import { EXIT_CODES } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'
import { upload } from './upload.ts'

/** Backs up, restores, exports and imports by files that the user names. Returns the exit code. */
export async function dataFiles(args: FileArguments, seat: Seat, terminal: Terminal, interrupted: AbortSignal): Promise<number> {
  const client = await seat.connect()
  const calls = { client, terminal, interrupted }
  switch (args.name) {
    case 'backup':
      await download(calls, args.file, await client.data.backUp())
      break
    case 'export':
      await download(calls, args.file, await startExport(client, args))
      break
    case 'import': {
      const id = await upload(calls, args.file)
      const { imported } = await follow(calls, (await client.data.importChats({ id })).taskId)
      if (imported !== null) terminal.out(args.json ? `${JSON.stringify(imported)}\n` : importedText(imported))
      break
    }
    case 'restore':
      await restore(calls, args.file, seat)
      break
  }
  return EXIT_CODES.answered.code
}

interface Calls {
  readonly client: CoreClient
  readonly terminal: Terminal
  readonly interrupted: AbortSignal
}

async function startExport(client: CoreClient, { file, conversation, run }: FileArguments): Promise<{ taskId: string }> {
  const ending = extname(file).toLowerCase()
  if (conversation !== null) {
    const format = ({ '.md': 'markdown', '.json': 'json', '.pdf': 'pdf' } as const satisfies Record<string, string>)[
      conversationEnding(ending)
    ]
    return client.data.exportConversation({ id: ConversationId.parse(conversation), format })
  }
  if (run === null) return client.data.exportAll({})
  if (ending !== '.md' && ending !== '.json') throw new TuttiError('invalid-input', 'A run is written as .md or .json. Name the file so.')
  return client.data.exportRun({ id: RunId.parse(run), format: ending === '.md' ? 'markdown' : 'json' })
}

function conversationEnding(ending: string): '.md' | '.json' | '.pdf' {
  if (ending === '.md' || ending === '.json' || ending === '.pdf') return ending
  throw new TuttiError('invalid-input', 'A conversation is written as .md, .json or .pdf. Name the file so.')
}

async function follow({ client, terminal, interrupted }: Calls, taskId: string): Promise<DataTask> {
  let told = 0
  const onProgress = ({ done, total }: DataTask) => {
    const tenth = total === null || total === 0 ? 0 : Math.floor((done / total) * 10)
    if (tenth > told) terminal.note(`${tenth * 10} %`)
    told = Math.max(told, tenth)
  }
  return followTask(client.data, taskId, interrupted, onProgress)
}

/** The file must not be there yet; one that is not finished is taken away again. */
async function download(calls: Calls, to: string, { taskId }: { taskId: string }): Promise<void> {
  const target = await open(to, 'wx', 0o600).catch(async (cause: unknown) => {
    await calls.client.data.cancel({ id: taskId })
    const why = cause instanceof Error && 'code' in cause && cause.code === 'EEXIST' ? 'it is there already' : String(cause)
    throw new TuttiError('invalid-input', `${to} cannot be written: ${why}. Name another file.`, { cause })
  })
  try {
    const { file } = await follow(calls, taskId)
    if (file === null) throw new TuttiError('internal', 'Nothing was made.')
    await write(calls, file, async (bytes) => void (await target.write(bytes)))
    await target.sync()
    calls.terminal.out(`${to}\n`)
    calls.terminal.note(formatBytes(file.bytes))
  } catch (error) {
    await rm(to, { force: true })
    throw error
  } finally {
    await target.close()
    await calls.client.data.dismiss({ id: taskId }).catch(() => undefined)
  }
}

async function write({ client, interrupted }: Calls, file: HeldFile, take: (bytes: Buffer) => Promise<void>): Promise<void> {
  for await (const base64 of downloadFile(client.data, file, interrupted)) await take(Buffer.from(base64, 'base64'))
}

/** Waits until the core runs on the restored data, which may be this process. */
async function restore(calls: Calls, path: string, seat: Seat): Promise<void> {
  const { client, terminal } = calls
  const { taskId } = await client.data.checkBackup({ id: await upload(calls, path) })
  const { backup } = await follow(calls, taskId)
  if (backup === null) throw new TuttiError('internal', 'The backup was not checked.')
  const gone = Promise.withResolvers<void>()
  const unsubscribe = seat.onLost(gone.resolve)
  await client.data.restore({ taskId })
  await gone.promise
  unsubscribe()
  const place = await (await seat.connect()).data.place()
  const [conversations, messages] = [backup.conversations, backup.messages].map((count) => formatNumber(count))
  terminal.out(`Restored ${conversations} conversations with ${messages} messages of ${formatDate(backup.madeAt)}.\n`)
  terminal.note(`What was there is kept in ${place.home} under set-aside/${place.setAside[0]?.id ?? ''}; Settings brings it back.`)
}

function importedText({ conversations, messages, already, leftOut }: ImportReport): string {
  const lines = [`Imported ${formatNumber(conversations)} conversations with ${formatNumber(messages)} new messages.`]
  if (already > 0) lines.push(`${formatNumber(already)} were there already.`)
  for (const { reason, count } of leftOut) lines.push(`Left out: ${formatNumber(count)} × ${reason}`)
  return `${lines.join('\n')}\n`
}
