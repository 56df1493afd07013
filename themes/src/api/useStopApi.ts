import { useMemo } from "react";
import { linesOf } from "./lines";
import { Unreachable } from "./refusal";
import type { StopEvent, StopFilter, StopPreview, StopTerms } from "./stopTypes";
import { useSend } from "./useSend";

/** As many as the server names at once. */
export const MOST_NAMED = 100;

/** The emergency stop of the realm that is shown. */
export interface StopApi {
  /** Says what a stop would do that ends tokens too, and does nothing. */
  preview(filter: StopFilter): Promise<StopPreview>;
  /** Stops them, and tells of each. It goes on at the server when the connection breaks, which is an {@link Unreachable}. */
  run(filter: StopFilter, terms: StopTerms, onEvent: (event: StopEvent) => void): Promise<void>;
}

export function useStopApi(): StopApi {
  const { send, json } = useSend();
  return useMemo(
    () => ({
      preview: (filter) => json("POST", "/emergency-stop", { max: MOST_NAMED }, { filter, revokeTokens: true, dryRun: true }),
      run: async (filter, terms, onEvent) => {
        const { body } = await send("POST", "/emergency-stop", {}, { filter, ...terms });
        try {
          for await (const line of linesOf(body!)) {
            onEvent(JSON.parse(line) as StopEvent);
          }
        } catch (broken) {
          throw new Unreachable(broken);
        }
      },
    }),
    [send, json],
  );
}
