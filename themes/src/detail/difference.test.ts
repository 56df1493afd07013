import { describe, expect, it } from "vitest";
import { differences, madeSince } from "./difference";

const READ = { type: "balances", action: "read", scope: "vault", resource: "7" };
const CREATE = { type: "vault", action: "create", scope: "org" };

describe("the difference between two states", () => {
  it("has what is gone and what has come", () => {
    const before = { name: "Reader", enabled: true, allowedIps: ["10.0.0.1", "10.0.0.2"], permissions: [READ, CREATE] };
    const after = { name: "Reader 2", enabled: true, allowedIps: ["10.0.0.2", "10.0.0.3"], permissions: [READ] };

    expect(differences(before, after)).toEqual([
      { field: "name", before: ["Reader"], after: ["Reader 2"] },
      { field: "allowedIps", before: ["10.0.0.1"], after: ["10.0.0.3"] },
      { field: "permissions", before: ["vault:create:org"], after: [] },
    ]);
  });

  it("has a description that was added or taken away", () => {
    expect(differences({}, { description: "Nightly" })).toEqual([
      { field: "description", before: [], after: ["Nightly"] },
    ]);
    expect(differences({ description: "Nightly" }, {})).toEqual([
      { field: "description", before: ["Nightly"], after: [] },
    ]);
  });

  it("is nothing between equal states, in whatever order their lists are", () => {
    expect(
      differences({ allowedIps: ["10.0.0.1", "10.0.0.2"] }, { allowedIps: ["10.0.0.2", "10.0.0.1"] }),
    ).toEqual([]);
  });
});

it("what was made since is found by its time", () => {
  const entries = ["2026-11-25T12:00:01Z", "2026-11-25T12:00:00Z"].map((time) => ({ kind: "change" as const, time }));
  expect(madeSince(entries, "2026-11-25T12:00:00.000Z")).toEqual([entries[0]]);
  expect(madeSince(entries, undefined)).toEqual(entries);
});
