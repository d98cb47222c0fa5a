// All figures of a view: cards in groups, the charts, the map. The charts stay from one refresh to the next; only what they show changes.

import { group } from './cards.js';
import { Chart } from './chart.js';
import { h } from './dom.js';
import { funnel } from './funnel.js';
import { HeatMap } from './heat.js';
import { meaning } from './meaning.js';
import { GROUPS } from './metrics.js';
import { sessionsPerWeek } from './sessions.js';
import { texts } from './texts.js';

/** The figures on the page. */
export class Figures {
  #sessions = new Chart('sessions');
  #funnel = new Chart('funnel');
  #charts = h('div', { class: 'charts' });
  #heat;

  /** `heatMetric` is the figure that the map begins with. */
  constructor({ heatMetric, heatChosen, unitOpened }) {
    this.#heat = new HeatMap(heatMetric, heatChosen, unitOpened);
    this.#charts.append(this.#sessions.element, this.#funnel.element, this.#heat.element);
  }

  /** Shows a view in a place. */
  draw(place, view) {
    const groups = Object.entries(GROUPS).map(([key, metrics]) => group(key, metrics.map((metric) => view.cards.get(metric))));
    const explanation = h('p', { class: 'explanation', hidden: !view.leastPeople }, texts.hidden.note(view.leastPeople));
    if (this.#charts.isConnected) {
      while (place.firstChild !== this.#charts) place.firstChild.remove();
      this.#charts.before(...groups, explanation);
    } else {
      place.replaceChildren(...groups, explanation, this.#charts, meaning(view.definitions));
    }
    this.#sessions.show(sessionsPerWeek(view.weekly));
    this.#funnel.show(funnel(view.stages));
    this.#heat.show(view.chosen.heat, view.heat);
  }
}
