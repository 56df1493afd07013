import type { Finding, Problem } from "../api/types";

/** What the console finds wrong by itself, told as the server would. */
export function finding(code: string, value: string | null, ...details: (string | number)[]): Finding {
  return { code, params: [value, ...details.map(String)] };
}

/** What the server found wrong with one field, or undefined. */
export function problemAt(problems: Problem[], field: string): Problem | undefined {
  return problems.find((problem) => problem.field === field);
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
