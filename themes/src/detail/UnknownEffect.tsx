import { Alert } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useWording } from "../problem/useWording";

/** That nobody knows what saving would break, and why. */
export const UnknownEffect = ({ failure }: { failure: unknown }) => {
  const { t } = useTranslation();
  const { reasonOf } = useWording();
  return (
    <Alert isInline variant="warning" component="h2" data-testid="effect-unknown" title={t("apiCredentials.effect.unknown")}>
      {reasonOf(failure)}
    </Alert>
  );
};
