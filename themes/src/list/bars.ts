import type { Bucket } from "../api/activityTypes";

const DAY_MILLIS = 24 * 60 * 60 * 1000;
export const DAYS = 30;

/** One day of the bar: heights from 0 to 1, all bars of a page by the same scale. */
export interface Column {
  accepted: number;
  refused: number;
}

export interface Bar {
  columns: Column[];
  accepted: number;
  refused: number;
}

/** The most uses of a day that any of these credentials has, which is the height of the bars. */
export function mostOf(all: { buckets: Bucket[] }[]): number {
  return all.reduce((most, { buckets }) => Math.max(most, ...buckets.flatMap(({ accepted, refused }) => [accepted, refused])), 1);
}

/**
 * The last thirty days, those of UTC, today's as the last. Days that are not among the uses have none. What happened at all
 * is seen, however much there is of the other days and credentials.
 *
 * @param most as many uses have the whole height; heights are as the square roots, so that few are seen beside many
 */
export function barOf(uses: Bucket[], most: number, now: Date): Bar {
  const today = Math.floor(now.getTime() / DAY_MILLIS);
  const days = Array.from({ length: DAYS }, () => ({ accepted: 0, refused: 0 }));
  for (const { from, accepted, refused } of uses) {
    const day = days[DAYS - 1 - (today - Math.floor(Date.parse(from) / DAY_MILLIS))];
    if (day) {
      day.accepted += accepted;
      day.refused += refused;
    }
  }
  return {
    columns: days.map(({ accepted, refused }) => ({ accepted: height(accepted, most), refused: height(refused, most) })),
    accepted: sum(days.map(({ accepted }) => accepted)),
    refused: sum(days.map(({ refused }) => refused)),
  };
}

const LEAST = 0.12;

function height(count: number, most: number): number {
  return count === 0 ? 0 : Math.min(1, Math.max(LEAST, Math.sqrt(count / most)));
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
