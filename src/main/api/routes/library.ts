import type { Drafting } from '../../library/drafting.ts'
import type { Imports } from '../../library/imports.ts'
import type { Library } from '../../library/library.ts'
import { estimateCommand, type RunCommandParts, runCommand, runCommandInChat } from '../../library/run-command.ts'
import { os } from '../os.ts'

export interface LibraryRoutesParts {
  readonly library: { readonly library: Library; readonly imports: Imports; readonly drafting: Drafting; readonly running: RunCommandParts }
}

export const libraryRoutes = ({ library: { library, imports, drafting, running } }: LibraryRoutesParts) => ({
  list: os.library.list.handler(() => library.list()),
  get: os.library.get.handler(({ input }) => library.get(input.kind, input.name)),
  remove: os.library.remove.handler(({ input }) => library.remove(input.kind, input.name)),
  inspect: os.library.inspect.handler(({ input }) =>
    'path' in input ? imports.inspectPath(input.path) : imports.inspectFiles(input.files),
  ),
  confirm: os.library.confirm.handler(async ({ input }) => ({ added: await imports.confirm(input.id, input.files) })),
  discard: os.library.discard.handler(({ input }) => imports.discard(input.id)),
  addFolder: os.library.addFolder.handler(async ({ input }) => {
    await library.addFolder(input.path)
    return library.list()
  }),
  removeFolder: os.library.removeFolder.handler(async ({ input }) => {
    await library.removeFolder(input.path)
    return library.list()
  }),
  convert: os.library.convert.handler(({ input, signal }) => drafting.convert(input.name, signal)),
  check: os.library.check.handler(({ input }) => drafting.read(input.text)),
  save: os.library.save.handler(({ input }) => drafting.save(input.text)),
  estimate: os.library.estimate.handler(({ input }) => estimateCommand(running, input)),
  run: os.library.run.handler(({ input }) => runCommand(running, input)),
  send: os.library.send.handler(({ input }) => runCommandInChat(running, input)),
})
