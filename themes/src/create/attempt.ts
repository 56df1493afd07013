import { namesakes } from "../api/namesakes";
import { Refusal } from "../api/refusal";
import type { Waiting } from "../api/requestTypes";
import type { LinkTerms } from "../api/secretTypes";
import type { Content, Credential, IssuedCredential, Problem } from "../api/types";
import type { Api } from "../api/useApi";
import type { LostAttempt } from "./draft";

/** How an attempt to create a credential ended. */
export type Outcome =
  | { kind: "created"; credential: IssuedCredential }
  /** It is there without a secret, until others approve it. */
  | { kind: "waiting"; credential: Waiting<Credential> }
  | { kind: "refused"; problems: Problem[] }
  | { kind: "failed"; error: Refusal }
  | { kind: "sessionEnded" }
  /** Nothing was sent. */
  | { kind: "unreachable" }
  /** Sent, but no answer came: the credential may exist, and nobody has its secret. */
  | { kind: "lost"; lost: LostAttempt }
  /** It does exist. */
  | { kind: "orphaned"; lost: LostAttempt; orphans: Credential[] };

type Calls = Pick<Api, "list" | "create">;

/**
 * Creates a credential. A secret, or the link to it, is in one answer only, so an answer that is lost leaves a credential
 * that nobody can use: what of this name was there before is looked up first, and what is there of it afterwards in addition, made by
 * the same user, is the lost one. It has to be gone before the next attempt.
 */
export async function attempt(
  api: Calls,
  userId: string,
  permissionSet: string,
  content: Content,
  terms: LinkTerms | undefined,
  earlier: LostAttempt | undefined,
  reason?: string,
): Promise<Outcome> {
  let lost: LostAttempt;
  try {
    const orphans = earlier ? await orphansOf(api, userId, permissionSet, earlier) : [];
    if (earlier && orphans.length > 0) {
      return found(earlier, orphans);
    }
    lost = { name: content.name, known: (await namesakes(api, content.name)).map(({ id }) => id) };
  } catch (error) {
    return answered(error) ?? { kind: "unreachable" };
  }
  try {
    const { isWaiting, body } = await api.create(permissionSet, content, terms, reason);
    return isWaiting ? { kind: "waiting", credential: body } : { kind: "created", credential: body };
  } catch (error) {
    return answered(error) ?? orphaned(api, userId, permissionSet, lost);
  }
}

async function orphaned(api: Calls, userId: string, permissionSet: string, lost: LostAttempt): Promise<Outcome> {
  const orphans = await orphansOf(api, userId, permissionSet, lost).catch(() => []);
  return orphans.length > 0 ? found(lost, orphans) : { kind: "lost", lost };
}

/** Of what waits for approval, no secret was lost. */
function found(lost: LostAttempt, orphans: Credential[]): Outcome {
  const [first] = orphans;
  return first?.pending && orphans.length === 1
    ? { kind: "waiting", credential: { ...first, pending: first.pending } }
    : { kind: "orphaned", lost, orphans };
}

/** What the server said against it. A broken server, or one in between, says nothing about what was done. */
function answered(error: unknown): Outcome | undefined {
  if (!(error instanceof Refusal) || error.status >= 500) {
    return undefined;
  }
  if (error.status === 401) {
    return { kind: "sessionEnded" };
  }
  return error.problems.length > 0 ? { kind: "refused", problems: error.problems } : { kind: "failed", error };
}

async function orphansOf(
  api: Calls,
  userId: string,
  permissionSet: string,
  { name, known }: LostAttempt,
): Promise<Credential[]> {
  return (await namesakes(api, name)).filter(
    (found) => !known.includes(found.id) && found.createdBy === userId && found.permissionSet === permissionSet,
  );
}
