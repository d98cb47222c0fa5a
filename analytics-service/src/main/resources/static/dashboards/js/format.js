// Numbers, dates and durations as people read them.

const LOCALE = document.documentElement.lang;
const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const twoDigits = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const percent = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 });
const instant = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });
const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** How a figure of a unit of measurement is written. */
const byUnit = {
  share: (value) => percent.format(value),
  'rating from 1 to 5': (value) => twoDigits.format(value),
  'index from 0 to 1': (value) => twoDigits.format(value),
  hours: (value) => (value < 100 ? oneDigit : whole).format(value),
  days: (value) => `${oneDigit.format(value)} days`,
};

/** A figure in its unit; counts are whole. */
export const figure = (value, unit) => (byUnit[unit] ?? ((count) => whole.format(count)))(value);

/** A difference without its sign; of shares in points of a percent. */
export const difference = (value, unit, points) =>
  unit === 'share' ? points(oneDigit.format(Math.abs(value) * 100)) : figure(Math.abs(value), unit);

/** An instant in the reader's own time. */
export const when = (date) => instant.format(date);

/** A time of day in the reader's own time. */
export const timeOfDay = (date) => clock.format(date);

/** An ISO date, short. */
export const day = (iso) => shortDay.format(new Date(`${iso}T00:00:00Z`));

/** The month of an ISO date. */
export const monthOf = (iso) => month.format(new Date(`${iso}T00:00:00Z`));

/** Seconds, roughly. */
export function duration(seconds) {
  if (seconds < 120) return `${Math.round(seconds)} seconds`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} minutes`;
  return `${Math.round(seconds / 3600)} hours`;
}
