import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { GapNote } from "./GapNote";

vi.mock("react-i18next", () => ({ useTranslation: () => ({ t: (key: string) => key, i18n: { language: "en" } }) }));

it.each([
  [undefined, ""],
  [{ since: "2026-11-25T10:00:00Z" }, "apiCredentials.activity.since"],
  [{}, "apiCredentials.activity.sinceUnknown"],
])("says of the gap %j what it is", (gap, said) => {
  expect(renderToStaticMarkup(<GapNote gap={gap} />)).toBe(said);
});
