/** All of an answer, unless it has more bytes than that: then undefined, and the rest is not read. */
export async function bounded(body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array[] | undefined> {
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return parts;
    }
    size += value.length;
    if (size > most) {
      await reader.cancel();
      return undefined;
    }
    parts.push(value);
  }
}
