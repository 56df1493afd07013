import { useRealm } from "@keycloak/keycloak-admin-ui";
import { Alert, AlertActionLink } from "@patternfly/react-core";
import { HourglassHalfIcon } from "@patternfly/react-icons";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Credential } from "../api/types";
import { useTerms } from "../form/useTerms";
import { useCredentialRights } from "../page/access";
import { useHandingOn } from "../page/focus";
import { useTime } from "../page/useTime";
import { newestSecret, withAddress } from "../state/firstUse";
import { type Allowed, useAllow } from "./useAllow";
import { useFirstUse, type Watched } from "./useFirstUse";

/** The one reason that an address more on the list cures. */
const NOT_ALLOWED = "address_not_allowed";

interface FirstUseNoteProps {
  credential: Credential;
  realm: string;
}

/** Waits for the first token that a client gets with the secret above, or says why it got none and what would help. */
export const FirstUseNote = ({ credential, realm }: FirstUseNoteProps) => {
  const { t } = useTranslation();
  const { realm: shown } = useRealm();
  const { mayManage } = useCredentialRights();
  const { allowed, allow } = useAllow(credential.id);
  const isNew = (credential.secrets?.length ?? 0) <= 1 && credential.createdAt === credential.secrets?.[0]?.createdAt;
  // The dialog stays when somebody goes to another realm, where nobody knows this credential.
  const { watched, askAgain } = useFirstUse(
    credential.id,
    newestSecret(credential),
    shown === realm ? isNew : undefined,
  );

  return (
    <div aria-live="polite" data-testid="first-use" data-kind={watched.kind}>
      {watched.kind === "refused" ? (
        <Refused
          watched={watched}
          outcome={watched.reason === NOT_ALLOWED ? allowed[watched.address ?? ""] : undefined}
          onAllow={
            mayManage && watched.reason === NOT_ALLOWED && watched.address && withAddress(credential, watched.address)
              ? () => void allow(watched.address!)
              : undefined
          }
        />
      ) : (
        <Plain watched={watched} action={<AlertActionLink onClick={askAgain}>{t("apiCredentials.tryAgain")}</AlertActionLink>} />
      )}
    </div>
  );
};

const Plain = ({ watched, action }: { watched: Exclude<Watched, { kind: "refused" }>; action: ReactNode }) => {
  const { t } = useTranslation();
  const time = useTime("second");
  switch (watched.kind) {
    case "accepted": {
      const at = time(watched.at);
      const from = "from" in watched ? watched.from : undefined;
      const title = from ? t("apiCredentials.firstUse.acceptedFrom", { at, address: from }) : t("apiCredentials.firstUse.accepted", { at });
      return <Alert isInline variant="success" component="h2" title={title} />;
    }
    case "notCounted":
      return <Alert isInline variant="info" component="h2" title={t("apiCredentials.firstUse.notCounted")} />;
    case "stopped":
      return (
        <Alert isInline variant="info" component="h2" title={t("apiCredentials.firstUse.stopped")} actionLinks={action} />
      );
    case "waiting":
      return (
        <Alert isInline variant="info" component="h2" customIcon={<HourglassHalfIcon />} title={t("apiCredentials.firstUse.waiting")}>
          {t("apiCredentials.firstUse.waiting.text")}
        </Alert>
      );
  }
};

interface RefusedProps {
  watched: Extract<Watched, { kind: "refused" }>;
  outcome: Allowed | undefined;
  /** Undefined where adding the address would not help, or is not for this user. */
  onAllow: (() => void) | undefined;
}

const Refused = ({ watched: { at, reason, address }, outcome, onAllow }: RefusedProps) => {
  const { t } = useTranslation();
  const { refusalName } = useTerms();
  const time = useTime("second");
  if (outcome?.kind === "allowed") {
    return (
      <Alert isInline variant="info" component="h2" title={t("apiCredentials.firstUse.allowed", { address })}>
        {t("apiCredentials.firstUse.waiting.text")}
      </Alert>
    );
  }
  const isAsked = outcome?.kind === "waits";
  const failure = outcome?.kind === "failed" && outcome.why;
  const why = { at: time(at), reason: refusalName(reason), address };
  return (
    <Alert
      isInline
      variant="danger"
      component="h2"
      title={address ? t("apiCredentials.firstUse.refusedFrom", why) : t("apiCredentials.firstUse.refused", why)}
      actionLinks={
        onAllow && !isAsked && <Cure text={t("apiCredentials.firstUse.allow", { address })} onClick={onAllow} />
      }
    >
      {isAsked ? t("apiCredentials.firstUse.waits") : failure}
    </Alert>
  );
};

/** Goes away when it has helped; the keyboard then goes on to what is below. */
const Cure = ({ text, onClick }: { text: string; onClick: () => void }) => {
  const within = useHandingOn<HTMLSpanElement>("[data-testid=secret-kept]");
  return (
    <span ref={within}>
      <AlertActionLink data-testid="allow-address" onClick={onClick}>
        {text}
      </AlertActionLink>
    </span>
  );
};
