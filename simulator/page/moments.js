// Moments as a Dutch reader sees them: wall clock of Amsterdam, ISO weeks.

import { language, word } from "./words.js";

const ZONE = "Europe/Amsterdam";
const locale = () => (language() === "nl" ? "nl-NL" : "en-GB");
const parts = (options, moment) => new Intl.DateTimeFormat(locale(), { timeZone: ZONE, ...options }).format(moment);

export const clockTime = (moment) => parts({ hour: "2-digit", minute: "2-digit" }, moment);
export const dayKey = (moment) => new Intl.DateTimeFormat("en-CA", { timeZone: ZONE }).format(moment);
export const dayName = (moment) => parts({ weekday: "long", day: "numeric", month: "long" }, moment);

/** "di 16:30", or with a date when it is further than six days away. */
export function shortMoment(moment, now) {
  const far = moment - now > 6 * 864e5;
  const day = parts(far ? { weekday: "short", day: "numeric", month: "short" } : { weekday: "short" }, moment);
  return `${day} ${clockTime(moment)}`;
}

/** "ma 30 november 2026, 16:30 · week 49" */
export function fullMoment(moment) {
  const day = parts({ weekday: "short" }, moment);
  const date = parts({ day: "numeric", month: "long", year: "numeric" }, moment);
  return `${day} ${date}, ${clockTime(moment)} · ${word("week_short")} ${isoWeek(moment)}`;
}

/** ISO 8601: the week belongs to the year its Thursday is in. */
export function isoWeek(moment) {
  const day = new Date(`${dayKey(moment)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  const newYear = Date.UTC(day.getUTCFullYear(), 0, 1);
  return Math.ceil(((day - newYear) / 864e5 + 1) / 7);
}
