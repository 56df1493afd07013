import { useAdminClient, useRealm } from "@keycloak/keycloak-admin-ui";
import { useMemo } from "react";
import { refusalOf, Unreachable } from "./refusal";
import type { Answer } from "./requestTypes";

const ACCEPTED = 202;

export type Query = Record<string, string | number | boolean | undefined>;

/** Requests to the admin REST resource of the realm that is shown, below its path. */
export interface Sender {
  send(method: string, path: string, query?: Query, body?: unknown): Promise<Response>;
  json<T>(method: string, path: string, query?: Query, body?: unknown): Promise<T>;
  /** Of what may have to wait until others approve it; where it is done, there may be no body. */
  answer<Done, Waiting>(method: string, path: string, query?: Query, body?: unknown): Promise<Answer<Done, Waiting>>;
}

/** Sends as the person who is logged in. */
export function useSend(): Sender {
  const { adminClient } = useAdminClient();
  const { realm } = useRealm();
  return useMemo(() => {
    const base = `${adminClient.baseUrl}/admin/realms/${encodeURIComponent(realm)}/api-credentials`;

    const send: Sender["send"] = async (method, path, query = {}, body) => {
      const parameters = new URLSearchParams();
      Object.entries(query)
        .filter(([, value]) => value !== undefined && value !== "")
        .forEach(([name, value]) => parameters.append(name, String(value)));
      const token = await adminClient.getAccessToken();
      const answer = await fetch(`${base}${path}${parameters.size ? `?${parameters}` : ""}`, {
        method,
        headers: {
          Authorization: `Bearer ${token}`,
          Accept: "application/json",
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      }).catch((error: unknown) => {
        throw new Unreachable(error);
      });
      if (!answer.ok) {
        throw await refusalOf(answer);
      }
      return answer;
    };

    return {
      send,
      json: async (...request) => (await send(...request)).json(),
      answer: async (...request) => {
        const answer = await send(...request);
        const body = answer.status === 204 ? undefined : await answer.json();
        return { isWaiting: answer.status === ACCEPTED, body };
      },
    };
  }, [adminClient, realm]);
}
