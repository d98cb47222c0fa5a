// The figures: each with the period or the day it holds for, how it moved, and its course as a small line.

import { headline, insteadOfValue, isShown, periodName } from './cell.js';
import { h } from './dom.js';
import { day, difference, figure } from './format.js';
import { sparkline } from './sparkline.js';
import { texts } from './texts.js';

/** A section of cards, one for each series. */
export function group(key, series) {
  return h('section', { class: 'group', 'aria-labelledby': `group-${key}` },
    h('h2', { id: `group-${key}` }, texts.groups[key]),
    h('ul', { class: 'cards', role: 'list' }, series.map((each) => h('li', {}, card(each)))));
}

function card(series) {
  const { course, head, before } = headline(series);
  return h('article', { class: 'card', 'data-metric': series.metric },
    h('h3', {}, texts.metrics[series.metric]),
    value(series, head),
    sparkline(course),
    h('p', { class: 'trend' }, isShown(head) ? trend(series, head, before) : ''));
}

function value({ metric, measuredIn, counting }, head) {
  if (isShown(head)) {
    const scale = texts.scales[metric] ?? (measuredIn === 'share' ? undefined : texts.counting[counting]);
    return h('p', { class: 'value' }, figure(head.value, measuredIn), scale ? h('small', {}, scale) : null);
  }
  const instead = insteadOfValue(head);
  return h('p', { class: 'value absent', title: instead.long },
    instead.short, h('span', { class: 'visually-hidden' }, ` – ${instead.long}`));
}

function trend({ instant, measuredIn }, head, before) {
  const named = (cell) => (instant ? texts.trend.on(day(cell.holdsOn)) : texts.trend.during(periodName(cell.period)));
  const holds = instant && head.period.running ? texts.trend.now : capitalized(named(head));
  return before ? [h('span', { class: 'moved' }, moved(head.value - before.value, measuredIn, named(before))), ` ${holds}`] : holds;
}

function moved(change, measuredIn, since) {
  const amount = (value) => difference(value, measuredIn, texts.trend.points);
  if (amount(change) === amount(0)) return texts.trend.same(since);
  return change > 0 ? texts.trend.more(amount(change), since) : texts.trend.less(amount(change), since);
}

const capitalized = (text) => text[0].toUpperCase() + text.slice(1);
