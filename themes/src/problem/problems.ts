import type { Problem } from "../api/types";

/** What the server found wrong with one field, or undefined. */
export function problemAt(problems: Problem[], field: string): string | undefined {
  return problems.find((problem) => problem.field === field)?.errorMessage;
}

/** The problems of a field and of everything in it: `allowedIps` has those of `allowedIps[2]`. */
export function problemsWithin(problems: Problem[], ...fields: string[]): Problem[] {
  return problems.filter(({ field }) =>
    fields.some((name) => field === name || field.startsWith(`${name}[`) || field.startsWith(`${name}.`)),
  );
}

/** The problems of all other fields; that the credential is stale is said elsewhere. */
export function problemsElsewhere(problems: Problem[], ...fields: string[]): Problem[] {
  const own = problemsWithin(problems, "updatedAt", ...fields);
  return problems.filter((problem) => !own.includes(problem));
}
