import { useRealm } from "@keycloak/keycloak-admin-ui";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router-dom";
import { useCredentialRights } from "../page/access";
import { OpenBadge } from "../page/OpenRequests";
import { toList, toSettings } from "../page/paths";

/** Our entry in the stock navigation, which has no place for others: after "Clients", or where that would be. */
export const NavEntry = () => {
  const { mayView, mayViewSettings } = useCredentialRights();
  return mayViewSettings ? <Entry leadsTo={mayView ? toList : toSettings} /> : null;
};

const Entry = ({ leadsTo }: { leadsTo: (realm: string) => string }) => {
  const { t } = useTranslation();
  const { realm } = useRealm();
  const place = usePlace();
  return (
    place &&
    createPortal(
      <NavLink
        id="nav-item-api-credentials"
        data-testid="nav-item-api-credentials"
        to={leadsTo(realm)}
        className={({ isActive }) => `pf-v5-c-nav__link${isActive ? " pf-m-current" : ""}`}
      >
        {t("apiCredentials.title")} <OpenBadge />
      </NavLink>,
      place,
    )
  );
};

/** The navigation is drawn anew with rights, realm and width of the window; the entry follows it. */
function usePlace(): HTMLElement | undefined {
  const [place, setPlace] = useState<HTMLElement>();

  useEffect(() => {
    const item = document.createElement("li");
    const put = () => {
      if (!isInPlace(item)) {
        putInPlace(item);
      }
      setPlace(item.isConnected ? item : undefined);
    };
    const observer = new MutationObserver(put);
    observer.observe(document.getElementById("app")!, { childList: true, subtree: true });
    put();
    return () => {
      observer.disconnect();
      (item.closest(".api-credentials__nav") ?? item).remove();
    };
  }, []);

  return place;
}

const clients = () => document.getElementById("nav-item-clients")?.closest("li");

function isInPlace(item: HTMLElement): boolean {
  const neighbour = clients();
  return neighbour ? item.previousElementSibling === neighbour : item.isConnected;
}

/** Users with no more than our roles have no "Clients"; with no other right, there may be no list at all. */
function putInPlace(item: HTMLElement) {
  const own = item.closest(".api-credentials__nav");
  const neighbour = clients();
  const navigation = document.querySelector(".keycloak__page_nav__nav nav");
  const list = navigation?.querySelector("section:last-of-type ul");
  if (neighbour) {
    neighbour.after(item);
  } else if (list) {
    list.prepend(item);
  } else if (navigation) {
    const section = document.createElement("section");
    section.className = "pf-v5-c-nav__section api-credentials__nav";
    const ours = document.createElement("ul");
    ours.className = "pf-v5-c-nav__list";
    ours.setAttribute("role", "list");
    ours.append(item);
    section.append(ours);
    navigation.append(section);
  }
  own?.remove();
}
