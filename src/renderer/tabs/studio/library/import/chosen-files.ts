/** A file with its path within what was chosen: folders called agents and commands decide what it is. */
export type ChosenFile = { readonly path: string; readonly file: File }

const DEEPEST = 8

/** Files of a dialog, of one folder or loose. */
export function chosenFiles(files: readonly File[]): ChosenFile[] {
  return files.map((file) => ({ path: file.webkitRelativePath === '' ? file.name : file.webkitRelativePath, file }))
}

/** Files that were dropped, and those within folders that were. */
export async function droppedFiles(files: readonly File[], entries: readonly FileSystemEntry[]): Promise<ChosenFile[]> {
  if (entries.length === 0) return chosenFiles(files)
  const found = await Promise.all(entries.map((entry) => filesOf(entry, 0)))
  return found.flat()
}

async function filesOf(entry: FileSystemEntry, depth: number): Promise<ChosenFile[]> {
  const path = entry.fullPath.replace(/^\//, '')
  if (entry instanceof FileSystemFileEntry) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
    return [{ path, file }]
  }
  if (!(entry instanceof FileSystemDirectoryEntry) || depth === DEEPEST || isPassedOver(path)) return []
  const inside: ChosenFile[] = []
  for (const each of await entriesOf(entry.createReader())) inside.push(...(await filesOf(each, depth + 1)))
  return inside
}

/** A reader hands out some at a time, and none at its end. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const found: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (some.length === 0) return found
    found.push(...some)
  }
}

/** Whether a file of this path can hold a command or an agent. */
export function canHold(path: string): boolean {
  return /\.(?:md|markdown|mdc|json)$/i.test(path) && !isPassedOver(path)
}

/** A hidden folder can be chosen, and is passed over within one. */
function isPassedOver(path: string): boolean {
  const parts = path.split('/')
  return parts.slice(parts.length > 1 ? 1 : 0).some((part) => part.startsWith('.') || part === 'node_modules')
}
