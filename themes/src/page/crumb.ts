import type { TFunction } from "i18next";
import { useEffect } from "react";
import { useLocation, useNavigate } from "react-router-dom";

let shown: string | undefined;

/** The name of the credential that is shown: all that the stock breadcrumb hands to a route is the translation. */
export const detailCrumb = (t: TFunction): string => shown || t("apiCredentials.detail.title");

/** What is asked for, on the page of a request. */
export const approvalCrumb = (t: TFunction): string => shown || t("apiCredentials.approval");

/** Names the page in the breadcrumb, which is drawn anew with every address: so this goes to where it is already. */
export function useCrumb(name: string | undefined) {
  const navigate = useNavigate();
  const location = useLocation();
  useEffect(() => {
    shown = name;
    if (name !== undefined) {
      void navigate(location, { replace: true, state: location.state });
    }
    return () => {
      shown = undefined;
    };
  }, [name]);
}
