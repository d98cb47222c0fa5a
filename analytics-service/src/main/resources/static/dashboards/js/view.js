// What the page shows of the filters chosen: the questions to the service, and its answers as one view.

import { seriesOf } from './answer.js';
import { isShown, State, sum } from './cell.js';
import { days } from './filters.js';
import { get } from './http.js';
import { GROUPS } from './metrics.js';

const DAY = 24 * 60 * 60 * 1000;
const WEEKS_WORTH_MONTHS = 20;

/** Everything to show for the filters; what they leave open is chosen here. */
export async function view(filters, signal) {
  const [{ programs, today }, { metrics }] = await Promise.all([get('programs', {}, signal), get('metrics', {}, signal)]);
  const program = programs.find(({ programId }) => !filters.program || programId === filters.program);
  const chosen = {
    ...filters,
    program: filters.program || (program?.programId ?? ''),
    unit: filters.unit || (program?.units[0] ?? ''),
  };
  const choice = { chosen, programs: programs.map(({ programId }) => programId), units: program?.units ?? [], today };
  if (!chosen.program) {
    return { ...choice, isEmpty: true };
  }
  const range = days(chosen, today, program?.firstDay);
  const ask = (parameters) => get('figures', { program: chosen.program, unit: chosen.unit, ...range, ...parameters }, signal);
  const answers = await Promise.all([
    ask({ metric: Object.values(GROUPS).flat(), period: weeks(range) < WEEKS_WORTH_MONTHS ? 'week' : 'month' }),
    ask({ metric: 'sessions_held', period: 'week' }),
    ask({ metric: 'funnel', period: 'month' }),
    ask({ metric: chosen.heat, period: 'month', groupBy: 'unit' }),
  ]);
  return { ...choice, ...composed(metrics, answers) };
}

function composed(metrics, answers) {
  const catalogue = new Map(metrics.map((metric) => [metric.key, metric]));
  const [cards, [weekly], funnel, heat] = answers.map((answer) => seriesOf(answer, catalogue));
  const cells = [cards, weekly, funnel, heat].flat().flatMap((series) => series.cells);
  const [{ asOf, lag }] = answers;
  return {
    asOf: new Date(asOf),
    lagSeconds: lag.seconds,
    definitions: new Map(metrics.map(({ key, text }) => [key, text])),
    leastPeople: cells.find(({ state }) => state === State.HIDDEN)?.leastPeople,
    isEmpty: cells.every((cell) => cell.state === State.NOTHING || (isShown(cell) && cell.value === 0)),
    cards: new Map(cards.map((series) => [series.metric, series])),
    weekly,
    // A person first reaches a stage once, so the months add up.
    stages: funnel.map(({ part, cells: months }) => ({ stage: part, cell: sum(months) })),
    heat,
  };
}

const weeks = ({ from, to }) => (Date.parse(to) - Date.parse(from)) / (7 * DAY);
