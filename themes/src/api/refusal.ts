import type { Problem } from "./types";

/** A request that the server did not accept. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly problems: Problem[],
    message: string,
  ) {
    super(message);
    this.name = "Refusal";
  }
}

/** A request to which no answer came. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super(String(cause), { cause });
    this.name = "Unreachable";
  }
}

/** Reads both shapes of Keycloak's errors: a list of problems, and a single word or sentence. */
export async function refusalOf(answer: Response): Promise<Refusal> {
  const body = await answer.json().catch(() => ({}));
  const problems: Problem[] = Array.isArray(body.errors) ? body.errors : [];
  const message =
    body.errorMessage ?? body.error_description ?? body.error ?? (answer.statusText || `HTTP ${answer.status}`);
  return new Refusal(answer.status, problems, String(message));
}
