import { expect, it } from "vitest";
import { curlLine, envFile } from "./handover";

it("writes a command without the secret that no address can break out of", () => {
  expect(curlLine("https://id.example.org/realms/o'neill/token")).toBe(
    `curl -s 'https://id.example.org/realms/o%27neill/token' -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials`,
  );
});

it("writes a file of variables", () => {
  expect(envFile("https://id.example.org/token", "id", "kac_x")).toBe(
    "CLIENT_ID=id\nCLIENT_SECRET=kac_x\nTOKEN_URL=https://id.example.org/token\n",
  );
});
