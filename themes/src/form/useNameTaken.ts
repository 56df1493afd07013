import { useEffect, useState } from "react";
import { namesakes } from "../api/namesakes";
import { useApi } from "../api/useApi";
import { checkText, strip } from "./text";

/** How long nobody types before the server is asked. */
const PAUSE_MILLIS = 400;

/** Whether another credential has this name: allowed, but two cannot be told apart in the list. */
export function useNameTaken(typed: string, ownId: string | undefined): boolean {
  const api = useApi();
  const name = strip(typed);
  const [taken, setTaken] = useState<string>();

  useEffect(() => {
    if (checkText(name) !== undefined) {
      return;
    }
    let isCurrent = true;
    const look = async () => {
      // It is only a hint: when it cannot be loaded, nothing is said.
      const others = await namesakes(api, name).catch(() => []);
      if (isCurrent && others.some(({ id }) => id !== ownId)) {
        setTaken(name);
      }
    };
    const timer = setTimeout(() => void look(), PAUSE_MILLIS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, name, ownId]);

  return taken !== undefined && taken === name;
}
