import { type RefObject, useEffect, useRef } from "react";
import type { PermissionSet } from "../api/types";
import { useGuard } from "../page/Leaving";
import { isTouched } from "./draft";
import type { KeptDraft } from "./useDraft";

/**
 * The browser's Back goes one step back, and leaving asks first, if anything was entered. A reload needs no
 * question: what was entered is there afterwards.
 *
 * @param goBack goes one step back; not there on the first step
 */
export function useWizardLeaving(kept: KeptDraft, sets: PermissionSet[], goBack: RefObject<(() => void) | undefined>) {
  const wasAsked = useRef(false);
  const latest = useRef(kept);
  latest.current = kept;
  useGuard(
    true,
    (_, how) => {
      if (kept.isDropped()) {
        return "leave";
      }
      if (how === "POP" && goBack.current) {
        goBack.current();
        return "stay";
      }
      wasAsked.current = isTouched(kept.draft, sets);
      return wasAsked.current ? "ask" : "leave";
    },
    true,
  );
  // The question has been answered once the page is left.
  useEffect(
    () => () => {
      if (wasAsked.current) {
        latest.current.drop();
      }
    },
    [],
  );
}
