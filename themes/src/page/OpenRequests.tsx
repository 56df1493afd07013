import { Badge } from "@patternfly/react-core";
import { createContext, type PropsWithChildren, useContext, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router-dom";
import { useApi } from "../api/useApi";
import { useApprovalApi } from "../api/useApprovalApi";
import { isOurs } from "./paths";

interface Open {
  /** Undefined as long as it is not known. */
  count: number | undefined;
  /** Counts again, since something was asked for or decided. */
  refresh(): void;
}

const Requests = createContext<Open>({ count: undefined, refresh: () => undefined });

/** How many requests wait for approval, for all pages and the navigation. */
export const useOpenRequests = () => useContext(Requests);

/**
 * Counts, in a realm in which something waits, at each of our pages that somebody goes to, and not by itself: that would
 * keep a session alive that nobody uses.
 */
export const OpenRequests = ({ isKnown, children }: PropsWithChildren<{ isKnown: boolean }>) => {
  const { settings } = useApi();
  const { count } = useApprovalApi();
  const { pathname } = useLocation();
  const place = isOurs(pathname) ? pathname : "elsewhere";
  const [open, setOpen] = useState<number>();
  const [version, setVersion] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const { approval } = await settings();
      const found = approval?.operations?.length ? await count("open") : undefined;
      if (isCurrent) {
        setOpen(found);
      }
    };
    if (isKnown) {
      // The pages are shown without it.
      load().catch(() => undefined);
    }
    return () => {
      isCurrent = false;
    };
  }, [settings, count, isKnown, place, version]);

  return (
    <Requests.Provider value={{ count: open, refresh: () => setVersion((last) => last + 1) }}>{children}</Requests.Provider>
  );
};

/** The number, where there is one; with words for those who hear it. */
export const OpenBadge = () => {
  const { t, i18n } = useTranslation();
  const { count } = useOpenRequests();
  return count ? (
    <Badge
      className="api-credentials__badge"
      data-testid="open-requests"
      screenReaderText={t("apiCredentials.approvals.waiting", { count })}
    >
      {new Intl.NumberFormat(i18n.language).format(count)}
    </Badge>
  ) : null;
};
