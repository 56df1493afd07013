import type { Credential } from "./types";
import type { Api } from "./useApi";

const PAGE = 100;

/** Those of exactly this name. The search also finds what only contains it. */
export async function namesakes(api: Pick<Api, "list">, name: string): Promise<Credential[]> {
  const found: Credential[] = [];
  for (let first = 0; ; first += PAGE) {
    const page = await api.list(first, PAGE, { search: name });
    found.push(...page.filter((credential) => credential.name === name));
    if (page.length < PAGE) {
      return found;
    }
  }
}
