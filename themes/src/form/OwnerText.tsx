import { useAccess, useAdminClient, useRealm } from "@keycloak/keycloak-admin-ui";
import { useEffect, useState } from "react";
import type { Owner } from "../api/types";

interface OwnerTextProps {
  owner: Owner;
  /** What the user is called, where that is known. */
  userName?: string;
}

/** Who answers for a credential, a line each; of a user whose name cannot be seen, the id. */
export const OwnerText = ({ owner: { team, contact, userId }, userName }: OwnerTextProps) => {
  const { adminClient } = useAdminClient();
  const { realm } = useRealm();
  const { hasAccess } = useAccess();
  const [found, setFound] = useState<string>();
  const isAsked = userId !== undefined && !userName && hasAccess("view-users");
  useEffect(() => {
    let isCurrent = true;
    if (isAsked) {
      adminClient.users.findOne({ realm, id: userId }).then(
        (user) => isCurrent && setFound(user?.username),
        () => undefined,
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [adminClient, realm, userId, isAsked]);

  return (
    <>
      {[team, contact, userId && (userName || found || userId)].map((line) => line && <div key={line}>{line}</div>)}
    </>
  );
};
