import { useTranslation } from "react-i18next";
import type { Finding, Problem } from "../api/types";
import { reasonOf, textOf } from "./wording";

/** Says what is wrong, in the language of the reader. */
export function useWording() {
  const { t } = useTranslation();
  return {
    textOf: (problem: Finding | Problem) => textOf(t, problem),
    reasonOf: (error: unknown) => reasonOf(t, error),
  };
}
