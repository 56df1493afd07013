import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import { DropdownItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Credential, PermissionSet } from "../api/types";
import { rowsOf } from "../form/permissions";
import { Summary } from "../form/Summary";
import { useTerms } from "../form/useTerms";
import { actsOn } from "../state/status";
import { StatusLabel } from "../state/StatusLabel";
import type { KnownActivity } from "../state/useActivity";
import type { useStateDialogs } from "../state/useStateDialogs";
import { WaitingLabel } from "../state/WaitingLabel";
import { UseSentences } from "./UseSentences";

interface DetailHeadProps {
  /** Whether a dialog that its menu has opened is shown. */
  isAsking: boolean;
  credential: Credential;
  set: PermissionSet | undefined;
  /** Undefined until it has come; the page is shown without it. */
  known: KnownActivity | undefined;
  /** Undefined for a user who may only look. */
  dialogs: ReturnType<typeof useStateDialogs> | undefined;
}

/** What the credential is called, whether it can authenticate, what it can do and when it last did something. */
export const DetailHead = ({ isAsking, credential, set, known, dialogs }: DetailHeadProps) => {
  const { t } = useTranslation();
  const { setName } = useTerms();
  const { enabled, permissions, allowedIps } = credential;
  const acts = actsOn(credential);

  return (
    <ViewHeader
      // Drawn anew, its menu is closed: it stays open behind a question otherwise.
      key={isAsking ? "asking" : String(enabled)}
      className="api-credentials__title"
      titleKey={credential.name}
      noTranslate
      subKey={
        <>
          <span className="api-credentials__set-name">{setName(set, credential.permissionSet)}</span>
          <Summary set={set} rows={permissions && rowsOf(permissions)} allowedIps={allowedIps}>
            {known && <UseSentences known={known} createdAt={credential.createdAt} />}
          </Summary>
        </>
      }
      badges={[
        { text: <StatusLabel credential={credential} isShort /> },
        { text: <WaitingLabel credential={credential} /> },
      ]}
      divider={false}
      dropdownItems={
        dialogs && acts.length > 0
          ? acts.map((act) => (
              <DropdownItem
                key={act}
                data-testid={act}
                onClick={() => (act === "delete" ? dialogs.remove(credential) : dialogs[act](credential))}
              >
                {t(`apiCredentials.${act}`)}
              </DropdownItem>
            ))
          : undefined
      }
    />
  );
};
