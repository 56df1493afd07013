import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import catalogue from "../../../src/main/resources/permission-sets.json";
import { parseProperties } from "../../build/properties";
import { KINDS as KINDS_OF_ENTRIES } from "../api/timelineTypes";
import { CHIPS } from "../list/chips";
import { SEARCHES } from "../list/searching";
import { CHOICES, OPERATIONS, PATHS } from "../settings/fields";
import { WAYS } from "../stop/progress";
import { decode, filled, keyDifferences, kindsIn, type Messages, namesOf, placeholderDifferences, unique, untranslated, usesIn, wordsIn } from "./messageChecks";

const MESSAGES = new URL("../../theme/theme/api-credentials/admin/messages/", import.meta.url);
const SOURCES = new URL("../", import.meta.url);
const JAVA = new URL("../../../src/main/java/io/apicredentials/", import.meta.url);

/** What the server can find wrong, as its enums have it: the code of each kind with its sentence. */
const KINDS = [
  ...["network/Address", "permission/Permission", "credential/Content", "policy/Policy", "catalogue/Catalogue"],
  ...["delivery/Delivery", "approval/Approval", "keycloak/json/Request", "keycloak/json/Secret"],
].map((kind) => kindsIn(read(`${kind}Problem.java`, JAVA)));
const codes = KINDS.flatMap((kinds) => Object.keys(kinds));

/** What somebody is told by mail, as the server calls it. */
const NOTICES = [
  ...wordsIn(read("notice/NoticeKind.java", JAVA)),
  ...wordsIn(read("approval/RequestStatus.java", JAVA)).map((status) => `request_${status}`),
];

/** Texts of the stock console that our pages use. */
const STOCK = [
  ...["action", "back", "cancel", "clearAllFilters", "expandRow", "ipAddress", "next", "noSearchResults"],
  ...["noSearchResultsInstructions", "pagination", "refresh", "revert", "save", "search", "settings", "time", "user"],
];

const permissions = catalogue.flatMap((set) => set.catalogue);
/** What the pages put into keys, for each shape of a key that they put something into. */
const DYNAMIC: Record<string, string[]> = {
  "apiCredentials.*": ["enable", "disable", "delete"],
  ...shapes(["enable", "disable", "delete"], "*.title", "*.text"),
  ...shapes(["withdraw", "discard"], "approval.*", "approval.*.title", "approval.*.text", "approval.*.done"),
  "apiCredentials.failed.*": ["enable", "disable", "delete", "save", "load", "loadOne", "activity", "timeline", ...["secrets", "rotate", "endSecret", "withdrawLink", "settings", "saveSettings", "approvals", "approval", "decide", "withdraw", "pickUp", "explain", "stop", "audit", "verify", "download"]],
  "apiCredentials.*.*": [
    ...permissions.flatMap(({ type, action, scopes }) => [
      `type.${type}`,
      `action.${action}`,
      ...scopes.map((scope) => `scope.${scope}`),
    ]),
  ],
  "apiCredentials.timeline.kind.*": [...KINDS_OF_ENTRIES],
  "apiCredentials.notice.*": NOTICES,
  "apiCredentials.approval.delivery.*": ["link"],
  "apiCredentials.field.approval.*": ["break-glass"],
  "apiCredentials.occasion.*": ["unused", "picked_up", "emergency_stop", "timed_out"],
  "apiCredentials.filter.*": CHIPS,
  "apiCredentials.search.*": [...SEARCHES],
  "apiCredentials.search.*.help": ["address", "permission"],
  "apiCredentials.audit.*": ["from", "to", "credential", "actor"],
  "apiCredentials.audit.*.short": ["credential", "actor"],
  "apiCredentials.audit.actor.*": ["user", "link", "anonymous", "server"],
  "apiCredentials.audit.way.*": ["rest", "approval", "link", "keycloak", "import", "timer"],
  "apiCredentials.audit.fault.*": ["changed", "missing", "inserted", "moved", "detached", "head"],
  "apiCredentials.stop.way.*": [...WAYS],
  "apiCredentials.stop.way.*.help": WAYS.filter((way) => way !== "all"),
  "apiCredentials.stop.code.*": ["busy", "failed"],
  ...shapes([...OPERATIONS, "settings"], "operation.*", "waiting.*", "approval.what.*", "approval.same.*"),
  "apiCredentials.creation.*": ["waiting", "approved", "rejected"],
  "apiCredentials.approved.*": ["create", "rotate"],
  ...shapes(["open", "decided"], "approvals.*", "approvals.none.*", "approvals.none.*.text"),
  "apiCredentials.approval.status.*": ["open", "approved", "rejected", "withdrawn", "timed_out"],
  "apiCredentials.approval.content.*": ["proposed", "present"],
  "apiCredentials.approval.done.*": ["counted", "approve", "reject"],
  "apiCredentials.approval.outdated.*": ["stale", "request_decided", "already_voted"],
  "apiCredentials.environment.*": ["sandbox", "production"],
  "apiCredentials.secrets.state.*": ["newest", "replaced", "ended"],
  ...shapes(["open", "missed"], "pickUp.*", "pickUp.*.text"),
  "apiCredentials.secrets.delivery.*": ["open", "pickedUp", "ended"],
  "apiCredentials.secrets.verdict.*": ["inUse", "moved", "unusedSince", "unused", "notRecorded"],
  "apiCredentials.activity.address.*": ["others", "unknown"],
  "apiCredentials.explain.check.*": ["realm", "flow", "purpose", "state", "expiry", "content", "address", "environment", "secret", "service_account", "claims"],
  "apiCredentials.explain.state.*": ["passed", "refused", "wouldPass", "alsoRefused"],
  "apiCredentials.things.*": permissions.map(({ type }) => type),
  ...shapes(["expiry", "rotation"], "due.*", "due.*.over"),
  "apiCredentials.violation.*": [
    ...Object.keys(kindsIn(read("policy/PolicyProblem.java", JAVA))),
    "permission_not_in_catalogue",
  ],
  ...shapes([...PATHS], "settings.*", "settings.*.help"),
  "apiCredentials.settings.*.none": Object.keys(CHOICES),
  "apiCredentials.settings.preset.*": ["sandbox", "production"],
  "apiCredentials.settings.token.permissions.*": CHOICES["token.permissions"].filter((choice) => choice !== ""),
  "apiCredentials.place.*": ["org", "all.vault", "vault", "all.key", "key"],
  ...shapes(catalogue.map((set) => set.type), "set.*", "set.*.description"),
  "apiCredentials.problem.*": codes,
  ...shapes(["type", "action", "scope", "resource"], "permission.*", "permission.*.help"),
  "apiCredentials.refusal.*": [...read("access/RefusalReason.java", JAVA).matchAll(/\("([a-z_]+)"\)/g)].map(
    ([, code]) => code!,
  ),
  "apiCredentials.changes.*": ["create", "update", "enable", "disable", "delete", "rotate", "end-secret", "offer-secret", "withdraw-link", "pick-up-secret", ...["request", "approve", "reject", "withdraw", "time-out"], ...["change-settings", "change-permission-sets", "change-scope"]],
};

