import { expect, it } from "vitest";
import audited from "../record/audited-fields.json";
import { PATHS } from "../settings/fields";
import { FIELD_KEYS, fieldIn, kindOf } from "./fieldKeys";

it("names every field that the server writes into a record", () => {
  const { credential, details, proposed } = audited;
  expect([...credential, ...details, ...proposed].filter((field) => FIELD_KEYS[field] === undefined)).toEqual([]);
});

it("names every setting as on the page of the settings", () => {
  expect([...audited.settings].sort()).toEqual([...PATHS].sort());
});

it("takes what is asked for apart", () => {
  expect(fieldIn("proposed.owner.team")).toEqual({ field: "owner.team", isProposed: true });
  expect(fieldIn("owner.team")).toEqual({ field: "owner.team", isProposed: false });
});

it("tells instants, durations, words and flags from texts", () => {
  const kinds = [
    kindOf("delivery.expiresAt", "2027-01-01T00:00:00Z"),
    kindOf("overlap", "PT24H"),
    kindOf("approval.operations", "create"),
    kindOf("tokens_revoked", "false"),
    kindOf("allowedIps", "10.0.0.1"),
  ];
  expect(kinds).toEqual(["instant", "duration", "operation", "flag", "text"]);
});

it("leaves a name as it is, whatever it looks like", () => {
  expect(["PT24H", "false", "2027-01-01T00:00:00Z"].map((name) => kindOf("name", name))).toEqual(["text", "text", "text"]);
});
