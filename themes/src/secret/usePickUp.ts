import { useRealm } from "@keycloak/keycloak-admin-ui";
import { useRef, useState } from "react";
import { useApi } from "../api/useApi";
import { useFailure } from "../page/useFailure";
import { useNewSecret } from "./NewSecret";

/**
 * Shows a secret that was approved, or the link to it, once for however many clicks.
 *
 * @param onDone is told also when it was refused, since then it is not as the page has it
 */
export function usePickUp(id: string, onDone: () => void) {
  const api = useApi();
  const { realm } = useRealm();
  const { report } = useFailure();
  const showSecret = useNewSecret();
  const [isSending, setSending] = useState(false);
  // A second click may come before the first has been drawn.
  const isBusy = useRef(false);

  const pickUp = async () => {
    if (isBusy.current) {
      return;
    }
    isBusy.current = true;
    setSending(true);
    try {
      showSecret({ credential: await api.pickUp(id), realm, tab: "secrets" });
    } catch (error) {
      report("pickUp", error);
    } finally {
      isBusy.current = false;
      setSending(false);
      onDone();
    }
  };
  return { isSending, pickUp };
}
