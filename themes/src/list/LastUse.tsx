import { createContext, useContext } from "react";
import { useTranslation } from "react-i18next";
import type { LastUsed } from "../api/types";
import { useTime } from "../shell/useTime";

/** Arrives after the list it belongs to; the table draws its cells only once, so that each has to listen by itself. */
export const LastUses = createContext<LastUsed | undefined>(undefined);

/** When a credential was last used, as far as it is recorded. */
export const LastUse = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const time = useTime();
  const uses = useContext(LastUses);
  if (uses === undefined) {
    return null;
  }
  const at = uses.lastUsed[id];
  if (at !== undefined) {
    return <>{time(at)}</>;
  }
  return <>{t(uses.recorded ? "apiCredentials.lastUsed.never" : "apiCredentials.notRecorded")}</>;
};
