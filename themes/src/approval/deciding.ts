import { Refusal } from "../api/refusal";

/** Refusals after which the page is not as the request is: what has become of it in the meantime. */
const OUTDATED = ["stale", "request_decided", "already_voted"] as const;
export type Outdated = (typeof OUTDATED)[number];

/** What has become of a request that a vote came too late for; undefined for any other failure. */
export function outdatedBy(error: unknown): Outdated | undefined {
  if (error instanceof Refusal && error.status === 404) {
    // Another request has taken its place.
    return "request_decided";
  }
  return error instanceof Refusal && error.status === 409
    ? OUTDATED.find((code) => error.problems.some((problem) => problem.code === code))
    : undefined;
}
