import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Refusal } from "../api/refusal";
import type { Credential, Problem } from "../api/types";
import { useApi } from "../api/useApi";
import { useFailure } from "../page/useFailure";
import { useWaiting } from "../state/useWaiting";
import { contentOf, type Draft, draftOf, isChanged, isSameContent, type Part } from "./draft";

const PARTS: Part[] = ["texts", "life", "addresses", "rows"];

/** A credential as it was read, and what is being made of it on all tabs until each is saved. */
export interface Editing {
  credential: Credential;
  draft: Draft;
  problems: Problem[];
  /** Somebody else has changed the credential since it was read. */
  isStale: boolean;
  /** Parts with something to save. */
  changed: Part[];
  edit(change: Partial<Draft>): void;
  revert(parts: Part[]): void;
  /** Where it waits for approval, what was edited is with the request, and the credential is as it was. */
  save(parts: Part[], reason?: string): Promise<void>;
  reload(): void;
  /** Takes over what enabling, disabling or rotating has answered, and leaves alone what is being edited. */
  takeOver(answer: Credential): void;
}

/** The credential could not be read. */
export interface Unread {
  failure: unknown;
  retry(): void;
}

/** What of an answer is no content. */
function stateOf(credential: Credential): Partial<Credential> {
  const { enabled, status, pending, pickUp, ownerGone, secrets, delivery, refusal, violations, warnings } = credential;
  return { enabled, status, pending, pickUp, ownerGone, secrets, delivery, refusal, violations, warnings };
}

export function useEditing(id: string): Editing | Unread | "missing" | undefined {
  const { t } = useTranslation();
  const api = useApi();
  const { addAlert } = useAlerts();
  const { report } = useFailure();
  const tellWaiting = useWaiting();
  const [credential, setCredential] = useState<Credential | "missing">();
  const [draft, setDraft] = useState<Draft>();
  const [problems, setProblems] = useState<Problem[]>([]);
  const [isStale, setStale] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [loads, setLoads] = useState(0);

  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const read = await api.get(id);
      if (isCurrent) {
        setCredential(read);
        setDraft(draftOf(read));
        setProblems([]);
        setStale(false);
        setFailure(undefined);
      }
    };
    load().catch((error: unknown) => {
      if (isCurrent && error instanceof Refusal && error.status === 404) {
        setCredential("missing");
      } else if (isCurrent) {
        setFailure(error);
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [api, id, loads]);

  const reload = () => setLoads((last) => last + 1);
  if (credential === "missing") {
    return credential;
  }
  if (failure !== undefined) {
    return { failure, retry: reload };
  }
  if (credential === undefined || draft === undefined) {
    return undefined;
  }
  const changed = PARTS.filter((part) => isChanged(credential, draft, part));
  const settle = (read: Credential, parts: Part[]) => {
    const settled = Object.fromEntries(parts.map((part) => [part, draftOf(read)[part]]));
    setDraft((last) => last && { ...last, ...settled });
    setProblems([]);
  };

  return {
    credential,
    draft,
    problems,
    isStale,
    changed,
    edit: (change) => {
      setDraft((last) => last && { ...last, ...change });
      // The server's last word was about something else.
      setProblems([]);
    },
    revert: (parts) => settle(credential, parts),
    save: async (parts, reason) => {
      try {
        // What was not changed is not sent, where that leaves it as it is.
        const wanted = parts.filter((part) => changed.includes(part));
        const { isWaiting, body } = await api.update(credential, contentOf(credential, draft, wanted), reason);
        setCredential(body);
        settle(body, parts);
        if (isWaiting) {
          tellWaiting(body.pending);
        } else {
          addAlert(t("apiCredentials.saved"));
        }
      } catch (error) {
        if (error instanceof Refusal && error.status === 404) {
          setCredential("missing");
        } else if (error instanceof Refusal && error.status === 400 && error.problems.length > 0) {
          setProblems(error.problems);
          setStale(error.problems.some(({ field }) => field === "updatedAt"));
        } else {
          report("save", error);
        }
      }
    },
    reload,
    takeOver: (answer) =>
      // With its content changed by somebody else it stays as old as it is, so that saving is refused.
      setCredential(isSameContent(answer, credential) ? answer : { ...credential, ...stateOf(answer) }),
  };
}
