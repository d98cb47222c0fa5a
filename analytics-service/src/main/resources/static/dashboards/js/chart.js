// A drawn chart beside its data table. ECharts draws on a canvas, which says nothing to a screen reader: the figure has a summary in words,
// and the same figures as a table that anybody can open.

import * as echarts from '../lib/echarts/echarts.esm.min.mjs';
import { h } from './dom.js';
import { texts } from './texts.js';

const REDUCED_MOTION = matchMedia('(prefers-reduced-motion: reduce)');
const DARK = matchMedia('(prefers-color-scheme: dark)');

/** A chart that is kept from one refresh to the next, so that a table that is open stays open. */
export class Chart {
  #canvas = h('div', { class: 'canvas', role: 'img' });
  #table = h('div', { class: 'scroll', role: 'group', tabindex: '0' });
  #note = h('p', { class: 'note' });
  #drawing = null;
  #options = null;

  /** `key` names the element and its texts. */
  constructor(key) {
    const id = `chart-${key}`;
    this.#table.setAttribute('aria-labelledby', id);
    this.element = h('section', { class: `panel chart ${key}`, 'aria-labelledby': id },
      h('h2', { id }, texts[key].title),
      this.#canvas, this.#note,
      h('details', {}, h('summary', {}, texts.table.show), this.#table));
    new ResizeObserver(() => this.#drawing?.resize()).observe(this.#canvas);
    DARK.addEventListener('change', () => this.#draw());
  }

  /** Draws: `options` makes ECharts' options from the colours of the page. */
  show({ summary, options, table, note = '' }) {
    this.#canvas.setAttribute('aria-label', summary);
    this.#table.replaceChildren(table);
    this.#note.textContent = note;
    this.#options = options;
    this.#draw();
  }

  #draw() {
    if (!this.#options || !this.element.isConnected) return;
    this.#drawing ??= echarts.init(this.#canvas);
    this.#drawing.setOption({
      animation: !REDUCED_MOTION.matches,
      animationDuration: 300,
      textStyle: { fontFamily: 'system-ui, sans-serif' },
      // As text on the canvas: a tooltip in HTML would bring styles that the page's policy forbids.
      tooltip: { trigger: 'axis', renderMode: 'richText', confine: true, ...tooltip(colours()) },
      ...this.#options(colours()),
    });
  }
}

function tooltip({ surface, line, text }) {
  return { backgroundColor: surface, borderColor: line, textStyle: { color: text, fontSize: 13 }, axisPointer: { type: 'shadow' } };
}

/** The page's colours, so that a chart follows it into the dark. */
function colours() {
  const style = getComputedStyle(document.documentElement);
  const of = (name) => style.getPropertyValue(`--${name}`).trim();
  return { text: of('text'), muted: of('muted'), line: of('line'), surface: of('surface'), accent: of('accent'), accentSoft: of('accent-soft') };
}
