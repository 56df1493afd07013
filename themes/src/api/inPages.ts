/** The most that the server gives out at once. */
const MAX = 100;

/** The tables ask for one row more than they show, to know whether there is a next page: by 1 more than the most. */
export async function inPages<T>(
  first: number,
  max: number,
  page: (first: number, max: number) => Promise<T[]>,
): Promise<T[]> {
  const rows = await page(first, Math.min(max, MAX));
  return max > MAX && rows.length === MAX ? rows.concat(await page(first + MAX, max - MAX)) : rows;
}
