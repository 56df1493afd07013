import { useEffect, useRef } from "react";
import { useBlocker } from "react-router-dom";

/**
 * Keeps the page in front as long as leaving it would lose something: links and the browser's Back do nothing, and the
 * browser asks before it reloads or closes the page. An address that is entered by hand leaves all the same, without a
 * word from the router. The function that is returned lets go at once.
 */
export function useStay(isNeeded: boolean): () => void {
  const stays = useRef(isNeeded);
  stays.current = isNeeded;
  useBlocker(() => stays.current);

  useEffect(() => {
    if (!isNeeded) {
      return;
    }
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isNeeded]);

  return () => {
    stays.current = false;
  };
}
