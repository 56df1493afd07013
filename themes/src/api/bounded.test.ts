import { expect, it } from "vitest";
import { bounded } from "./bounded";

const endless = (onCancel: () => void = () => undefined) =>
  new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(10)), cancel: onCancel });

it("is all of an answer that is small enough", async () => {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      [1, 2, 3].forEach((byte) => controller.enqueue(Uint8Array.of(byte)));
      controller.close();
    },
  });
  expect((await bounded(body, 3))?.map(([byte]) => byte)).toEqual([1, 2, 3]);
});

it("is nothing of one that is too large, of which the rest is not read", async () => {
  let isCancelled = false;
  expect(await bounded(endless(() => (isCancelled = true)), 100)).toBeUndefined();
  expect(isCancelled).toBe(true);
});
