import { Unreachable } from "../api/refusal";

/** What is promised, or that it has not come in this time. */
export function within<T>(millis: number, promised: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unreachable(`no answer in ${millis} ms`)), millis);
  });
  return Promise.race([promised, late]).finally(() => clearTimeout(timer));
}
