import { useTranslation } from "react-i18next";
import type { Activities } from "../api/activityTypes";
import { Ago } from "../page/Ago";

interface LastUseProps {
  id: string;
  /** Undefined until it has come. */
  uses: Activities | undefined;
}

/** When a credential was last used, as far as it is saved; nobody knows that it never was. */
export const LastUse = ({ id, uses }: LastUseProps) => {
  const { t } = useTranslation();
  if (uses === undefined) {
    return null;
  }
  const at = uses.credentials[id]?.lastUsedAt;
  if (at !== undefined) {
    return <Ago instant={at} />;
  }
  return <>{t(uses.recorded ? "apiCredentials.lastUsed.none" : "apiCredentials.notRecorded")}</>;
};