const bundles = Object.fromEntries(
  readdirSync(MESSAGES).map((file) => [
    /^messages_(\w+)\.properties$/.exec(file)![1]!,
    parseProperties(decode(readFileSync(new URL(file, MESSAGES)))),
  ]),
);
const english = bundles.en!;
const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).filter((file) => /(?<!\.test)\.tsx?$/.test(file));
const uses = files.map((file) => usesIn(file, read(file, SOURCES)));
const keys = unique(uses.flatMap((use) => use.keys));
const patterns = unique(uses.flatMap((use) => use.patterns));
const asked = unique([
  ...keys.filter((key) => !STOCK.includes(key)),
  ...Object.entries(DYNAMIC).flatMap(([shape, values]) => values.map((value) => filled(shape, value))),
]);

it("speaks five languages", () => {
  expect(Object.keys(bundles).sort()).toEqual(["de", "en", "es", "ja", "pt"]);
});

it("sees bytes that Keycloak would read in another encoding", () => {
  expect(() => decode(Uint8Array.of(0xfc))).toThrow();
});

describe.each(Object.keys(bundles).filter((language) => language !== "en"))("the texts in %s", (language) => {
  const messages = bundles[language]!;

  it("have the keys of English", () => {
    expect(keyDifferences(english, messages, language)).toEqual([]);
  });

  it("have the placeholders of English", () => {
    expect(placeholderDifferences(english, messages)).toEqual([]);
  });

  it("are translated", () => {
    expect(untranslated(english, messages)).toEqual([]);
  });
});

describe("the problems", () => {
  it("have the placeholders of the server's sentences", () => {
    const sentences = Object.entries(Object.assign({}, ...KINDS) as Messages);
    const model = Object.fromEntries(
      sentences.map(([code, sentence]) => [`apiCredentials.problem.${code}`, sentence.replace(/\{(value|\d)\}/g, "{{$1}}")]),
    );
    const told = Object.fromEntries(Object.keys(model).map((key) => [key, english[key] ?? ""]));
    expect(placeholderDifferences(model, told)).toEqual([]);
  });

  it("have a code each", () => {
    expect(KINDS.every((kinds) => Object.keys(kinds).length > 0)).toBe(true);
    expect(unique(codes)).toHaveLength(codes.length);
  });

  it("that the forms find are problems of the server", () => {
    const found = files.flatMap((file) => [...read(file, SOURCES).matchAll(/finding\(["`]([^"`]+)/g)].map(([, code]) => code!));
    const unknown = found.filter((code) => {
      const shape = new RegExp(`^${code.replace(/\$\{\w+\}/g, "\\w+")}$`);
      return !codes.some((known) => shape.test(known));
    });
    expect(found.length).toBeGreaterThan(0);
    expect(unknown).toEqual([]);
  });
});

describe("the pages", () => {
  it("ask for texts that there are", () => {
    expect(asked.filter((key) => !namesOf(english).includes(key))).toEqual([]);
  });

  it("ask for every text that there is", () => {
    expect(namesOf(english).filter((key) => !asked.includes(key))).toEqual([]);
  });

  it("ask for no other stock texts, and for all of these", () => {
    expect(keys.filter((key) => !key.startsWith("apiCredentials."))).toEqual(STOCK);
  });

  it("make keys in no other ways, and in all of these", () => {
    expect(patterns).toEqual(Object.keys(DYNAMIC).sort());
  });

  it("write no text themselves", () => {
    expect(uses.flatMap((use) => use.texts)).toEqual([]);
  });
});

function read(file: string, folder: URL): string {
  return readFileSync(new URL(file, folder), "utf8");
}

/** Shapes of keys into which the same is put. */
function shapes(values: string[], ...of: string[]): Record<string, string[]> {
  return Object.fromEntries(of.map((shape) => [`apiCredentials.${shape}`, values]));
}
