import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { addressOf, enteredOf, filterOf, OPERATIONS } from "./filtering";

const JAVA = new URL("../../../src/main/java/io/apicredentials/audit/AuditOperation.java", import.meta.url);

it("knows the operations of the server", () => {
  const constants = [...readFileSync(JAVA, "utf8").matchAll(/^ {4}([A-Z_]+)[,;]$/gm)].map(([, name]) => name!);
  expect(OPERATIONS).toEqual(constants.map((name) => name.toLowerCase().replaceAll("_", "-")));
});

it("comes back from the address of the page, without what is blank", () => {
  const entered = { from: "2026-11-01", actor: " owner ", operation: "" };
  expect(enteredOf(new URLSearchParams(addressOf(entered)))).toEqual({ from: "2026-11-01", actor: "owner" });
});

it("has all of the first and of the last day, as the reader has them", () => {
  const { from, to } = filterOf({ from: "2026-11-01", to: "2026-11-01" });
  expect(new Date(from!).toString()).toContain("Nov 01 2026 00:00:00");
  expect(new Date(to!).toString()).toContain("Nov 02 2026 00:00:00");
});

it("does not narrow by a day that is none", () => {
  expect(filterOf({ from: "yesterday", to: "2026-11", actor: "server" })).toEqual({ actor: "server" });
});
