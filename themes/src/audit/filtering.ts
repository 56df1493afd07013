import type { AuditFilter } from "../api/auditTypes";

/** What can be done, as records name it. */
export const OPERATIONS = [
  ...["create", "update", "enable", "disable", "delete"],
  ...["rotate-secret", "end-secret", "offer-secret", "withdraw-link", "pick-up-secret"],
  ...["request", "approve", "reject", "withdraw", "time-out"],
  ...["change-settings", "change-permission-sets", "change-scope"],
];

/** What is filtered by, as it is entered and as it is in the address of the page: days are those of the reader. */
export const FIELDS = ["from", "to", "credential", "actor", "operation"] as const;
export type Entered = Partial<Record<(typeof FIELDS)[number], string>>;

export function enteredOf(address: URLSearchParams): Entered {
  return Object.fromEntries(FIELDS.flatMap((field) => (address.get(field) ? [[field, address.get(field)!]] : [])));
}

/** What is blank is left out. */
export function addressOf(entered: Entered): Record<string, string> {
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const text = entered[field]?.trim();
      return text ? [[field, text]] : [];
    }),
  );
}

/** What to send: from the beginning of the first day to the end of the last one. A day that is none does not narrow. */
export function filterOf(entered: Entered): AuditFilter {
  const { from, to, ...rest } = addressOf(entered);
  return { ...rest, from: midnight(from, 0), to: midnight(to, 1) };
}

function midnight(day: string | undefined, later: number): string | undefined {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? "")?.map(Number) ?? [];
  if (year === undefined || month === undefined || date === undefined) {
    return undefined;
  }
  const instant = new Date(year, month - 1, date + later);
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}
