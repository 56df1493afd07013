import type { Activity, AddressCounts } from "../api/activityTypes";
import { admits } from "../form/addresses";

/** What a list of addresses would have done to the accepted uses that were counted. */
export interface Effect {
  /** The addresses that would have been refused, with most uses first. */
  refused: AddressCounts[];
  /** How many uses cannot be judged, since their addresses were not told apart or are not known. */
  unjudged: number;
}

/** Judges the accepted uses of a time by a list that is not in force. */
export function effectOf(activity: Activity, allowedIps: string[]): Effect {
  const used = activity.addresses.filter(({ accepted }) => accepted > 0);
  const isNamed = ({ address }: AddressCounts) => address !== "others" && address !== "unknown";
  return {
    refused: used.filter((one) => isNamed(one) && !admits(allowedIps, one.address)),
    unjudged: used.filter((one) => !isNamed(one)).reduce((sum, { accepted }) => sum + accepted, 0),
  };
}
