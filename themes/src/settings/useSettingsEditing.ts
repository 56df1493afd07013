import { useAlerts } from "@keycloak/keycloak-ui-shared";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Refusal } from "../api/refusal";
import type { DryRun, Problem, Settings } from "../api/types";
import { useApi } from "../api/useApi";
import { useFailure } from "../page/useFailure";
import { reasonToSend } from "../form/reason";
import { useWaiting } from "../state/useWaiting";
import { type Draft, draftOf, settingsOf } from "./fields";

/** The settings as they were read, and what is being made of them. */
export interface SettingsEditing {
  read: Settings;
  presets: Record<string, Settings>;
  draft: Draft;
  problems: Problem[];
  isSending: boolean;
  /** What the draft would mean, as far as it was asked for. */
  dryRun: DryRun | undefined;
  /** Why the change is wanted, where it waits for approval. */
  reason: string;
  explain(reason: string): void;
  edit(change: Partial<Draft>): void;
  /** Asks which credentials would not comply; undefined if that was refused. */
  check(): Promise<DryRun | undefined>;
  save(): Promise<void>;
  revert(): void;
  reload(): void;
}

export function useSettingsEditing(): SettingsEditing | { failure: unknown; retry(): void } | undefined {
  const { t } = useTranslation();
  const api = useApi();
  const { addAlert } = useAlerts();
  const { report } = useFailure();
  const tellWaiting = useWaiting();
  const [loaded, setLoaded] = useState<Pick<SettingsEditing, "read" | "presets">>();
  const [draft, setDraft] = useState<Draft>();
  const [problems, setProblems] = useState<Problem[]>([]);
  const [reason, setReason] = useState("");
  const [dryRun, setDryRun] = useState<DryRun>();
  const [failure, setFailure] = useState<unknown>();
  const [loads, setLoads] = useState(0);
  const [isSending, setSending] = useState(false);
  // A second click may come before the first has been drawn.
  const isBusy = useRef(false);

  useEffect(() => {
    let isCurrent = true;
    Promise.all([api.settings(), api.presets()]).then(
      ([read, presets]) => {
        if (isCurrent) {
          setFailure(undefined);
          setLoaded({ read, presets });
          setDraft(draftOf(read));
        }
      },
      (error: unknown) => isCurrent && setFailure(error),
    );
    return () => {
      isCurrent = false;
    };
  }, [api, loads]);

  const reload = () => setLoads((last) => last + 1);
  if (failure !== undefined) {
    return { failure, retry: reload };
  }
  if (loaded === undefined || draft === undefined) {
    return undefined;
  }
  const forget = () => {
    setProblems([]);
    setDryRun(undefined);
  };
  const send = async <T>(action: () => Promise<T>): Promise<T | undefined> => {
    if (isBusy.current) {
      return undefined;
    }
    isBusy.current = true;
    setSending(true);
    try {
      return await action();
    } catch (error) {
      if (error instanceof Refusal && error.status === 400 && error.problems.length > 0) {
        setProblems(error.problems);
      } else {
        report("saveSettings", error);
      }
      return undefined;
    } finally {
      isBusy.current = false;
      setSending(false);
    }
  };
  const wanted = settingsOf(draft, loaded.read);

  return {
    ...loaded,
    draft,
    problems,
    isSending,
    dryRun,
    reason,
    reload,
    explain: (why) => {
      setProblems([]);
      setReason(why);
    },
    edit: (change) => {
      forget();
      setDraft((last) => last && { ...last, ...change });
    },
    check: () =>
      send(async () => {
        const result = await api.trySettings(wanted);
        setDryRun(result);
        return result;
      }),
    save: async () => {
      await send(async () => {
        const { isWaiting, body } = await api.saveSettings(wanted, reasonToSend(reason));
        forget();
        setReason("");
        setLoaded({ ...loaded, read: body });
        setDraft(draftOf(body));
        if (isWaiting) {
          tellWaiting(body.pending);
        } else {
          addAlert(t("apiCredentials.settings.saved"));
        }
      });
    },
    revert: () => {
      forget();
      setDraft(draftOf(loaded.read));
    },
  };
}
