/** The days of the presets, as far as a realm allows them. */
const PRESETS = [30, 90, 365];

export function presetsOf(maxDays: number | undefined): number[] {
  return PRESETS.filter((days) => maxDays === undefined || days <= maxDays);
}

/** The first moment of the day that comes after so many days, in the time zone of the browser. */
export function dayAfter(days: number, now: Date): string {
  return instantOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days));
}

/** Whether a text is an instant, as the server writes it; browsers read much else as one. */
export function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** The date on which an instant is, in the time zone of the browser; a text that is no instant as it is. */
export function dateOf(instant: string): string {
  return isInstant(instant) ? textOf(new Date(instant)) : instant;
}

/** The first moment of a date in the time zone of the browser; a text that is no date as it is. */
export function instantAt(text: string): string {
  const date = new Date(`${text}T00:00:00`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime()) && textOf(date) === text
    ? instantOf(date)
    : text;
}

/** On which day a week begins, from 0 for Sunday, where people speak a language. */
export function firstDayOfWeek(language: string): 0 | 1 {
  return /^(en|ja|pt)\b/.test(language) ? 0 : 1;
}

function textOf(date: Date): string {
  const pad = (number: number, length: number) => String(number).padStart(length, "0");
  return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}`;
}

/** As the server writes whole seconds. */
function instantOf(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, "Z");
}
