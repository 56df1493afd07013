import { Label } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Use } from "../api/types";
import { useTerms } from "../form/useTerms";

/** That a use was accepted, or why it was refused. */
export const UseText = ({ use: { accepted, refusal } }: { use: Use }) => {
  const { t } = useTranslation();
  const { refusalName } = useTerms();
  return (
    <>
      <Label isCompact color={accepted ? "green" : "red"}>
        {t(accepted ? "apiCredentials.usage.accepted" : "apiCredentials.usage.refused")}
      </Label>{" "}
      {refusal !== undefined && refusalName(refusal)}
    </>
  );
};
