/** The lines of an answer as they come; what follows the last end of a line is not one. */
export async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      const parts = (rest + decoder.decode(value, { stream: true })).split("\n");
      rest = parts.pop()!;
      yield* parts.filter((line) => line !== "");
    }
  } finally {
    // Whoever does not want the rest lets go of the connection.
    await reader.cancel().catch(() => undefined);
  }
}
