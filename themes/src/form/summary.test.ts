import { readFileSync } from "node:fs";
import { createInstance, type TFunction } from "i18next";
import { describe, expect, it } from "vitest";
import catalogue from "../../../src/main/resources/permission-sets.json";
import { parseProperties } from "../../build/properties";
import type { PermissionSet } from "../api/types";
import type { PermissionRow } from "./permissions";
import { abilitySentence, addressSentence } from "./summary";

const LANGUAGES = ["en", "de", "es", "ja", "pt"];
const MESSAGES = new URL("../../theme/theme/api-credentials/admin/messages/", import.meta.url);

/** The texts as the console has them. */
const texts = createInstance({
  fallbackLng: false,
  interpolation: { escapeValue: false },
  resources: Object.fromEntries(
    LANGUAGES.map((language) => [language, { translation: parseProperties(readFileSync(new URL(`messages_${language}.properties`, MESSAGES), "utf8")) }]),
  ),
});
await texts.init();
const t = (language: string): TFunction => texts.getFixedT(language);

const monitoring: PermissionSet = { ...catalogue.find(({ type }) => type === "monitoring")!, defaultPermissions: [] };
const own: PermissionSet = {
  type: "doors",
  name: "Doors",
  description: "Doors and locks",
  catalogue: [{ type: "key", action: "turn", scopes: ["org"] }],
  defaultPermissions: [],
};
/** Rows from texts such as `transaction:read:vault:7`. */
const rows = (...permissions: string[]): PermissionRow[] =>
  permissions.map((permission, key) => {
    const [type = "", action = "", scope = "", resource = ""] = permission.split(":");
    return { key, type, action, scope, resource };
  });
const can = (language: string, ...permissions: string[]) => abilitySentence(t(language), language, monitoring, rows(...permissions));
const from = (language: string, ...entries: string[]) => addressSentence(t(language), language, entries);

describe("what a credential can do", () => {
  it.each([
    ["en", "Can read transactions in all vaults."],
    ["de", "Kann in allen Vaults Transaktionen lesen."],
    ["es", "Puede leer transacciones en todas las bóvedas."],
    ["ja", "すべてのボールトでのトランザクションの読み取りができます。"],
    ["pt", "Pode ler transações em todos os cofres."],
  ])("is a sentence in %s", (language, sentence) => {
    expect(can(language, "transaction:read:vault")).toBe(sentence);
  });

  it("names one vault", () => {
    expect(can("en", "transaction:read:vault:7e0f")).toBe("Can read transactions in vault 7e0f.");
  });

  it("tells together what is allowed alike, and the place once where it is the same for all", () => {
    const permissions = ["webhook:create:org", "webhook:read:org", "webhook:delete:org", "audit:read:org", "transaction:read:org"];
    expect(can("en", ...permissions)).toBe(
      "Can create, read, and delete webhooks; read the audit log and transactions – in the whole organization.",
    );
    expect(can("de", ...permissions)).toBe(
      "Kann in der gesamten Organisation: Webhooks erstellen, lesen und löschen; das Audit-Protokoll und Transaktionen lesen.",
    );
    expect(can("en", "audit:read:org", "transaction:read:org")).toBe(
      "Can read the audit log and transactions in the whole organization.",
    );
  });

  it("names each place where they differ", () => {
    expect(can("en", "audit:read:org", "transaction:read:vault")).toBe(
      "Can read the audit log in the whole organization; read transactions in all vaults.",
    );
  });

  it.each([
    ["en", "and 2 more."],
    ["de", "und 2 weitere Berechtigungen."],
    ["es", "y 2 permisos más."],
    ["ja", "ほか2件ができます。"],
    ["pt", "e mais 2 permissões."],
  ])("is shortened in %s", (language, end) => {
    const vaults = ["1", "2", "3", "4", "5"].map((vault) => `transaction:read:vault:${vault}`);
    const sentence = can(language, ...vaults);
    expect(sentence.endsWith(end)).toBe(true);
    expect(sentence).toContain("3");
    expect(sentence).not.toContain("4");
  });

  it("leaves out a row that was only begun", () => {
    expect(can("en", "transaction:read:vault", "webhook::")).toBe("Can read transactions in all vaults.");
    expect(can("en", "webhook::")).toBe("Can do nothing yet.");
    expect(can("en")).toBe("Can do nothing yet.");
  });

  it("uses the words of a set that is not built in", () => {
    expect(abilitySentence(t("en"), "en", own, rows("key:turn:org"))).toBe("Can turn key in the whole organization.");
  });

  it("is told of a set that is not there", () => {
    expect(abilitySentence(t("en"), "en", undefined, rows("key:read:org"))).toBe("Can read wallets in the whole organization.");
  });

  it("may be unreadable", () => {
    expect(abilitySentence(t("en"), "en", monitoring, undefined)).toBe("What it can do cannot be read.");
  });
});

describe("from where it can be used", () => {
  it.each([
    ["en", "Only from 203.0.113.7.", "Only from 257 addresses.", "From all IP addresses."],
    ["de", "Nur von 203.0.113.7 aus.", "Nur von 257 Adressen aus.", "Von allen IP-Adressen aus."],
    ["es", "Solo desde 203.0.113.7.", "Solo desde 257 direcciones.", "Desde todas las direcciones IP."],
    ["ja", "203.0.113.7からのみ使用できます。", "257個のアドレスからのみ使用できます。", "すべてのIPアドレスから使用できます。"],
    ["pt", "Somente a partir de 203.0.113.7.", "Somente a partir de 257 endereços.", "A partir de todos os endereços IP."],
  ])("is a sentence in %s", (language, one, many, all) => {
    expect(from(language, "203.0.113.7")).toBe(one);
    expect(from(language, "203.0.113.7", "198.51.100.0/24")).toBe(many);
    expect(from(language, "0.0.0.0/0")).toBe(all);
  });

  it("sees that two halves are everything", () => {
    expect(from("en", "0.0.0.0/1", "128.0.0.0/1")).toBe("From all IP addresses.");
  });

  it("counts what is right while something else is typed", () => {
    expect(from("en", "203.0.113.7", "203.0.113.")).toBe("Only from 1 address.");
  });

  it("is nothing as long as no address is entered", () => {
    expect(from("en", "")).toBe("");
    expect(from("en", "203.0.113.")).toBe("");
  });

  it("may be unreadable", () => {
    expect(addressSentence(t("en"), "en", undefined)).toBe("Its addresses cannot be read.");
  });
});
