/** The shapes of requests for approval; what a server leaves out is undefined. */

import type { Schemas } from "./schemas";
import type { Content } from "./types";

/** A change that somebody asks for, open or decided. */
export type Approval = Omit<Schemas["Approval"], "base" | "proposed"> & { base: Proposed; proposed: Proposed };
export type ApprovalStatus = Approval["status"];

/** A field with its values, in whatever form the field has. */
export type FieldDifference = Schemas["FieldDifference"];

/** What differs between what is in force and what is asked for. */
export type ApprovalDifference = Schemas["Difference"];

/** What a credential is, or is to become; of a rotation, its terms; of settings, the settings. */
export type Proposed = Partial<Content> & { permissionSet?: string } & Record<string, unknown>;
