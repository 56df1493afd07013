import { useMemo } from "react";
import type { Answer, Waiting } from "./requestTypes";
import type { LinkTerms, Secrets } from "./secretTypes";
import type {
  Content,
  Credential,
  CredentialFilter,
  DryRun,
  IssuedCredential,
  ListOrder,
  PermissionSet,
  SelfTest,
  Settings,
} from "./types";
import { useSend } from "./useSend";

/** What is done with a credential, or waits; then the answer is the credential as it is until it is approved. */
export type Changed<Done = Credential> = Answer<Done, Waiting<Credential>>;

/** The admin REST resource of the realm that is shown. */
export interface Api {
  permissionSets(): Promise<PermissionSet[]>;
  selfTest(): Promise<SelfTest>;
  list(first: number, max: number, filter: CredentialFilter, sort?: ListOrder): Promise<Credential[]>;
  count(filter: CredentialFilter): Promise<number>;
  get(id: string): Promise<Credential>;
  /** The secret is in the answer, or picked up by somebody else on these terms. A reason is for those who approve. */
  create(permissionSet: string, content: Content, terms?: LinkTerms, reason?: string): Promise<Changed<IssuedCredential>>;
  /** Refused when the credential was changed since it was read. */
  update(read: Credential, content: Content, reason?: string): Promise<Changed>;
  enable(id: string, reason?: string): Promise<Changed>;
  disable(id: string, revokeTokens: boolean): Promise<Credential>;
  remove(id: string, revokeTokens: boolean, reason?: string): Promise<Changed<void>>;
  settings(): Promise<Settings>;
  presets(): Promise<Record<string, Settings>>;
  /** Says what the settings would mean, and saves nothing. */
  trySettings(settings: Settings): Promise<DryRun>;
  saveSettings(settings: Settings, reason?: string): Promise<Answer<Settings, Waiting<Settings>>>;
  secrets(id: string): Promise<Secrets>;
  /** Makes a new secret; the one before, if any, goes on working for so long, an ISO 8601 duration. */
  rotate(id: string, overlap?: string, terms?: LinkTerms, reason?: string): Promise<Changed<IssuedCredential>>;
  /** What was approved: once, and to the user who asked for it. */
  pickUp(id: string): Promise<IssuedCredential>;
  /** Refused when it is in use, unless by force. */
  endSecret(id: string, secretId: string, force: boolean): Promise<void>;
  /** Takes the link back at which a secret can be picked up. */
  withdrawLink(id: string): Promise<void>;
}

/** The admin REST resource, called as the person who is logged in. */
export function useApi(): Api {
  const { send, json, answer } = useSend();
  return useMemo(() => {
    const pathOf = (id: string) => `/${encodeURIComponent(id)}`;
    return {
      permissionSets: () => json("GET", "/permission-sets"),
      selfTest: () => json("GET", "/self-test"),
      list: (first, max, filter, sort) => json("GET", "", { first, max, ...filter, sort }),
      count: (filter) => json("GET", "/count", { ...filter }),
      get: (id) => json("GET", pathOf(id)),
      create: (permissionSet, content, terms, reason) =>
        answer("POST", "", {}, { permissionSet, ...content, ...terms, reason }),
      update: (read, content, reason) =>
        answer("PUT", pathOf(read.id), {}, { ...content, updatedAt: read.updatedAt, reason }),
      enable: (id, reason) => answer("POST", `${pathOf(id)}/enable`, { reason }),
      disable: (id, revokeTokens) => json("POST", `${pathOf(id)}/disable`, { revokeTokens }),
      remove: (id, revokeTokens, reason) => answer("DELETE", pathOf(id), { revokeTokens, reason }),
      settings: () => json("GET", "/settings"),
      presets: () => json("GET", "/settings/presets"),
      trySettings: (settings) => json("PUT", "/settings", { dryRun: true }, settings),
      saveSettings: (settings, reason) => answer("PUT", "/settings", {}, { ...settings, reason }),
      secrets: (id) => json("GET", `${pathOf(id)}/secrets`),
      rotate: (id, overlap, terms, reason) =>
        answer("POST", `${pathOf(id)}/secrets`, {}, { overlap, ...terms, reason }),
      pickUp: (id) => json("POST", `${pathOf(id)}/secrets`, {}, {}),
      endSecret: async (id, secretId, force) => {
        await send("DELETE", `${pathOf(id)}/secrets${pathOf(secretId)}`, { force });
      },
      withdrawLink: async (id) => {
        await send("DELETE", `${pathOf(id)}/secrets/link`);
      },
    };
  }, [send, json, answer]);
}
