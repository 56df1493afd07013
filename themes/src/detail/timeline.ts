import { type Kind, KINDS, type Notice, type TimelineEntry } from "../api/timelineTypes";
import type { Use } from "../api/types";
import { type Told, toldByEvent, toldOf } from "../record/told";

/** An entry as it is shown: a use, a change or a notice. */
export interface TimelineRow {
  key: string;
  time: string;
  use?: Use;
  told?: Told;
  notice?: Notice;
}

/** The kind that an address narrows to; undefined where it names none. */
export function kindOf(address: URLSearchParams): Kind | undefined {
  return KINDS.find((kind) => kind === address.get("kind"));
}

/** Each with a key of its own that stays while others come and go; of what is told by an event, with what was before it. */
export function rowsOf(entries: TimelineEntry[]): TimelineRow[] {
  const seen = new Map<string, number>();
  return entries.map(({ kind, time, use, record, event, notice }, index) => {
    const name = record === undefined ? `${kind} ${time}` : record["event.hash"];
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    const earlier = entries.slice(index + 1).flatMap((entry) => entry.event ?? []);
    return {
      key: count === 0 ? name : `${name} ${count}`,
      time,
      use,
      notice,
      told: record ? toldOf(record) : event && toldByEvent(event, earlier),
    };
  });
}
