import { describe, expect, it } from "vitest";
import { linesOf } from "./lines";

/** An answer that comes in these pieces. */
const answer = (...pieces: Uint8Array[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      pieces.forEach((piece) => controller.enqueue(piece));
      controller.close();
    },
  });
const bytes = (text: string) => new TextEncoder().encode(text);
const all = async (body: ReadableStream<Uint8Array>) => {
  const lines: string[] = [];
  for await (const line of linesOf(body)) {
    lines.push(line);
  }
  return lines;
};

describe("the lines of an answer", () => {
  it("are whole, wherever the pieces end", async () => {
    expect(await all(answer(bytes("a\nb"), bytes("c\n\nd\n")))).toEqual(["a", "bc", "d"]);
  });

  it("are whole where a character is in two pieces", async () => {
    const text = bytes("größe\n");
    expect(await all(answer(text.slice(0, 3), text.slice(3)))).toEqual(["größe"]);
  });

  it("do not have what was broken off", async () => {
    expect(await all(answer(bytes('{"a":1}\n{"b":')))).toEqual(['{"a":1}']);
    expect(await all(answer())).toEqual([]);
  });

  it("let go of the answer when nobody wants the rest", async () => {
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytes("a\nb\n")),
      cancel: () => {
        isCancelled = true;
      },
    });
    for await (const line of linesOf(body)) {
      expect(line).toBe("a");
      break;
    }
    expect(isCancelled).toBe(true);
  });
});
