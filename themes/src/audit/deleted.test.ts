import { expect, it } from "vitest";
import type { AuditRecord } from "../api/auditTypes";
import { deletedIn } from "./deleted";

const record = (action: string, id?: string) => ({ "event.action": action, "api_credential.id": id }) as AuditRecord;

it("knows the credentials of which a record tells the deletion, and no others", () => {
  const records = [record("delete", "1"), record("update", "1"), record("create", "2"), record("delete")];
  expect(deletedIn(records)).toEqual(["1"]);
});
