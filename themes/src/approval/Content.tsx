import { List, ListItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Proposed } from "../api/approvalTypes";
import type { PermissionSet } from "../api/types";
import { CoverageNote } from "../form/CoverageNote";
import { OwnerText } from "../form/OwnerText";
import { groupsOf, rowsOf } from "../form/permissions";
import { PermissionSentence } from "../form/PermissionSentence";
import { useTerms } from "../form/useTerms";
import { Facts } from "../page/Facts";
import { useTime } from "../page/useTime";

/** All of a credential as it is or is to be, not only what differs. */
export const Content = ({ content, set }: { content: Proposed; set: PermissionSet | undefined }) => {
  const { t } = useTranslation();
  const { setName } = useTerms();
  const time = useTime();
  const { name, description, permissionSet, owner, expiresAt, tokenLifespan, allowedIps, permissions } = content;
  return (
    <div data-testid="content">
      <Facts
        isAligned
        facts={[
          [t("apiCredentials.name"), name],
          [t("apiCredentials.description"), description],
          [t("apiCredentials.set"), permissionSet && setName(set, permissionSet)],
          [t("apiCredentials.owner"), owner ? <OwnerText owner={owner} /> : undefined],
          [t("apiCredentials.expiry"), expiresAt ? time(expiresAt) : t("apiCredentials.expiry.none")],
          [t("apiCredentials.tokenLifespan"), tokenLifespan?.toString()],
          [
            t("apiCredentials.addresses"),
            allowedIps && (
              <>
                {allowedIps.join(", ")}
                <CoverageNote entries={allowedIps} />
              </>
            ),
          ],
          [
            t("apiCredentials.permissions"),
            permissions && (
              <List isPlain>
                {groupsOf(rowsOf(permissions)).map((group) => (
                  <ListItem key={JSON.stringify(group)}>
                    <PermissionSentence set={set} group={group} />
                  </ListItem>
                ))}
              </List>
            ),
          ],
        ]}
      />
    </div>
  );
};
