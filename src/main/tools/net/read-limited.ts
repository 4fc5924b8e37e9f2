/** The first `most` bytes of a body, and whether there was more; the rest is not waited for. */
export async function readLimited(
  body: AsyncIterable<Uint8Array> | null,
  most: number,
): Promise<{ readonly bytes: Uint8Array; readonly cut: boolean }> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (body === null) return { bytes: new Uint8Array(), cut: false }
  for await (const chunk of body) {
    chunks.push(chunk)
    size += chunk.length
    if (size > most) break
  }
  return { bytes: Buffer.concat(chunks).subarray(0, most), cut: size > most }
}
