import { useTranslation } from "react-i18next";
import type { LastUsed } from "../api/types";
import { Ago } from "../page/Ago";

interface LastUseProps {
  id: string;
  /** Undefined until it has come. */
  uses: LastUsed | undefined;
}

/** When a credential was last used, as far as it is saved; nobody knows that it never was. */
export const LastUse = ({ id, uses }: LastUseProps) => {
  const { t } = useTranslation();
  if (uses === undefined) {
    return null;
  }
  const at = uses.lastUsed[id];
  if (at !== undefined) {
    return <Ago instant={at} />;
  }
  return <>{t(uses.recorded ? "apiCredentials.lastUsed.none" : "apiCredentials.notRecorded")}</>;
};
