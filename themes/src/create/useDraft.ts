import { useRealm, useWhoAmI } from "@keycloak/keycloak-admin-ui";
import { useEffect, useRef, useState } from "react";
import type { PermissionSet } from "../api/types";
import { type Draft, EMPTY, isTouched, restored } from "./draft";

export interface KeptDraft {
  draft: Draft;
  /** Whether it was typed before the page was loaded. */
  isRestored: boolean;
  edit(change: (last: Draft) => Draft): void;
  startOver(): void;
  /** Keeps nothing any longer. */
  drop(): void;
  isDropped(): boolean;
}

/**
 * What is being created, kept by the browser until the tab is closed: a log-in or a reload in between loses nothing. Kept
 * for the realm and the user it belongs to.
 */
export function useDraft(sets: PermissionSet[]): KeptDraft {
  const { realm } = useRealm();
  const { whoAmI } = useWhoAmI();
  const key = `api-credentials.draft/${realm}/${whoAmI.userId}`;
  const [kept] = useState(() => restored(sessionStorage.getItem(key), sets));
  const [draft, setDraft] = useState(kept ?? EMPTY);
  const [isRestored, setRestored] = useState(kept !== undefined);
  const isDropped = useRef(false);

  useEffect(() => {
    if (!isDropped.current && (draft.lost || isTouched(draft, sets))) {
      sessionStorage.setItem(key, JSON.stringify(draft));
    } else {
      sessionStorage.removeItem(key);
    }
  }, [draft, key, sets]);

  return {
    draft,
    isRestored,
    edit: setDraft,
    startOver: () => {
      setRestored(false);
      setDraft(EMPTY);
    },
    drop: () => {
      isDropped.current = true;
      sessionStorage.removeItem(key);
    },
    isDropped: () => isDropped.current,
  };
}
