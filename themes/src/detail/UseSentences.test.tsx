import { renderToStaticMarkup } from "react-dom/server";
import { expect, it, vi } from "vitest";
import type { Activity } from "../api/activityTypes";
import { UseSentences } from "./UseSentences";

vi.mock("react-i18next", () => ({ useTranslation: () => ({ t: (key: string) => key, i18n: { language: "en" } }) }));

const FROM = "2026-10-25T00:00:00Z";
const said = (change: Partial<Activity>) => {
  const activity = { recorded: true, from: FROM, recordedSince: FROM, refused: 0, ...change } as Activity;
  return renderToStaticMarkup(<UseSentences known={{ activity, last: undefined }} createdAt={undefined} />);
};

it.each([
  [{}, "summary.notRefused"],
  [{ recordedSince: "2026-11-20T00:00:00Z" }, "summary.notRefusedSince"],
  [{ recordedSince: undefined }, "activity.sinceUnknown"],
  [{ recordedSince: undefined, refused: 2 }, "summary.refused"],
  [{ recorded: false }, "activity.notCounted"],
])("says of %j only what is known to be refused", (change, sentence) => {
  expect(said(change)).toBe(`apiCredentials.summary.unused apiCredentials.${sentence}`);
});
