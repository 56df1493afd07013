import { useRealm } from "@keycloak/keycloak-admin-ui";
import { KeycloakSpinner } from "@keycloak/keycloak-ui-shared";
import { Button, EmptyState, EmptyStateBody, PageSection, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { SyncAltIcon } from "@patternfly/react-icons";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LinkTerms } from "../api/secretTypes";
import { useApi } from "../api/useApi";
import { focusFirst } from "../page/focus";
import { LoadFailure } from "../page/LoadFailure";
import { useFailure } from "../page/useFailure";
import { useTime } from "../page/useTime";
import { useNewSecret } from "../secret/NewSecret";
import { rotationDue } from "../state/due";
import { useWaiting } from "../state/useWaiting";
import { DeliveryNote } from "./DeliveryNote";
import type { EditTabProps } from "./EditForm";
import { RotateDialog } from "./RotateDialog";
import { overlapsOf, replacedOf, verdictOf, withoutSecret } from "./secrets";
import { SecretTable } from "./SecretTable";
import { SecretVerdict } from "./SecretVerdict";
import { useEndSecret } from "./useEndSecret";
import { useSecrets } from "./useSecrets";
import { useWithdrawLink } from "./useWithdrawLink";

interface SecretsTabProps extends EditTabProps {
  /** What gives nothing to anybody can be done while something waits, too. */
  mayManage: boolean;
}

/** The one or two secrets, how each is used, and the way from one to the next. */
export const SecretsTab = ({ editing, isReadOnly, mayManage, settings }: SecretsTabProps) => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const api = useApi();
  const time = useTime("day");
  const showSecret = useNewSecret();
  const { textOf } = useFailure();
  const tellWaiting = useWaiting();
  const { id, delivery, pickUp } = editing.credential;
  const { secrets, failure, reload } = useSecrets(id);
  const [isRotating, setRotating] = useState(false);
  const [rotateFailure, setRotateFailure] = useState<string>();

  // What a question was opened with may be gone with the secret that it was about.
  const wasAsking = useRef(false);
  useEffect(() => {
    if (wasAsking.current && document.activeElement === document.body) {
      focusFirst("[data-testid=rotate]");
      wasAsking.current = false;
    }
  }, [secrets, delivery]);

  const refresh = async () => {
    reload();
    // The page says what it said before, if need be.
    await api.get(id).then(editing.takeOver, () => undefined);
  };
  const onClose = () => {
    wasAsking.current = true;
  };
  const ending = useEndSecret({ id, onEnded: () => void refresh(), onClose });
  const withdrawal = useWithdrawLink({ id, onOver: () => void refresh(), onClose });
  const rotate = async (overlap: string | undefined, terms: LinkTerms | undefined, reason: string | undefined) => {
    try {
      const { isWaiting, body } = await api.rotate(id, overlap, terms, reason);
      setRotating(false);
      if (isWaiting) {
        editing.takeOver(body);
        tellWaiting(body.pending);
      } else {
        editing.takeOver(withoutSecret(body));
        showSecret({ credential: body, realm, tab: "secrets" });
      }
    } catch (error) {
      setRotateFailure(textOf("rotate", error));
    }
    reload();
  };

  if (failure !== undefined && secrets === undefined) {
    return <LoadFailure what="secrets" error={failure} onRetry={reload} />;
  }
  if (secrets === undefined) {
    return <KeycloakSpinner />;
  }
  const isFirst = secrets.secrets.length === 0;
  const replaced = replacedOf(secrets);
  const due = rotationDue(secrets.secrets[0]?.createdAt, settings);
  return (
    <PageSection variant="light" padding={{ default: "noPadding" }}>
      {ending.element}
      {withdrawal.element}
      {isRotating && (
        <RotateDialog
          overlaps={isFirst ? [] : overlapsOf(settings)}
          isLinkOpen={delivery?.open === true}
          settings={settings}
          failure={rotateFailure}
          onRotate={rotate}
          onClose={() => setRotating(false)}
        />
      )}
      {failure !== undefined && <LoadFailure what="secrets" error={failure} onRetry={reload} />}
      <Toolbar>
        <ToolbarContent>
          {!isReadOnly && !pickUp && (
            <ToolbarItem>
              <Button
                data-testid="rotate"
                isAriaDisabled={replaced !== undefined}
                aria-describedby="secrets-note"
                onClick={() => {
                  setRotateFailure(undefined);
                  setRotating(true);
                }}
              >
                {t(isFirst ? "apiCredentials.rotate.first" : "apiCredentials.rotate")}
              </Button>
            </ToolbarItem>
          )}
          <ToolbarItem>
            <Button
              variant="plain"
              data-testid="refresh"
              aria-label={t("refresh")}
              title={t("refresh")}
              onClick={() => void refresh()}
            >
              <SyncAltIcon />
            </Button>
          </ToolbarItem>
          <ToolbarItem alignSelf="center">
            <span id="secrets-note">
              {replaced !== undefined
                ? t("apiCredentials.secrets.two")
                : due && t("apiCredentials.secrets.due", { date: time(due) })}
            </span>
          </ToolbarItem>
        </ToolbarContent>
      </Toolbar>
      {(isFirst ? delivery?.open : replaced || delivery) && (
        <div className="api-credentials__verdict" aria-live="polite">
          {replaced && <SecretVerdict verdict={verdictOf(secrets, replaced)} />}
          {delivery && <DeliveryNote delivery={delivery} onWithdraw={mayManage ? withdrawal.ask : undefined} />}
        </div>
      )}
      {isFirst ? (
        <EmptyState variant="xs">
          <EmptyStateBody>{t("apiCredentials.secrets.none")}</EmptyStateBody>
        </EmptyState>
      ) : (
        <SecretTable secrets={secrets} onEnd={isReadOnly || !replaced ? undefined : () => ending.ask(replaced.id)} />
      )}
    </PageSection>
  );
};
