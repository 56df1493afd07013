import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { Counted } from "./Counted";

vi.mock("react-i18next", () => ({
  useTranslation: () => ({
    t: (key: string, values?: { duration: string }) => (values === undefined ? key : `${key} ${values.duration}`),
    i18n: { language: "en" },
  }),
}));

it.each([
  [{ recorded: true, keptFor: "PT9600H" }, "apiCredentials.activity.keptFor 400 days"],
  [{ recorded: true }, ""],
  [{ recorded: false, keptFor: "PT9600H" }, "apiCredentials.activity.notCounted"],
])("says of %j whether uses are counted, and for how long the numbers are kept", (recording, said) => {
  expect(renderToStaticMarkup(<Counted recording={recording} />)).toBe(said);
});
