import { describe, expect, it } from "vitest";
import type { Approval } from "../api/approvalTypes";
import { Refusal } from "../api/refusal";
import { addressChanges, fieldChanges, partsOf, permissionChanges } from "./changes";
import { outdatedBy } from "./deciding";

const READ = { type: "balances", action: "read", scope: "vault", resource: "7" };
const READ_ALL = { type: "balances", action: "read", scope: "org" };
const DELETE = { type: "key", action: "delete", scope: "org" };

/** As the server answers. */
const request: Approval = {
  id: "7dd5.0a1b2c3d",
  operation: "update",
  status: "open",
  credential: { id: "7dd5", clientId: "apicred-7", name: "Reader" },
  requestedBy: "u",
  requestedAt: "2026-11-25T12:00:00Z",
  expiresAt: "2026-11-25T13:00:00Z",
  digest: "sha256:00",
  required: 1,
  approvals: 0,
  rejections: 0,
  base: { name: "Reader", permissions: [READ_ALL] },
  proposed: { name: "Reader 2", permissions: [READ_ALL, READ, DELETE] },
  difference: {
    fields: [
      { field: "name", before: "Reader", after: "Reader 2" },
      { field: "owner", after: { team: "Treasury", contact: "treasury@example.com" } },
    ],
    addresses: { added: ["10.0.0.0/16", "10.1.0.1"], removed: ["10.2.0.1"], newlyAdmitted: 65537, noLongerAdmitted: 1 },
    permissions: { added: [READ, DELETE], removed: [] },
  },
  votes: [],
  mayDecide: true,
  mayWithdraw: false,
  mayPickUp: false,
};

describe("what is asked for", () => {
  it("has addresses with how many each has, those that come first", () => {
    expect(addressChanges(request)).toEqual([
      { value: "10.0.0.0/16", isAdded: true, addresses: 65536 },
      { value: "10.1.0.1", isAdded: true, addresses: 1 },
      { value: "10.2.0.1", isAdded: false, addresses: 1 },
    ]);
  });

  it("tells a permission that allows something new from one that another includes", () => {
    expect(permissionChanges(request)).toEqual([
      { value: READ, isAdded: true, isCovered: true },
      { value: DELETE, isAdded: true, isCovered: false },
    ]);
  });

  it("tells what is taken away from what stays allowed", () => {
    const removed = { ...request, difference: { fields: [], permissions: { added: [], removed: [READ, DELETE] } } };
    const proposed = { permissions: [READ_ALL] };
    expect(permissionChanges({ ...removed, proposed }).map(({ isCovered }) => isCovered)).toEqual([true, false]);
  });

  it("has fields with the parts of what they were and are to be", () => {
    expect(fieldChanges(request)).toEqual([
      { field: "name", before: ["Reader"], after: ["Reader 2"] },
      { field: "owner", before: [], after: ["Treasury", "treasury@example.com"] },
    ]);
  });

  it("has no terms that say nothing", () => {
    const fields = [
      { field: "enabled", after: true },
      { field: "revokeTokens", after: false },
      { field: "overlap", after: "P7D" },
    ];
    expect(fieldChanges({ ...request, difference: { fields } })).toEqual([{ field: "overlap", before: [], after: ["P7D"] }]);
  });

  it("is nothing where there is no difference", () => {
    const bare = { ...request, difference: { fields: [] } };
    expect([...addressChanges(bare), ...permissionChanges(bare), ...fieldChanges(bare)]).toEqual([]);
  });

  it("has texts in whatever form they come", () => {
    expect([null, undefined, "", [], {}].flatMap(partsOf)).toEqual([]);
    expect(partsOf(["create", "update"])).toEqual(["create", "update"]);
    expect([partsOf(0), partsOf(false)]).toEqual([["0"], ["false"]]);
  });
});

describe("a vote that comes too late", () => {
  const refusal = (status: number, code: string) => new Refusal(status, [{ field: "", errorMessage: "no", code }], "no");

  it("is told by the code of the refusal", () => {
    expect(["stale", "request_decided", "already_voted"].map((code) => outdatedBy(refusal(409, code)))).toEqual([
      "stale",
      "request_decided",
      "already_voted",
    ]);
  });

  it("is about something that is gone where there is no such request", () => {
    expect(outdatedBy(new Refusal(404, [], "no"))).toBe("request_decided");
  });

  it("is none where something else is wrong", () => {
    expect(outdatedBy(refusal(403, "own_request"))).toBeUndefined();
    expect(outdatedBy(refusal(409, "busy"))).toBeUndefined();
    expect(outdatedBy(new TypeError("stale"))).toBeUndefined();
  });
});
