import { describe, expect, it } from "vitest";
import { Refusal } from "../api/refusal";
import type { Pending } from "../api/requestTypes";
import type { LinkTerms } from "../api/secretTypes";
import type { Content, Credential } from "../api/types";
import { attempt } from "./attempt";

const content: Content = { name: "Payout service", allowedIps: ["10.0.0.1"], permissions: [] };
const stored = (id: string, change: Partial<Credential> = {}): Credential => ({
  id,
  clientId: `apicred-${id}`,
  name: content.name,
  permissionSet: "wallets",
  enabled: true,
  status: "enabled",
  createdBy: "me",
  ...change,
});
const pending: Pending = {
  id: "new.0a1b2c3d",
  operation: "create",
  requestedBy: "me",
  requestedAt: "2026-11-25T12:00:00Z",
  expiresAt: "2026-11-25T13:00:00Z",
  digest: "sha256:00",
  proposed: {},
  votes: [],
  required: 1,
};
const BROKEN = new TypeError("Failed to fetch");

/** A server that holds credentials; a failure happens before or after it has stored one. */
function server(present: Credential[], fails?: { creating?: Error; afterwards?: Error; listing?: Error }) {
  const held = [...present];
  return {
    held,
    list: async (first: number, max: number) => {
      if (fails?.listing) {
        throw fails.listing;
      }
      return held.slice(first, first + max);
    },
    create: async (_: string, __: Content, terms?: LinkTerms) => {
      if (fails?.creating) {
        throw fails.creating;
      }
      const created = stored("new");
      held.push(created);
      if (fails?.afterwards) {
        throw fails.afterwards;
      }
      const issued = terms
        ? { ...created, link: "https://id/link", delivery: { expiresAt: terms.validFor, open: true } }
        : { ...created, clientSecret: "kac_x" };
      return { isWaiting: false as const, body: issued };
    },
  };
}
const go = (api: ReturnType<typeof server>, earlier?: { name: string; known: string[] }) =>
  attempt(api, "me", "wallets", content, undefined, earlier);

describe("creating a credential", () => {
  it("ends with its secret, also beside others of the name", async () => {
    expect(await go(server([stored("old")]))).toMatchObject({
      kind: "created",
      credential: { id: "new", clientSecret: "kac_x" },
    });
  });

  it("ends with a link where that is asked for", async () => {
    const terms: LinkTerms = { delivery: "link", validFor: "PT1H", addressBound: false };
    expect(await attempt(server([]), "me", "wallets", content, terms, undefined)).toMatchObject({
      kind: "created",
      credential: { link: "https://id/link", delivery: { expiresAt: "PT1H" } },
    });
  });

  it("ends without a secret where it waits for approval, also when that answer is lost", async () => {
    const waiting = { ...stored("new"), pending };
    const api = server([]);
    api.create = async () => ({ isWaiting: true as const, body: waiting }) as never;
    expect(await go(api)).toEqual({ kind: "waiting", credential: waiting });

    expect(await go(server([waiting]), { name: content.name, known: [] })).toEqual({
      kind: "waiting",
      credential: waiting,
    });
  });

  it.each([BROKEN, new Refusal(502, [], "Bad Gateway"), new SyntaxError("half an answer")])(
    "finds what was created when its answer is lost: %s",
    async (afterwards) => {
      expect(await go(server([stored("old")], { afterwards }))).toMatchObject({
        kind: "orphaned",
        orphans: [{ id: "new" }],
      });
    },
  );

  it("takes nothing for it that was there before, is another's, of another set or of another name", async () => {
    const api = server([stored("old")], { creating: BROKEN });
    const others = [
      stored("theirs", { createdBy: "them" }),
      stored("other", { permissionSet: "controls" }),
      stored("longer", { name: `${content.name} 2` }),
    ];
    const list = api.list;
    let lists = 0;
    api.list = async (first, max) => [...(await list(first, max)), ...(lists++ > 0 ? others : [])];

    expect(await go(api)).toEqual({ kind: "lost", lost: { name: content.name, known: ["old"] } });
  });

  it("looks for what an earlier attempt has left before it creates another", async () => {
    const api = server([stored("old"), stored("late")]);

    expect(await go(api, { name: content.name, known: ["old"] })).toMatchObject({
      kind: "orphaned",
      orphans: [{ id: "late" }],
    });
    expect(api.held).toHaveLength(2);
  });

  it("goes on when the earlier attempt has left nothing", async () => {
    expect(await go(server([stored("old")]), { name: content.name, known: ["old"] })).toMatchObject({
      kind: "created",
    });
  });

  it("sends nothing to a server that cannot be reached", async () => {
    const api = server([], { listing: BROKEN });

    expect(await go(api)).toEqual({ kind: "unreachable" });
    expect(api.held).toEqual([]);
  });

  it("tells the end of the session from a refusal", async () => {
    const problems = [{ field: "name", errorMessage: "too short" }];
    const refused = (status: number, found = problems) => server([], { creating: new Refusal(status, found, "no") });

    expect(await go(refused(401, []))).toEqual({ kind: "sessionEnded" });
    expect(await go(server([], { listing: new Refusal(401, [], "no") }))).toEqual({ kind: "sessionEnded" });
    expect(await go(refused(400))).toEqual({ kind: "refused", problems });
    expect(await go(refused(403, []))).toMatchObject({ kind: "failed", error: { status: 403 } });
  });
});
