import { expect, it } from "vitest";
import { refusalOf } from "./refusal";

const problem = { field: "name", code: "name_missing", errorMessage: "The name is missing." };

it("has all that is wrong", async () => {
  const answer = Response.json({ errors: [problem, problem], errorMessage: "All of it." }, { status: 400 });
  expect(await refusalOf(answer)).toMatchObject({ status: 400, problems: [problem, problem], message: "All of it." });
});

it.each([
  [{ errorMessage: "Try again." }, "Try again."],
  [{ error: "unknown_error", error_description: "It broke." }, "It broke."],
  [{ error: "HTTP 403 Forbidden" }, "HTTP 403 Forbidden"],
  [{}, "Conflict"],
])("has what is said without a list: %j", async (body, message) => {
  const answer = Response.json(body, { status: 409, statusText: "Conflict" });
  expect(await refusalOf(answer)).toMatchObject({ problems: [], message });
});

it("has the status where nothing can be read", async () => {
  expect(await refusalOf(new Response("<html>", { status: 502 }))).toMatchObject({ problems: [], message: "HTTP 502" });
});
