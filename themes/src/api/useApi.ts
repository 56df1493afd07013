import { useAdminClient, useRealm } from "@keycloak/keycloak-admin-ui";
import { useMemo } from "react";
import { refusalOf, Unreachable } from "./refusal";
import type { LinkTerms, Secrets } from "./secretTypes";
import type {
  Change,
  Content,
  Credential,
  CredentialFilter,
  DryRun,
  IssuedCredential,
  LastUsed,
  PermissionSet,
  Recording,
  Records,
  SelfTest,
  Settings,
  Use,
} from "./types";

/** The most that the server gives out at once. */
const MAX = 100;

type Query = Record<string, string | number | boolean | undefined>;

/** The admin REST resource of the realm that is shown. */
export interface Api {
  permissionSets(): Promise<PermissionSet[]>;
  selfTest(): Promise<SelfTest>;
  list(first: number, max: number, filter: CredentialFilter): Promise<Credential[]>;
  count(filter: CredentialFilter): Promise<number>;
  lastUsed(ids: string[]): Promise<LastUsed>;
  get(id: string): Promise<Credential>;
  /** The secret is in the answer, or picked up by somebody else on these terms. */
  create(permissionSet: string, content: Content, terms?: LinkTerms): Promise<IssuedCredential>;
  /** Refused when the credential was changed since it was read. */
  update(read: Credential, content: Content): Promise<Credential>;
  setEnabled(id: string, enabled: boolean, revokeTokens: boolean): Promise<Credential>;
  remove(id: string, revokeTokens: boolean): Promise<void>;
  settings(): Promise<Settings>;
  presets(): Promise<Record<string, Settings>>;
  /** Says what the settings would mean, and saves nothing. */
  trySettings(settings: Settings): Promise<DryRun>;
  saveSettings(settings: Settings): Promise<Settings>;
  secrets(id: string): Promise<Secrets>;
  /** Makes a new secret; the one before, if any, goes on working for so long, an ISO 8601 duration. */
  rotate(id: string, overlap?: string, terms?: LinkTerms): Promise<IssuedCredential>;
  /** Refused when it is in use, unless by force. */
  endSecret(id: string, secretId: string, force: boolean): Promise<void>;
  usage(id: string, first: number, max: number): Promise<Records<Use>>;
  changes(id: string, first: number, max: number): Promise<Records<Change>>;
}

/** The tables ask for one row more than they show, to know whether there is a next page: by 1 more than the most. */
async function inPages<T>(
  first: number,
  max: number,
  page: (first: number, max: number) => Promise<T[]>,
): Promise<T[]> {
  const rows = await page(first, Math.min(max, MAX));
  return max > MAX && rows.length === MAX ? rows.concat(await page(first + MAX, max - MAX)) : rows;
}

async function records<T>(
  first: number,
  max: number,
  page: (first: number, max: number) => Promise<Records<T>>,
): Promise<Records<T>> {
  let recording: Recording = { recorded: true };
  const rows = await inPages(first, max, async (from, count) => {
    const { rows: found, ...told } = await page(from, count);
    recording = told;
    return found;
  });
  return { ...recording, rows };
}

/** The admin REST resource, called as the person who is logged in. */
export function useApi(): Api {
  const { adminClient } = useAdminClient();
  const { realm } = useRealm();
  return useMemo(() => {
    const base = `${adminClient.baseUrl}/admin/realms/${encodeURIComponent(realm)}/api-credentials`;

    const send = async (method: string, path: string, query: Query = {}, body?: unknown): Promise<Response> => {
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
    const json = async <T>(method: string, path: string, query?: Query, body?: unknown): Promise<T> =>
      (await send(method, path, query, body)).json();

    return {
      permissionSets: () => json("GET", "/permission-sets"),
      selfTest: () => json("GET", "/self-test"),
      list: (first, max, filter) => json("GET", "", { first, max, ...filter }),
      count: (filter) => json("GET", "/count", { ...filter }),
      lastUsed: (ids) =>
        json("GET", `/last-used?${ids.slice(0, MAX).map((id) => `id=${encodeURIComponent(id)}`).join("&")}`),
      get: (id) => json("GET", `/${encodeURIComponent(id)}`),
      create: (permissionSet, content, terms) => json("POST", "", {}, { permissionSet, ...content, ...terms }),
      update: (read, content) =>
        json("PUT", `/${encodeURIComponent(read.id)}`, {}, { ...content, updatedAt: read.updatedAt }),
      setEnabled: (id, enabled, revokeTokens) =>
        json(
          "POST",
          `/${encodeURIComponent(id)}/${enabled ? "enable" : "disable"}`,
          enabled ? {} : { revokeTokens },
        ),
      remove: async (id, revokeTokens) => {
        await send("DELETE", `/${encodeURIComponent(id)}`, { revokeTokens });
      },
      settings: () => json("GET", "/settings"),
      presets: () => json("GET", "/settings/presets"),
      trySettings: (settings) => json("PUT", "/settings", { dryRun: true }, settings),
      saveSettings: (settings) => json("PUT", "/settings", {}, settings),
      secrets: (id) => json("GET", `/${encodeURIComponent(id)}/secrets`),
      rotate: (id, overlap, terms) => json("POST", `/${encodeURIComponent(id)}/secrets`, {}, { overlap, ...terms }),
      endSecret: async (id, secretId, force) => {
        await send("DELETE", `/${encodeURIComponent(id)}/secrets/${encodeURIComponent(secretId)}`, { force });
      },
      usage: (id, first, max) =>
        records(first, max, async (from, count) => {
          const { uses, ...recording } = await json<Recording & { uses: Use[] }>(
            "GET",
            `/${encodeURIComponent(id)}/usage`,
            { first: from, max: count },
          );
          return { ...recording, rows: uses };
        }),
      changes: (id, first, max) =>
        records(first, max, async (from, count) => {
          const { changes, ...recording } = await json<Recording & { changes: Change[] }>(
            "GET",
            `/${encodeURIComponent(id)}/changes`,
            { first: from, max: count },
          );
          return { ...recording, rows: changes };
        }),
    };
  }, [adminClient, realm]);
}
