import type { ReactNode } from "react";
import type { Credential } from "../api/types";
import { stopsOf } from "../state/stops";
import { isAwaited, useWhatIf } from "../state/useWhatIf";
import { EndEffect } from "./EndEffect";
import { endsEarlier, isSoon } from "./ending";
import { UnknownEffect } from "./UnknownEffect";
import type { SaveQuestion } from "./useSaving";

/** When it comes, an end stops the same as disabling. */
const CHANGE = { change: "disable" } as const;

/**
 * What an end that is earlier than the one in force would stop.
 *
 * @param expiresAt as it is in the form; undefined while it cannot be saved
 */
export function useEnding(credential: Credential, expiresAt: string | undefined): { note: ReactNode; question: SaveQuestion } {
  const end = expiresAt !== undefined && endsEarlier(credential.expiresAt ?? "", expiresAt) ? expiresAt : undefined;
  const change = end === undefined ? undefined : CHANGE;
  const prospect = useWhatIf(credential.id, change);
  const { answer, failure } = prospect;
  const stops = answer && stopsOf(answer, credential.createdAt);
  const isNear = end !== undefined && isSoon(end, new Date());
  const note =
    end && stops ? (
      <EndEffect expiresAt={end} stops={stops} isSoon={isNear} />
    ) : (
      failure !== undefined && <UnknownEffect failure={failure} />
    );
  const isUsed = stops === undefined || stops.last !== undefined;
  return {
    note,
    question: {
      titleKey: "apiCredentials.effect.title.expiry",
      isAwaited: isAwaited(change, prospect),
      text: isNear && isUsed ? note : undefined,
    },
  };
}
