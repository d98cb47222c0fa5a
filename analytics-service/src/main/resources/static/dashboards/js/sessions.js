// Sessions per week.

import { insteadOfValue, isShown, State } from './cell.js';
import { day, figure } from './format.js';
import { table } from './table.js';
import { texts } from './texts.js';

/** What the chart shows of the weeks of `sessions_held`. */
export function sessionsPerWeek({ cells, counting }) {
  const held = counting === 'seats' ? texts.sessions.seats : texts.sessions.held;
  const total = cells.filter(isShown).reduce((sum, cell) => sum + cell.value, 0);
  const written = (cell) => (isShown(cell) ? figure(cell.value, 'count') : insteadOfValue(cell).short);
  return {
    summary: texts.sessions.summary(figure(total, 'count'), cells.length),
    note: note(cells.at(-1)),
    table: table(texts.sessions.title, [texts.sessions.week, held],
      cells.map((cell) => [day(cell.period.from), written(cell)])),
    options: (colours) => ({
      grid: { left: 4, right: 4, top: 12, bottom: 8, containLabel: true },
      xAxis: {
        type: 'category', data: cells.map((cell) => day(cell.period.from)),
        axisLine: { lineStyle: { color: colours.line } }, axisTick: { show: false }, axisLabel: { color: colours.muted, hideOverlap: true },
      },
      yAxis: { type: 'value', minInterval: 1, axisLabel: { color: colours.muted }, splitLine: { lineStyle: { color: colours.line } } },
      series: [{
        type: 'bar', name: held, barCategoryGap: '30%',
        data: cells.map((cell) => ({
          value: isShown(cell) ? cell.value : null,
          itemStyle: { color: cell.period.running ? colours.accentSoft : colours.accent, borderRadius: [3, 3, 0, 0] },
        })),
      }],
    }),
  };
}

function note(last) {
  if (last?.state === State.UNRELEASED) return texts.sessions.unreleased;
  return last?.period.running ? texts.sessions.running : '';
}
