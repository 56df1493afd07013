import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { PermissionSet } from "../api/types";
import type { PermissionRow } from "./permissions";
import { abilitySentence, addressSentence } from "./summary";

interface SummaryProps {
  set: PermissionSet | undefined;
  /** Undefined where they cannot be read, as the addresses. */
  rows: PermissionRow[] | undefined;
  allowedIps: string[] | undefined;
  /** What is to be said behind it. */
  children?: ReactNode;
}

/** What a credential can do and from where, in sentences. */
export const Summary = ({ set, rows, allowedIps, children }: SummaryProps) => {
  const { t, i18n } = useTranslation();
  return (
    <span className="api-credentials__summary" data-testid="summary">
      {abilitySentence(t, i18n.language, set, rows)} {addressSentence(t, i18n.language, allowedIps)} {children}
    </span>
  );
};
