import { useEnvironment, useRealm, useWhoAmI } from "@keycloak/keycloak-admin-ui";
import { useRef, useState } from "react";
import { useNavigate } from "react-router-dom";
import type { Credential, PermissionSet, Problem } from "../api/types";
import { useApi } from "../api/useApi";
import { allowedIpsOf } from "../form/addresses";
import { termsOf } from "../form/delivery";
import { lifeContentOf } from "../form/life";
import { permissionsOf } from "../form/permissions";
import { reasonToSend } from "../form/reason";
import { strip } from "../form/text";
import { toDetail } from "../page/paths";
import { useNewSecret } from "../secret/NewSecret";
import { useWaiting } from "../state/useWaiting";
import { attempt, type Outcome } from "./attempt";
import type { LostAttempt } from "./draft";
import type { KeptDraft } from "./useDraft";

/** How the last attempt ended, if it has no secret to show. */
export type Failure = Exclude<Outcome, { kind: "created" | "waiting" }>;

export interface Generating {
  isSending: boolean;
  failure: Failure | undefined;
  problems: Problem[];
  /** The server's last word was about something else. */
  forget(): void;
  generate(): Promise<void>;
  /** Deletes what an attempt has left whose answer was lost, and tries again. */
  replace(orphans: Credential[]): Promise<void>;
}

/** Creates what was entered, once for however many clicks, and hands over its secret, or the link to it. */
export function useGenerate({ draft, edit, drop }: KeptDraft, set: PermissionSet | undefined): Generating {
  const api = useApi();
  const { realm } = useRealm();
  const { whoAmI } = useWhoAmI();
  const { keycloak } = useEnvironment();
  const showSecret = useNewSecret();
  const tellWaiting = useWaiting();
  const navigate = useNavigate();
  const [failure, setFailure] = useState<Failure>();
  const [isSending, setSending] = useState(false);
  // A second click may come before the first has been drawn.
  const isBusy = useRef(false);

  const once = async (action: () => Promise<void>) => {
    if (isBusy.current) {
      return;
    }
    isBusy.current = true;
    setSending(true);
    try {
      await action();
    } finally {
      isBusy.current = false;
      setSending(false);
    }
  };

  const create = async (lost: LostAttempt | undefined) => {
    const content = {
      name: strip(draft.texts.name),
      description: strip(draft.texts.description) || undefined,
      allowedIps: allowedIpsOf(draft.addresses),
      permissions: permissionsOf(draft.rows[set!.type] ?? []),
      ...lifeContentOf(draft.life),
    };
    const outcome = await attempt(api, whoAmI.userId, set!.type, content, termsOf(draft.delivery), lost, reasonToSend(draft.reason));
    if (outcome.kind === "created") {
      drop();
      setFailure(undefined);
      showSecret({ credential: outcome.credential, realm });
      return;
    }
    if (outcome.kind === "waiting") {
      drop();
      tellWaiting(outcome.credential.pending);
      void navigate(toDetail(realm, outcome.credential.id), { replace: true });
      return;
    }
    setFailure(outcome);
    if ("lost" in outcome) {
      edit((last) => ({ ...last, lost: outcome.lost }));
    }
  };

  return {
    isSending,
    failure,
    problems: failure?.kind === "refused" ? failure.problems : [],
    forget: () => setFailure((last) => (last?.kind === "refused" ? undefined : last)),
    generate: () =>
      once(async () => {
        if (failure?.kind === "sessionEnded") {
          // The old session is gone, and this page cannot go on with it. Loaded anew, it has the session that was begun in
          // another tab, and what was typed.
          try {
            await keycloak.updateToken(-1);
          } catch {
            await keycloak.login();
            return;
          }
        }
        await create(draft.lost);
      }),
    replace: (orphans) =>
      once(async () => {
        try {
          for (const { id } of orphans) {
            await api.remove(id, false);
          }
        } catch {
          // If it is still there, the next attempt finds it before it creates anything.
        }
        await create(draft.lost);
      }),
  };
}
