// A table of figures.

import { h } from './dom.js';

/** `head` has the column names; each row its name first, then texts or elements. */
export function table(caption, head, rows) {
  return h('table', { class: 'figures' },
    h('caption', {}, caption),
    h('thead', {}, h('tr', {}, head.map((name) => h('th', { scope: 'col' }, name)))),
    h('tbody', {}, rows.map(([name, ...cells]) =>
      h('tr', {}, h('th', { scope: 'row' }, name), cells.map((cell) => h('td', {}, cell))))));
}
