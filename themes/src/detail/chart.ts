import type { Counts } from "../api/activityTypes";

/** One refused use among thousands must be seen. */
const LEAST = 0.02;

/** How high the two parts of a bar are, where the highest bar may have this height. What there is any of is never invisible. */
export function heightsOf({ accepted, refused }: Counts, most: number, height: number): Counts {
  const scaled = (count: number) => (count === 0 ? 0 : Math.max((count / most) * height, LEAST * height));
  const top = scaled(refused);
  return { accepted: Math.min(scaled(accepted), height - top), refused: top };
}
