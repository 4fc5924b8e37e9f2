import type { Archive } from '../../archive/archive.ts'
import { os } from '../os.ts'

export const dataRoutes = ({ archive }: { readonly archive: Archive }) => ({
  place: os.data.place.handler(({ signal }) => archive.place(signal)),
  watch: os.data.watch.handler(({ signal }) => archive.tasks.watch(signal)),
  cancel: os.data.cancel.handler(({ input }) => archive.tasks.cancel(input.id)),
  dismiss: os.data.dismiss.handler(({ input }) => archive.dismiss(input.id)),
  beginUpload: os.data.beginUpload.handler(({ input }) => archive.files.beginUpload(input.name, input.bytes)),
  upload: os.data.upload.handler(({ input }) => archive.files.upload(input.id, input.offset, input.base64)),
  read: os.data.read.handler(({ input }) => archive.files.read(input.id, input.offset)),
  discard: os.data.discard.handler(({ input }) => archive.files.discard(input.id)),
  exportConversation: os.data.exportConversation.handler(({ input }) => archive.exportConversation(input)),
  exportRun: os.data.exportRun.handler(({ input }) => archive.exportRun(input)),
  exportAll: os.data.exportAll.handler(({ input }) => archive.exportAll(input.language)),
  backUp: os.data.backUp.handler(() => archive.backUp()),
  importChats: os.data.importChats.handler(({ input }) => archive.importChats(input.id)),
  checkBackup: os.data.checkBackup.handler(({ input }) => archive.checkBackup(input.id)),
  restore: os.data.restore.handler(({ input }) => archive.restore(input.taskId)),
  bringBack: os.data.bringBack.handler(({ input }) => archive.bringBack(input.id)),
  forgetSetAside: os.data.forgetSetAside.handler(({ input }) => archive.forgetSetAside(input.id)),
  deleteAll: os.data.deleteAll.handler(({ signal }) => archive.deleteAll(signal)),
})
