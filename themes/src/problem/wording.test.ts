import { readFileSync } from "node:fs";
import { createInstance, type TFunction } from "i18next";
import { describe, expect, it } from "vitest";
import { parseProperties } from "../../build/properties";
import { Refusal, Unreachable } from "../api/refusal";
import type { Problem } from "../api/types";
import { finding } from "./problems";
import { reasonOf, textOf } from "./wording";

const MESSAGES = new URL("../../theme/theme/api-credentials/admin/messages/", import.meta.url);

const t = await speaking("de");
const leadingZero: Problem = {
  field: "allowedIps[2]",
  code: "address_leading_zero",
  errorMessage: "'010.0.0.1' has a number with a leading zero; write each number from 0 to 255 without leading zeros.",
  params: ["010.0.0.1"],
};

describe("a problem", () => {
  it("is told in the language of the reader, with what its sentence names", () => {
    expect(textOf(t, leadingZero)).toBe(
      "„010.0.0.1“ enthält eine Zahl mit führender Null; geben Sie jede Zahl von 0 bis 255 ohne führende Nullen ein.",
    );
    expect(textOf(t, finding("text_length", null, 3, 5, 50))).toMatch(/^Die Länge ist 3; geben Sie 5 bis 50 Zeichen ein/);
    expect(textOf(t, finding("address_host_bits", "10.0.0.1/8", "10.0.0.0/8", "10.0.0.1"))).toContain(
      "geben Sie 10.0.0.0/8 für den Bereich oder 10.0.0.1 für",
    );
  });

  it("is told in the server's words if its kind is not known, or none is given", () => {
    const errorMessage = "It is too early; wait.";
    expect(textOf(t, { field: "name", code: "too_early", errorMessage, params: [null, "12"] })).toBe(errorMessage);
    expect(textOf(t, { field: "name", errorMessage })).toBe(errorMessage);
    expect(textOf(t, { field: "name", errorMessage, params: ["x"] })).toBe(errorMessage);
  });

  it.each([{ params: undefined }, { params: [] }, { params: [null] }])(
    "is told in the server's words if what the message names is not there: $params",
    ({ params }) => {
      expect(textOf(t, { ...leadingZero, params })).toBe(leadingZero.errorMessage);
      expect(textOf(t, { ...leadingZero, code: "busy", params })).toMatch(/^Eine andere Anfrage/);
    },
  );

  it("repeats of a long value as much as the server does", () => {
    expect(textOf(t, { ...leadingZero, params: ["🚀".repeat(64)] })).toContain(`„${"🚀".repeat(64)}“`);
    expect(textOf(t, { ...leadingZero, params: ["🚀".repeat(65)] })).toContain(`„${"🚀".repeat(64)}…“`);
  });

  it("repeats a value as it is", () => {
    for (const value of ["{{1}}", "$t(apiCredentials.title)", "<b>&amp;</b>", "$&"]) {
      expect(textOf(t, { ...leadingZero, params: [value] })).toContain(`„${value}“`);
    }
  });

  it("has the words of the catalogue as the pages have them, and others as they are", () => {
    expect(textOf(t, finding("permission_action_unknown", "delete", "vault", "create, read"))).toBe(
      "„Löschen“ ist keine Aktion von Vault; wählen Sie eine von diesen: Erstellen, Lesen.",
    );
    expect(textOf(t, finding("permission_type_unknown", "read me", "transactions", "balances, invoice"))).toBe(
      "„read me“ ist kein Typ von Transaktionen; wählen Sie einen von diesen: Guthaben, invoice.",
    );
    expect(textOf(t, finding("permission_set_unknown", "wallet", "wallets, transactions"))).toContain(
      "diesen: Wallets, Transaktionen.",
    );
  });
});

describe("the reason of a failure", () => {
  it("is what the server found wrong, whatever the status", () => {
    const busy: Problem = { field: "", code: "busy", errorMessage: "Another request is changing it." };
    expect(reasonOf(t, new Refusal(409, [busy], "…"))).toMatch(/^Eine andere Anfrage ändert diese API-Zugangsdaten/);
    expect(reasonOf(t, new Refusal(409, [{ ...busy, code: "later" }], "…"))).toBe("Another request is changing it.");
    expect(reasonOf(t, new Refusal(400, [leadingZero, busy], "…"))).toMatch(/ein\. Eine andere/);
  });

  it("is the answer as it is where it has no problems", () => {
    expect(reasonOf(t, new Refusal(403, [], "HTTP 403 Forbidden"))).toBe("HTTP 403 Forbidden");
    expect(reasonOf(t, "half an answer")).toBe("half an answer");
  });

  it("is that no answer came", () => {
    expect(reasonOf(t, new Unreachable(new TypeError("Failed to fetch")))).toBe(t("apiCredentials.unreachable"));
  });
});

/** As the pages translate. */
async function speaking(language: string): Promise<TFunction> {
  const messages = parseProperties(readFileSync(new URL(`messages_${language}.properties`, MESSAGES), "utf8"));
  const instance = createInstance();
  await instance.init({
    lng: language,
    resources: { [language]: { translation: messages } },
    nsSeparator: false,
    showSupportNotice: false,
    interpolation: { escapeValue: false },
  });
  return instance.t;
}
