import { useAdminClient, useRealm } from "@keycloak/keycloak-admin-ui";
import { useEffect, useRef, useState } from "react";
import type { OwnerDraft } from "./life";

/** How long nobody types before the server is asked. */
const PAUSE_MILLIS = 300;
const MOST_SUGGESTIONS = 10;

/** Users with names like the one that is typed, and whether it is nobody's name. */
export interface OwnerUser {
  suggestions: string[];
  isMissing: boolean;
}

/** Finds the user whose name is typed, and the name of the one who is the owner already. */
export function useOwnerUser(owner: OwnerDraft, onChange: (owner: OwnerDraft) => void): OwnerUser {
  const { adminClient } = useAdminClient();
  const { realm } = useRealm();
  const { userId, userName } = owner;
  const [suggestions, setSuggestions] = useState<string[]>([]);
  const [missing, setMissing] = useState<string>();
  const latest = useRef({ owner, onChange });
  latest.current = { owner, onChange };
  const change = (changed: Partial<OwnerDraft>) => latest.current.onChange({ ...latest.current.owner, ...changed });

  useEffect(() => {
    let isCurrent = true;
    if (userId !== "" && userName === "") {
      // The id is shown if there is no name for it.
      adminClient.users.findOne({ realm, id: userId }).then(
        (user) => isCurrent && user?.username && change({ userName: user.username }),
        () => undefined,
      );
    }
    return () => {
      isCurrent = false;
    };
  }, [adminClient, realm, userId, userName]);

  useEffect(() => {
    const typed = userName.trim();
    if (typed === "" || userId !== "") {
      return;
    }
    let isCurrent = true;
    const look = async () => {
      const [exact, like] = await Promise.all([
        adminClient.users.find({ realm, username: typed, exact: true, briefRepresentation: true }),
        adminClient.users.find({ realm, search: typed, max: MOST_SUGGESTIONS, briefRepresentation: true }),
      ]);
      if (!isCurrent) {
        return;
      }
      const found = exact.find(({ username }) => username?.toLowerCase() === typed.toLowerCase());
      setSuggestions(like.flatMap(({ username }) => username ?? []));
      setMissing(found ? undefined : typed);
      if (found?.id) {
        change({ userId: found.id });
      }
    };
    // Nothing is said about it when the users cannot be asked for; it cannot be saved then.
    const timer = setTimeout(() => void look().catch(() => isCurrent && setMissing(typed)), PAUSE_MILLIS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [adminClient, realm, userId, userName]);

  return { suggestions, isMissing: userId === "" && missing !== undefined && missing === userName.trim() };
}
