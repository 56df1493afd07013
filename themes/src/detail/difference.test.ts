import { describe, expect, it } from "vitest";
import type { Change } from "../api/types";
import { changesSince, differences, differencesOf, withBefore } from "./difference";

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

describe("a change", () => {
  const change = (operation: string, representation?: unknown, time = "2026-11-25T12:00:00Z"): Change => ({
    time,
    operation,
    representation,
  });

  it("is compared with the state before it", () => {
    const [disabled, renamed, created] = withBefore([
      change("ACTION", { name: "New one", enabled: false }),
      change("UPDATE", { name: "New one", enabled: true }),
      change("CREATE", { name: "Old one", enabled: true }),
    ]).map(differencesOf);

    expect(disabled).toEqual([{ field: "enabled", before: ["true"], after: ["false"] }]);
    expect(renamed).toEqual([{ field: "name", before: ["Old one"], after: ["New one"] }]);
    expect(created).toEqual([
      { field: "name", before: [], after: ["Old one"] },
      { field: "enabled", before: [], after: ["true"] },
    ]);
  });

  it("is compared across an edit of which nothing is saved", () => {
    const [latest, elsewhere] = withBefore([
      change("UPDATE", { name: "New one" }),
      change("UPDATE"),
      change("UPDATE", { name: "Old one" }),
    ]).map(differencesOf);

    expect(latest).toEqual([{ field: "name", before: ["Old one"], after: ["New one"] }]);
    expect(elsewhere).toBeUndefined();
  });

  it("is compared with nothing where the one before it is no longer saved", () => {
    expect(withBefore([change("UPDATE", { name: "New one" })]).map(differencesOf)).toEqual([undefined]);
  });

  it("is found by its time", () => {
    const changes = [change("UPDATE", {}, "2026-11-25T12:00:01Z"), change("UPDATE", {}, "2026-11-25T12:00:00Z")];
    expect(changesSince(changes, "2026-11-25T12:00:00.000Z")).toEqual([changes[0]]);
    expect(changesSince(changes, undefined)).toEqual(changes);
  });
});
