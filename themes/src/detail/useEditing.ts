import { useAlerts, useFetch } from "@keycloak/keycloak-ui-shared";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Refusal } from "../api/refusal";
import type { Credential, Problem } from "../api/types";
import { useApi } from "../api/useApi";
import { contentOf, type Draft, draftOf, isSameContent, type Part } from "./draft";

/** A credential as it was read, and what is being made of it on all tabs until each is saved. */
export interface Editing {
  credential: Credential;
  draft: Draft;
  problems: Problem[];
  /** Somebody else has changed the credential since it was read. */
  isStale: boolean;
  edit(changed: Partial<Draft>): void;
  revert(part: Part): void;
  save(part: Part): Promise<void>;
  reload(): void;
  /** Takes over what enabling or disabling has answered, and leaves alone what is being edited. */
  changed(answer: Credential): void;
}

export function useEditing(id: string): Editing | "missing" | undefined {
  const { t } = useTranslation();
  const api = useApi();
  const { addAlert, addError } = useAlerts();
  const [credential, setCredential] = useState<Credential | "missing">();
  const [draft, setDraft] = useState<Draft>();
  const [problems, setProblems] = useState<Problem[]>([]);
  const [isStale, setStale] = useState(false);
  const [loads, setLoads] = useState(0);

  useFetch(
    () =>
      api.get(id).catch((error: unknown) => {
        if (error instanceof Refusal && error.status === 404) {
          return "missing" as const;
        }
        throw error;
      }),
    (read) => {
      setCredential(read);
      setDraft(read === "missing" ? undefined : draftOf(read));
      setProblems([]);
      setStale(false);
    },
    [api, id, loads],
  );

  if (credential === "missing") {
    return credential;
  }
  if (credential === undefined || draft === undefined) {
    return undefined;
  }
  const takeOver = (read: Credential, part: Part) => {
    setDraft((last) => last && { ...last, [part]: draftOf(read)[part] });
    setProblems([]);
  };

  return {
    credential,
    draft,
    problems,
    isStale,
    edit: (changed) => {
      setDraft((last) => last && { ...last, ...changed });
      // The server's last word was about something else.
      setProblems([]);
    },
    revert: (part) => takeOver(credential, part),
    save: async (part) => {
      try {
        const saved = await api.update(credential, contentOf(credential, draft, part));
        setCredential(saved);
        takeOver(saved, part);
        addAlert(t("apiCredentials.saved"));
      } catch (error) {
        if (error instanceof Refusal && error.problems.length > 0) {
          setProblems(error.problems);
          setStale(error.problems.some(({ field }) => field === "updatedAt"));
        } else if (error instanceof Refusal && error.status === 404) {
          setCredential("missing");
        } else {
          addError("apiCredentials.failed", error);
        }
      }
    },
    reload: () => setLoads((last) => last + 1),
    changed: (answer) =>
      // With its content changed by somebody else it stays as old as it is, so that saving is refused.
      setCredential(isSameContent(answer, credential) ? answer : { ...credential, enabled: answer.enabled }),
  };
}
