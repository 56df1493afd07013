/** The shapes of requests for approval; what a server leaves out is undefined. */

import type { Operation, Vote } from "./requestTypes";
import type { Content, Permission } from "./types";

export type ApprovalStatus = "open" | "approved" | "rejected" | "withdrawn" | "timed_out";

/** A field with its values, in whatever form the field has. */
export interface FieldDifference {
  field: string;
  before?: unknown;
  after?: unknown;
}

/** What differs between what is in force and what is asked for. */
export interface ApprovalDifference {
  fields?: FieldDifference[];
  addresses?: { added: string[]; removed: string[]; newlyAdmitted: number; noLongerAdmitted: number };
  permissions?: { added: Permission[]; removed: Permission[] };
}

/** What a credential is, or is to become; of a rotation, its terms; of settings, the settings. */
export type Proposed = Partial<Content> & { permissionSet?: string } & Record<string, unknown>;

/** A change that somebody asks for, open or decided. */
export interface Approval {
  id: string;
  operation: Operation;
  status: ApprovalStatus;
  /** Absent for settings. */
  credential?: { id: string; clientId?: string; name?: string };
  requestedBy: string;
  requestedByUsername?: string;
  reason?: string;
  requestedAt: string;
  expiresAt: string;
  /** Of all that is decided on, so that nothing else can be approved. */
  digest: string;
  required: number;
  approvals: number;
  rejections: number;
  /** How many others may decide at present. */
  approvers?: number;
  /** What it starts from has changed. */
  stale?: boolean;
  base?: Proposed;
  proposed?: Proposed;
  difference?: ApprovalDifference;
  /** Codes of the demands of the realm that it would break. */
  violations?: string[];
  votes?: Vote[];
  decidedAt?: string;
  decidedBy?: string;
  pickedUpAt?: string;
  warnings?: string[];
  mayDecide?: boolean;
  mayWithdraw?: boolean;
  mayPickUp?: boolean;
}

