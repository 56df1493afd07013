import { Alert, AlertActionLink } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useHandingOn } from "./focus";
import { type Loadable, useFailure } from "./useFailure";

interface LoadFailureProps {
  what: Loadable;
  error: unknown;
  onRetry: () => void;
}

/** In the place of what could not be loaded, or above what was loaded before. */
export const LoadFailure = ({ what, error, onRetry }: LoadFailureProps) => {
  const { t } = useTranslation();
  const { textOf } = useFailure();
  const within = useHandingOn<HTMLDivElement>();
  return (
    <div ref={within}>
      <Alert
        isInline
        variant="danger"
        data-testid="load-failure"
        title={textOf(what, error)}
        actionLinks={<AlertActionLink onClick={onRetry}>{t("apiCredentials.tryAgain")}</AlertActionLink>}
      />
    </div>
  );
};
