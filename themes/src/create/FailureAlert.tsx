import { Alert, AlertActionLink } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import { useWording } from "../problem/useWording";
import type { Failure, Generating } from "./useGenerate";

/** Why nothing was created, or what was created in vain, and how to go on. */
export const FailureAlert = ({ failure, generating }: { failure: Failure; generating: Generating }) => {
  const { t } = useTranslation();
  const { textOf, reasonOf } = useWording();
  const button = t("apiCredentials.create.generate");
  switch (failure.kind) {
    case "refused":
      return (
        <Alert isInline isLiveRegion variant="danger" title={t("apiCredentials.create.refused")}>
          <ul>
            {failure.problems.map((problem) => (
              <li key={problem.field + problem.errorMessage}>{textOf(problem)}</li>
            ))}
          </ul>
        </Alert>
      );
    case "failed":
      return (
        <Alert
          isInline
          isLiveRegion
          variant="danger"
          title={t("apiCredentials.create.failed", { error: reasonOf(failure.error) })}
        />
      );
    case "sessionEnded":
      return (
        <Alert isInline isLiveRegion variant="warning" title={t("apiCredentials.create.sessionEnded")}>
          {t("apiCredentials.create.sessionEnded.text", { button })}
        </Alert>
      );
    case "unreachable":
      return (
        <Alert isInline isLiveRegion variant="danger" title={t("apiCredentials.create.unreachable")}>
          {t("apiCredentials.create.unreachable.text", { button })}
        </Alert>
      );
    case "lost":
      return (
        <Alert isInline isLiveRegion variant="danger" title={t("apiCredentials.create.lost")}>
          {t("apiCredentials.create.lost.text", { button })}
        </Alert>
      );
    case "orphaned": {
      const isLink = failure.orphans.some(({ delivery }) => delivery);
      return (
        <Alert
          isInline
          isLiveRegion
          variant="danger"
          title={t(isLink ? "apiCredentials.create.orphanedLink" : "apiCredentials.create.orphaned", {
            name: failure.lost.name,
          })}
          actionLinks={
            <AlertActionLink
              data-testid="replace-orphan"
              isAriaDisabled={generating.isSending}
              onClick={() => void generating.replace(failure.orphans)}
            >
              {t("apiCredentials.create.orphaned.replace")}
            </AlertActionLink>
          }
        >
          {t(isLink ? "apiCredentials.create.orphanedLink.text" : "apiCredentials.create.orphaned.text")}
        </Alert>
      );
    }
  }
};
