import { createServer, type RequestListener } from 'node:http'
import { z } from 'zod'

/** A web server on this computer; `asked` are the paths that it was asked for. */
export async function openSite(answer: RequestListener) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = z.object({ port: z.number() }).parse(server.address())
  return {
    asked,
    port,
    url: `http://127.0.0.1:${port}`,
    place: `127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
