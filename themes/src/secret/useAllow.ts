import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApi } from "../api/useApi";
import { useWording } from "../problem/useWording";
import { withAddress } from "../state/firstUse";

/** What has become of the wish to allow an address. */
export type Allowed = { kind: "allowed" } | { kind: "waits" } | { kind: "failed"; why: string };

/**
 * Adds an address to the list of a credential as it is then, once for however many clicks. The update is the usual one: it is
 * refused when somebody changes the credential at the same time, and waits where the realm wants it to be approved.
 */
export function useAllow(id: string) {
  const { t } = useTranslation();
  const api = useApi();
  const { reasonOf } = useWording();
  const [allowed, setAllowed] = useState<Record<string, Allowed>>({});
  // A second click may come before the first has been drawn.
  const isBusy = useRef(false);

  const attempt = async (address: string): Promise<Allowed> => {
    try {
      const read = await api.get(id);
      const content = withAddress(read, address);
      if (content === undefined) {
        return { kind: "failed", why: t("apiCredentials.firstUse.noRoom", { address }) };
      }
      const { isWaiting } = await api.update(read, content);
      return { kind: isWaiting ? "waits" : "allowed" };
    } catch (error) {
      return { kind: "failed", why: t("apiCredentials.failed.save", { reason: reasonOf(error) }) };
    }
  };
  const allow = async (address: string) => {
    if (isBusy.current) {
      return;
    }
    isBusy.current = true;
    const outcome = await attempt(address);
    isBusy.current = false;
    setAllowed((last) => ({ ...last, [address]: outcome }));
  };
  return { allowed, allow };
}
