import { useEffect, useState } from "react";
import type { Suggestions } from "../api/activityTypes";
import { useActivityApi } from "../api/useActivityApi";

/**
 * What the uses of a credential suggest; undefined until it has come, and where it does not come.
 *
 * @param version of the credential, for which it is asked anew
 */
export function useSuggestions(id: string, version: string | undefined): Suggestions | undefined {
  const { suggestions } = useActivityApi();
  const [found, setFound] = useState<Suggestions>();
  useEffect(() => {
    let isCurrent = true;
    // The page does without it.
    suggestions(id).then(
      (answer) => isCurrent && setFound(answer),
      () => isCurrent && setFound(undefined),
    );
    return () => {
      isCurrent = false;
    };
  }, [suggestions, id, version]);
  return found;
}
