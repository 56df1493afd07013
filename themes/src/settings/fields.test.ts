import { describe, expect, it } from "vitest";
import type { Settings } from "../api/types";
import { changesApproval, checkNumber, draftOf, isSame, isValid, type NumberPath, settingsOf } from "./fields";
import cases from "./number-cases.json";

const production: Settings = {
  environment: "production",
  audience: ["api", "ledger"],
  tokenLifespan: 600,
  addresses: { allAllowed: false, widestPrefix: 16 },
  owner: { required: true },
  expiry: { required: true, maxDays: 365 },
  rotation: { everyDays: 90, maxOverlap: "P7D" },
  unused: { disableAfterDays: 90 },
  approval: { operations: ["create", "rotate"], approvals: 2, timeout: "PT30M", serviceAccounts: true },
  notices: { email: true },
};
const json = (settings: Settings) => JSON.parse(JSON.stringify(settings)) as Settings;

describe("settings", () => {
  it("are the same after they were shown", () => {
    expect(json(settingsOf(draftOf(production), {}))).toEqual(production);
    expect(json(settingsOf(draftOf({}), {}))).toEqual({});
  });

  it("that hold anyway are not set", () => {
    const read = { addresses: { allAllowed: true }, owner: { required: false } };
    expect(json(settingsOf(draftOf(read), read))).toEqual({});
  });

  it("have the open request of a change, which is not sent back", () => {
    const pending = { id: "settings.0a1b2c3d" } as Settings["pending"];
    expect(json(settingsOf(draftOf({ pending }), { pending }))).toEqual({});
  });

  it("wait for approval where they change what does", () => {
    const before = draftOf(production);
    expect(changesApproval({ ...before, tokenLifespan: "300" }, before)).toBe(false);
    expect(changesApproval({ ...before, "approval.operations": " create  rotate " }, before)).toBe(false);
    expect(changesApproval({ ...before, "approval.operations": "create" }, before)).toBe(true);
    expect(changesApproval({ ...before, "approval.timeout": "" }, before)).toBe(true);
  });

  it("let nothing wait where no box is checked", () => {
    const draft = { ...draftOf(production), "approval.operations": "", "approval.approvals": "" };
    expect(json(settingsOf(draft, production)).approval).toEqual({ timeout: "PT30M", serviceAccounts: true });
  });

  it("that the page does not show stay, and warnings are none", () => {
    const read = { later: { than: "this" }, owner: { required: true, also: 1 }, warnings: ["x"] } as Settings;
    expect(json(settingsOf({ ...draftOf(read), "owner.required": "false" }, read))).toEqual({
      later: { than: "this" },
      owner: { also: 1 },
    });
  });

  it("are taken away where they are blank", () => {
    const draft = { ...draftOf(production), audience: " ", "rotation.maxOverlap": "", "rotation.everyDays": "" };
    expect(json(settingsOf(draft, production))).toEqual({ ...production, audience: undefined, rotation: undefined });
  });

  it("that were not changed need not be saved", () => {
    expect(isSame(draftOf(production), { ...draftOf(production), audience: " api  ledger" })).toBe(true);
    expect(isSame(draftOf({}), { ...draftOf({}), "addresses.allAllowed": "false" })).toBe(false);
  });
});

describe("a number", () => {
  const parts = (setting: string) => setting.split(" ", 2) as [NumberPath, string];

  it.each(["expiry.maxDays ", ...cases.accepted])("is accepted: %j", (setting) => {
    const [path, text] = parts(setting);
    expect(checkNumber(path, text)).toBeUndefined();
    expect(isValid({ ...draftOf({}), [path]: text })).toBe(true);
  });

  it.each(cases.refused)("is refused: %j", (setting) => {
    const [path, text] = parts(setting);
    expect(checkNumber(path, text)?.code).toBe("not_number");
    expect(isValid({ ...draftOf({}), [path]: text })).toBe(false);
  });
});
