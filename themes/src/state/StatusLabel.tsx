import { Label } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";

/** Whether a credential can authenticate. */
export const StatusLabel = ({ isEnabled }: { isEnabled: boolean }) => {
  const { t } = useTranslation();
  return (
    <Label color={isEnabled ? "green" : "grey"}>
      {t(isEnabled ? "apiCredentials.enabled" : "apiCredentials.disabled")}
    </Label>
  );
};
