// One figure of one metric, org unit and period: a value, or the reason why there is none.

import { day, monthOf } from './format.js';
import { texts } from './texts.js';

/** Why a cell has a value or has none; also the class that draws it. */
export const State = Object.freeze({ SHOWN: 'shown', HIDDEN: 'hidden-figure', UNRELEASED: 'unreleased', NOTHING: 'nothing' });

/** Whether there is a value to show. */
export const isShown = (cell) => cell?.state === State.SHOWN;

/** What stands in the place of a value, short and long; nothing for a cell that has one. */
export function insteadOfValue(cell) {
  switch (cell.state) {
    case State.HIDDEN: return { short: texts.hidden.short, long: texts.hidden.long(cell.leastPeople) };
    case State.UNRELEASED: return texts.unreleased;
    case State.NOTHING: return texts.nothing;
    default: return null;
  }
}

/** The comparable cells of a series in order of time, the one at its head, and the one just before that where both have a value. */
export function headline({ instant, cells }) {
  // What happened in a period that is still running cannot be compared with a whole one; what is the case now can.
  const course = cells.filter(({ period }) => instant || !period.running);
  const index = course.findLastIndex(isShown);
  if (index < 0) {
    return { course, head: course.findLast(({ state }) => state !== State.UNRELEASED) ?? cells.at(-1), before: null };
  }
  const before = course[index - 1];
  return { course, head: course[index], before: isShown(before) ? before : null };
}

/** Several cells added up; it knows when a part is missing that is there but not shown. */
export function sum(cells) {
  const shown = cells.filter(isShown);
  const kept = cells.find(({ state }) => state === State.HIDDEN || state === State.UNRELEASED);
  return shown.length === 0
    ? (kept ?? { state: State.NOTHING })
    : { state: State.SHOWN, value: shown.reduce((total, { value }) => total + value, 0), isPartial: kept !== undefined };
}

/** A period for people: the month of its first Thursday, or the first day of its week. */
export function periodName({ grain, from }) {
  return grain === 'month' ? monthOf(thursday(from)) : texts.weekOf(day(from));
}

function thursday(monday) {
  const date = new Date(`${monday}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 3);
  return date.toISOString().slice(0, 10);
}
