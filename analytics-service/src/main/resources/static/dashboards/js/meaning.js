// What the figures mean: the definitions of the service's catalogue.

import { h } from './dom.js';
import { texts } from './texts.js';

/** A list that can be opened; `definitions` by metric key. */
export function meaning(definitions) {
  return h('details', { class: 'meaning' },
    h('summary', {}, texts.meaning.title),
    h('p', {}, texts.meaning.calendar),
    h('dl', {}, Object.entries(texts.metrics)
      .filter(([metric]) => definitions.has(metric))
      .flatMap(([metric, name]) => [h('dt', {}, name), h('dd', {}, definitions.get(metric))])));
}
