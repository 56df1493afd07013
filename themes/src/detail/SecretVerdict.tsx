import { Alert } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useWhen } from "../page/useWhen";
import type { Verdict } from "./secrets";

const VARIANTS = {
  inUse: "warning",
  moved: "info",
  unusedSince: "success",
  unused: "success",
  notRecorded: "warning",
} as const satisfies Record<Verdict["kind"], string>;

/** Whether the old secret can be ended, in a sentence. */
export const SecretVerdict = ({ verdict }: { verdict: Verdict }) => {
  const { t } = useTranslation();
  const whenOf = useWhen();
  const when = "at" in verdict ? whenOf(verdict.at) : "";
  const address = ("from" in verdict && verdict.from) || t("apiCredentials.secrets.unknownAddress");
  return (
    <Alert
      isInline
      isPlain
      variant={VARIANTS[verdict.kind]}
      data-testid="verdict"
      data-kind={verdict.kind}
      component="h2"
      title={t(`apiCredentials.secrets.verdict.${verdict.kind}`, { when, address })}
    />
  );
};
