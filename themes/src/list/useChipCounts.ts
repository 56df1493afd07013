import { useEffect, useState } from "react";
import { useApi } from "../api/useApi";
import { type Chip, CHIPS, filterOf } from "./chips";

export type ChipCounts = Partial<Record<Chip, number>>;

/** In a larger realm they are not counted: the server judges each credential anew for each count. */
const COUNTED_UP_TO = 2000;

/**
 * How many credentials each chip finds in the realm, one count after the other, since nothing waits for them. Not known
 * where one fails: the list says what is wrong.
 */
export function useChipCounts(version: number): ChipCounts {
  const { count } = useApi();
  const [counts, setCounts] = useState<ChipCounts>({});
  useEffect(() => {
    let isCurrent = true;
    const load = async () => {
      const found: ChipCounts = {};
      if ((await count({})) <= COUNTED_UP_TO) {
        for (const chip of CHIPS) {
          if (!isCurrent) {
            return;
          }
          found[chip] = await count(filterOf(chip));
        }
      }
      if (isCurrent) {
        setCounts(found);
      }
    };
    load().catch(() => isCurrent && setCounts({}));
    return () => {
      isCurrent = false;
    };
  }, [count, version]);
  return counts;
}
