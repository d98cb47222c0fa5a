// The service's answers in the page's words: series of cells, each a value or the reason why there is none.

import { State } from './cell.js';

const STATES = { 'shown': State.SHOWN, 'suppressed': State.HIDDEN, 'not-released': State.UNRELEASED };

/** The number that stands for a figure that has several. */
const HEADLINE = ['value', 'median'];

/** All series of an answer; `catalogue` has the metrics by key. */
export function seriesOf(answer, catalogue) {
  const { today } = answer; // in the reporting zone, as all days are
  return answer.series.map(({ metric, part, unit, measuredIn, counting, figures }) => {
    const { instant, leastPeople } = catalogue.get(metric);
    return {
      metric, part, unit, measuredIn, counting, instant,
      cells: figures.map((figure) => cellOf(figure, { grain: answer.period, today, leastPeople })),
    };
  });
}

function cellOf({ state, values, from, to, holdsOn }, { grain, today, leastPeople }) {
  const value = HEADLINE.map((name) => values[name]).find((each) => each !== undefined);
  return {
    state: state === 'shown' && value === undefined ? State.NOTHING : STATES[state],
    value,
    leastPeople,
    holdsOn: holdsOn ?? to,
    period: { grain, from, to, running: from <= today && today <= to },
  };
}
