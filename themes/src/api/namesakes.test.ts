import { expect, it } from "vitest";
import { namesakes } from "./namesakes";
import type { Credential } from "./types";

it("finds all of a name, on whatever page", async () => {
  const all = Array.from({ length: 250 }, (_, index): Credential => ({
    id: String(index),
    clientId: `apicred-${index}`,
    name: index % 100 === 7 ? "Payout service" : `Payout service ${index}`,
    permissionSet: "wallets",
    enabled: true,
    status: "enabled",
  }));
  const list = async (first: number, max: number) => all.slice(first, first + max);

  expect((await namesakes({ list }, "Payout service")).map(({ id }) => id)).toEqual(["7", "107", "207"]);
});
