import type { AuditRecord } from "../api/auditTypes";
import type { Change } from "../api/types";

/** What is told of a change, by an audit record, or by an admin event of the time before there were any. */
export interface Told {
  /** Such as `update`; of an edit through Keycloak, what its event says of it. */
  action: string;
  /** Whether it is about what holds for all credentials. */
  isOfSettings?: boolean;
  /** Where an edit through Keycloak was made, of which there is an event only. */
  path?: string;
  reason?: string;
  /** The name or the id of the user; the kind of who did it where there was none. */
  user?: string;
  actor: string;
  address?: string;
  way?: string;
  details?: unknown;
  before?: unknown;
  after?: unknown;
  /** What it was before is not known: only what it was afterwards. */
  isBeforeUnknown?: boolean;
  sequence?: number;
  hash?: string;
}

/** The fields of a credential that a change can make something else. */
const CONTENT = [
  ...["clientId", "permissionSet", "name", "description", "owner", "expiresAt", "tokenLifespan", "enabled"],
  ...["allowedIps", "permissions", "secrets", "delivery"],
];

export function toldOf(record: AuditRecord): Told {
  return {
    action: record["event.action"],
    isOfSettings: record["api_credential.id"] === undefined,
    reason: record["event.reason"],
    user: record["user.name"] ?? record["user.id"],
    actor: record["api_credential.actor"],
    address: record["source.ip"],
    way: record["api_credential.way"],
    details: record["api_credential.details"],
    before: record["api_credential.before"],
    after: record["api_credential.after"],
    sequence: record["event.sequence"],
    hash: record["event.hash"],
  };
}

/**
 * What an admin event tells.
 *
 * @param earlier the events before it, as far as they are known, the latest first
 */
export function toldByEvent(change: Change, earlier: Change[]): Told {
  const { operation, resourcePath = "", action, reason, givenReason, userId, username, ipAddress } = change;
  const isOurs = resourcePath.startsWith("api-credentials/");
  const previous = earlier.find(({ representation }) => representation !== undefined);
  const isNew = isOurs && operation === "CREATE";
  return {
    action: isOurs ? (action ?? operation.toLowerCase()) : operation,
    path: isOurs ? undefined : resourcePath,
    reason: givenReason ?? reason,
    user: username ?? userId,
    actor: "server",
    address: ipAddress,
    before: isNew ? undefined : contentOf(previous?.representation),
    after: contentOf(change.representation),
    isBeforeUnknown: change.representation !== undefined && !isNew && previous === undefined,
  };
}

function contentOf(representation: unknown): unknown {
  return typeof representation === "object" && representation !== null
    ? Object.fromEntries(Object.entries(representation).filter(([field]) => CONTENT.includes(field)))
    : undefined;
}
