/** What a request for approval and what is answered instead of a result have in common. */

/** What can wait until others approve it. */
export type Operation = "create" | "update" | "enable" | "delete" | "rotate" | "settings";

/** What somebody says to a request. */
export interface Vote {
  /** A user id. */
  voter: string;
  /** Absent where the reader may not see users. */
  voterUsername?: string;
  decision: "approve" | "reject";
  reason: string;
  at: string;
  /** Whether it counts at present: the voter may have lost the right since then. */
  counts: boolean;
}

/** The open request of a credential, or of the settings, as that has it. */
export interface Pending {
  id: string;
  operation: Operation;
  /** A user id. */
  requestedBy: string;
  requestedAt: string;
  expiresAt: string;
  /** How many others have to approve. */
  required: number;
}

/** An approved secret that waits for the user who asked for it, and for nobody else. */
export interface PickUp {
  requestId: string;
  operation: Operation;
  requestedBy: string;
  approvedAt: string;
}

/** What came of a request: it was done, or it waits until others approve it. */
export type Answer<Done, Waiting> = { isWaiting: false; body: Done } | { isWaiting: true; body: Waiting };

/** Something of which a request is open. */
export type Waiting<T extends { pending?: Pending }> = T & { pending: Pending };
