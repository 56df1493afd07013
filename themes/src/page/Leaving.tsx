import { Button, Modal, ModalVariant } from "@patternfly/react-core";
import { createContext, type PropsWithChildren, useContext, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type NavigationType, useBlocker } from "react-router-dom";

/** What a page says when somebody goes to another address: nothing against it, not now, or only after a question. */
type Answer = "leave" | "stay" | "ask";
type Guard = (pathname: string, how: `${NavigationType}`) => Answer;

const Guards = createContext<Set<Guard>>(new Set());

/** Asks before a page is left. For all pages, since the router listens to one blocker only. */
export const Leaving = ({ children }: PropsWithChildren) => {
  const { t } = useTranslation();
  const guards = useRef(new Set<Guard>()).current;
  const isAsked = useRef(false);
  const blocker = useBlocker(({ nextLocation: { pathname }, historyAction }) => {
    const answers = [...guards].map((guard) => guard(pathname, historyAction));
    isAsked.current = answers.includes("ask") && !answers.includes("stay");
    return answers.some((answer) => answer !== "leave");
  });
  const isBlocked = blocker.state === "blocked";

  return (
    <Guards.Provider value={guards}>
      {children}
      {isBlocked && isAsked.current && (
        <Modal
          isOpen
          className="api-credentials__leave"
          variant={ModalVariant.small}
          titleIconVariant="warning"
          title={t("apiCredentials.leave.title")}
          onClose={blocker.reset}
          actions={[
            <Button key="leave" variant="danger" data-testid="leave" onClick={blocker.proceed}>
              {t("apiCredentials.leave.confirm")}
            </Button>,
            <Button key="stay" variant="link" data-testid="stay" onClick={blocker.reset}>
              {t("apiCredentials.leave.stay")}
            </Button>,
          ]}
        >
          {t("apiCredentials.leave.text")}
        </Modal>
      )}
    </Guards.Provider>
  );
};

/**
 * Keeps the page in front as long as leaving it would lose something: links and the browser's Back do nothing, and the
 * browser asks before it reloads or closes the page. An address that is entered by hand leaves all the same; the router
 * does not hear of it. The function that is returned lets go at once.
 */
export function useStay(isNeeded: boolean): () => void {
  return useGuard(isNeeded, () => "stay");
}

/**
 * Asks before the page is left with something unsaved, as the browser does before it reloads or closes the page. The
 * function that is returned lets go at once.
 *
 * @param isWithin whether an address belongs to the same page, so that nothing is lost there
 */
export function useUnsaved(isUnsaved: boolean, isWithin: (pathname: string) => boolean = () => false): () => void {
  return useGuard(isUnsaved, (pathname) => (isWithin(pathname) ? "leave" : "ask"));
}

/**
 * Decides what becomes of going to another address.
 *
 * @param isKept whether what is entered outlasts a reload, so that the browser need not ask
 */
export function useGuard(isNeeded: boolean, answer: Guard, isKept = false): () => void {
  const guards = useContext(Guards);
  const latest = useRef({ isNeeded, answer });
  latest.current = { isNeeded, answer };

  useEffect(() => {
    if (!isNeeded) {
      return;
    }
    const guard: Guard = (...move) => (latest.current.isNeeded ? latest.current.answer(...move) : "leave");
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    guards.add(guard);
    if (!isKept) {
      window.addEventListener("beforeunload", ask);
    }
    return () => {
      guards.delete(guard);
      window.removeEventListener("beforeunload", ask);
    };
  }, [isNeeded, isKept, guards]);

  return () => {
    latest.current.isNeeded = false;
  };
}
