/** Units of relative time, from the largest that is used: after that, a date says more. */
const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 24 * 60 * 60],
  ["hour", 60 * 60],
  ["minute", 60],
  ["second", 1],
];
const MOST_DAYS = 30;
/** More exact than this, nobody wants to know how much time is left. */
const MOST_PARTS = 2;

/** How long ago an instant was, in words such as "2 minutes ago"; undefined where a date says more. */
export function ago(instant: string, now: Date, language: string): string | undefined {
  const seconds = Math.max(0, Math.round((now.getTime() - Date.parse(instant)) / 1000));
  const [unit, length] = UNITS.find(([, size]) => seconds >= size) ?? UNITS[UNITS.length - 1]!;
  const count = Math.floor(seconds / length);
  if (!Number.isFinite(seconds) || (unit === "day" && count > MOST_DAYS)) {
    return undefined;
  }
  return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-count, unit);
}

/** How much time is left, in words such as "5 minutes, 3 seconds"; nothing once it is over. */
export function left(instant: string, now: Date, language: string): string {
  let seconds = Math.max(0, Math.ceil((Date.parse(instant) - now.getTime()) / 1000));
  const parts: string[] = [];
  for (const [unit, length] of UNITS) {
    const count = Math.floor(seconds / length);
    if (count > 0 && parts.length < MOST_PARTS) {
      parts.push(new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count));
      seconds -= count * length;
    }
  }
  return new Intl.ListFormat(language, { type: "unit", style: "short" }).format(parts);
}

/** How many seconds an ISO 8601 duration has, in the part of the standard that counts days, hours, minutes and seconds. */
export function secondsOf(duration: string): number | undefined {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration)?.slice(1);
  if (parts === undefined || parts.every((part) => part === undefined)) {
    return undefined;
  }
  const [days = 0, hours = 0, minutes = 0, rest = 0] = parts.map((part) => Number(part ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + rest;
}

/** An ISO 8601 duration, as the server writes it, in its largest unit that is whole. */
export function durationIn(language: string, duration: string): string | undefined {
  const seconds = secondsOf(duration);
  if (seconds === undefined) {
    return undefined;
  }
  const [unit, length] = UNITS.find(([, size]) => seconds >= size && seconds % size === 0) ?? UNITS[3]!;
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(seconds / length);
}
