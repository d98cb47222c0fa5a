// Org units by month. The map is a table whose cells are shaded: each shade stands beside its figure, so it needs neither eyes for colour nor
// a second table, and it can be walked with a screen reader.

import { insteadOfValue, isShown, periodName } from './cell.js';
import { h } from './dom.js';
import { figure } from './format.js';
import { HEAT } from './metrics.js';
import { texts } from './texts.js';
import { unitName } from './units.js';

const SHADES = 5;

/** The panel; kept from one refresh to the next. */
export class HeatMap {
  #choice;
  #title = h('h2', { id: 'chart-heat', tabindex: '-1' }, texts.heat.title);
  #about = h('p', { class: 'note', id: 'heat-about' });
  #map = h('div', { class: 'scroll', role: 'group', tabindex: '0', 'aria-labelledby': 'chart-heat', 'aria-describedby': 'heat-about' });

  /** `chosen` gets a metric, `opened` an org unit. */
  constructor(metric, chosen, opened) {
    this.opened = opened;
    this.#choice = h('select', { name: 'heat', onchange: (event) => chosen(event.target.value) },
      HEAT.map((each) => h('option', { value: each, selected: each === metric }, texts.metrics[each])));
    this.element = h('section', { class: 'panel heat', 'aria-labelledby': 'chart-heat' },
      h('div', { class: 'panel-head' },
        this.#title,
        h('label', { class: 'field' }, h('span', {}, texts.heat.metric), this.#choice)),
      this.#about,
      this.#map);
  }

  /** Shows the series of a metric, one for each org unit, all of the same periods. */
  show(metric, rows) {
    this.#choice.value = metric;
    this.#about.textContent = rows.length ? texts.heat.about(texts.metrics[metric]) : texts.heat.none;
    const focused = this.#map.contains(document.activeElement) ? document.activeElement.dataset.unit : undefined;
    this.#map.hidden = rows.length === 0;
    if (rows.length === 0) {
      if (focused) this.#title.focus();
      return;
    }
    const shade = shades(rows.flatMap(({ cells }) => cells));
    this.#map.replaceChildren(
      h('table', { class: 'heat-map' },
        h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, texts.heat.unit),
          rows[0].cells.map(({ period }) => h('th', { scope: 'col' }, periodName(period))))),
        h('tbody', {}, rows.map(({ unit, measuredIn, cells }) => h('tr', {},
          h('th', { scope: 'row' }, this.#unit(unit)),
          cells.map((cell) => written(cell, shade, measuredIn)))))),
      legend());
    // Whoever looked inside a unit goes on in the map of what is inside.
    if (focused) (this.#map.querySelector(`[data-unit="${CSS.escape(focused)}"]`) ?? this.#map).focus();
  }

  #unit(unit) {
    return h('button', {
      type: 'button', class: 'link', 'data-unit': unit, 'aria-label': texts.heat.open(unitName(unit)), onclick: () => this.opened(unit),
    }, unit.split('/').at(-1));
  }
}

function written(cell, shade, measuredIn) {
  if (isShown(cell)) {
    return h('td', { class: `shade-${shade(cell.value)}` }, figure(cell.value, measuredIn));
  }
  const instead = insteadOfValue(cell);
  return h('td', { class: cell.state, title: instead.long }, instead.short);
}

/** From a value to a shade, 1 for the lowest shown. */
function shades(cells) {
  const values = cells.filter(isShown).map((cell) => cell.value);
  const lowest = Math.min(...values);
  const span = Math.max(...values) - lowest;
  return (value) => (span === 0 ? 3 : 1 + Math.min(SHADES - 1, Math.floor(((value - lowest) / span) * SHADES)));
}

function legend() {
  const steps = Array.from({ length: SHADES }, (_, index) => h('span', { class: `step shade-${index + 1}` }));
  return h('p', { class: 'legend', role: 'img', 'aria-label': texts.heat.legend }, texts.heat.less, ...steps, texts.heat.more);
}
