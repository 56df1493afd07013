import { ViewHeader } from "@keycloak/keycloak-admin-ui";
import { DropdownItem } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Credential, LastUsed, PermissionSet } from "../api/types";
import { useApi } from "../api/useApi";
import { useTerms } from "../form/useTerms";
import { LastUse } from "../state/LastUse";
import { actsOn } from "../state/status";
import { StatusLabel } from "../state/StatusLabel";
import type { useStateDialogs } from "../state/useStateDialogs";
import { WaitingLabel } from "../state/WaitingLabel";

interface DetailHeadProps {
  /** Whether a dialog that its menu has opened is shown. */
  isAsking: boolean;
  credential: Credential;
  set: PermissionSet | undefined;
  /** Undefined for a user who may only look. */
  dialogs: ReturnType<typeof useStateDialogs> | undefined;
}

/** What the credential is called, whether it can authenticate, what it is for and when it last did something. */
export const DetailHead = ({ isAsking, credential, set, dialogs }: DetailHeadProps) => {
  const { t } = useTranslation();
  const { setName } = useTerms();
  const api = useApi();
  const { id, enabled } = credential;
  const acts = actsOn(credential);
  const [uses, setUses] = useState<LastUsed>();
  useEffect(() => {
    let isCurrent = true;
    // The page is shown without it.
    api.lastUsed([id]).then(
      (found) => isCurrent && setUses(found),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [api, id]);

  return (
    <ViewHeader
      // Drawn anew, its menu is closed: it stays open behind a question otherwise.
      key={isAsking ? "asking" : String(enabled)}
      className="api-credentials__title"
      titleKey={credential.name}
      noTranslate
      subKey={
        <>
          {setName(set, credential.permissionSet)}
          {uses && (
            <>
              {" · "}
              {t("apiCredentials.lastUsed")}: <LastUse id={id} uses={uses} />
            </>
          )}
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
