import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Records, Use } from "../api/types";
import { useApi } from "../api/useApi";
import { useTime } from "../page/useTime";
import { useWhen } from "../page/useWhen";
import { lastAccepted, validUntil } from "./lastUse";

/** The last of this many uses that was accepted; what was only refused so often does not depend on the credential. */
const LOOKED_AT = 100;

/** In a question, what would stop working: when and from where the credential was last used. */
export const LastUseBefore = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const api = useApi();
  const moment = useTime();
  const whenOf = useWhen();
  const [uses, setUses] = useState<Records<Use>>();
  useEffect(() => {
    let isCurrent = true;
    // The question is answered without it, if need be.
    api.usage(id, 0, LOOKED_AT).then(
      (found) => isCurrent && setUses(found),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [api, id]);

  if (uses === undefined) {
    return null;
  }
  const last = lastAccepted(uses.rows);
  if (last === undefined) {
    return <>{t(uses.recorded ? "apiCredentials.lastUsed.none.text" : "apiCredentials.usage.notRecorded.text")}</>;
  }
  const now = new Date();
  const until = validUntil(last.time, now);
  const when = whenOf(last.time);
  return (
    <>
      {last.ipAddress
        ? t("apiCredentials.lastUsed.whenAndWhere", { when, address: last.ipAddress })
        : t("apiCredentials.lastUsed.when", { when })}{" "}
      {until && t("apiCredentials.tokensUntil", { time: moment(until) })}
    </>
  );
};
