/** What a request for approval and what is answered instead of a result have in common. */

import type { Schemas } from "./schemas";

/** What can wait until others approve it. */
export type Operation = Schemas["Operation"];

/** What somebody says to a request. `counts` is whether the voter may decide at present. */
export type Vote = Schemas["Vote"];

/** The open request of a credential, or of the settings, as that has it. */
export type Pending = Schemas["Pending"];

/** An approved secret that waits for the user who asked for it, and for nobody else. */
export type PickUp = Schemas["PickUp"];

/** What came of a request: it was done, or it waits until others approve it. */
export type Answer<Done, Waiting> = { isWaiting: false; body: Done } | { isWaiting: true; body: Waiting };

/** Something of which a request is open. */
export type Waiting<T extends { pending?: Pending }> = T & { pending: Pending };
