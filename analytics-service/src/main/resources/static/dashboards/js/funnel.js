// The journey: how many people reached each stage. Bars of one length scale, because the eye compares lengths better than the areas of a funnel.

import { insteadOfValue, isShown } from './cell.js';
import { figure } from './format.js';
import { table } from './table.js';
import { texts } from './texts.js';

/** What the chart shows of the stages, in order: each `{stage, cell}`. */
export function funnel(stages) {
  const name = ({ stage }) => texts.funnel.stages[stage] ?? stage;
  const isWhole = (cell) => isShown(cell) && !cell.isPartial;
  const first = isWhole(stages[0].cell) ? stages[0].cell.value : 0;
  const written = ({ cell }) => (isShown(cell) ? figure(cell.value, 'count') : insteadOfValue(cell).short);
  const share = ({ cell }) => (isWhole(cell) && first > 0 ? figure(cell.value / first, 'share') : '');
  return {
    summary: texts.funnel.summary(name(stages[0]), name(stages.at(-1))),
    note: stages.some(({ cell }) => cell.isPartial) ? texts.funnel.partial : texts.funnel.note,
    table: table(texts.funnel.title, [texts.funnel.stage, texts.funnel.people, texts.funnel.share],
      stages.map((each) => [name(each), written(each), share(each)])),
    options: (colours) => ({
      grid: { left: 12, right: 56, top: 4, bottom: 4, containLabel: true },
      xAxis: { type: 'value', show: false, max: 'dataMax' },
      yAxis: {
        type: 'category', inverse: true, data: stages.map(name),
        axisLine: { show: false }, axisTick: { show: false }, axisLabel: { color: colours.text, fontSize: 13 },
      },
      series: [{
        type: 'bar', name: texts.funnel.people, barCategoryGap: '28%',
        itemStyle: { color: colours.accent, borderRadius: [0, 3, 3, 0] },
        data: stages.map(({ cell }) => (isShown(cell) ? cell.value : null)),
        label: { show: true, position: 'right', color: colours.text, formatter: ({ dataIndex }) => written(stages[dataIndex]) },
      }],
    }),
  };
}
