// What to show: program, org unit and period. The address holds it, so that a view can be bookmarked, shared, and walked back to.

import { byId, h } from './dom.js';
import { HEAT } from './metrics.js';
import { texts } from './texts.js';
import { unitName } from './units.js';

const PRESETS = [4, 13, 26, 52];
const DEFAULT_WEEKS = 26;
const RANGE = 'range';
const DAY = 24 * 60 * 60 * 1000;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The filters of the address; nonsense in it counts as nothing. */
export function read(search = location.search) {
  const given = new URLSearchParams(search);
  const from = given.get('from') ?? '';
  const to = given.get('to') ?? '';
  const range = ISO_DATE.test(from) && ISO_DATE.test(to) && from <= to;
  const weeks = Number.parseInt(given.get('period') ?? '', 10);
  return {
    program: given.get('program') ?? '',
    unit: given.get('unit') ?? '',
    weeks: range ? null : PRESETS.includes(weeks) ? weeks : DEFAULT_WEEKS,
    from: range ? from : '',
    to: range ? to : '',
    heat: HEAT.includes(given.get('heat')) ? given.get('heat') : HEAT[0],
  };
}

/** Writes filters to the address. */
export function write(filters, { replace = false } = {}) {
  const query = new URLSearchParams();
  if (filters.program) query.set('program', filters.program);
  if (filters.unit) query.set('unit', filters.unit);
  if (filters.weeks === null) {
    query.set('from', filters.from);
    query.set('to', filters.to);
  } else if (filters.weeks !== DEFAULT_WEEKS) {
    query.set('period', `${filters.weeks}w`);
  }
  if (filters.heat !== HEAT[0]) query.set('heat', filters.heat);
  const address = location.pathname + (query.size ? `?${query}` : '');
  if (replace) {
    history.replaceState(null, '', address);
  } else {
    history.pushState(null, '', address);
  }
}

/** First and last day, as ISO dates; the last weeks until today, not from before the program began. */
export function days(filters, today, firstDay = '') {
  if (filters.weeks === null) {
    return { from: filters.from, to: filters.to };
  }
  const from = new Date(Date.parse(today) - (filters.weeks * 7 - 1) * DAY).toISOString().slice(0, 10);
  return { from: from < firstDay && firstDay <= today ? firstDay : from, to: today };
}

/** Draws the form; `changed` gets what changed of the filters. Drawn anew only when what can be chosen changed, so that the focus stays. */
export function draw(filters, { programs, units, today }, changed) {
  const form = byId('filters');
  form.hidden = programs.length === 0;
  const drawn = JSON.stringify([filters, programs, units, today]);
  if (form.dataset.drawn === drawn) {
    return;
  }
  const focused = document.activeElement?.name;
  form.dataset.drawn = drawn;
  form.setAttribute('aria-label', texts.filters.legend);
  form.replaceChildren(
    field('program', texts.filters.program, programs.map((id) => [id, id]), filters.program,
      (program) => changed({ program, unit: '' })),
    field('unit', texts.filters.unit, units.map((unit) => [unit, unitName(unit)]), filters.unit, (unit) => changed({ unit })),
    field('period', texts.filters.period, periods(), filters.weeks === null ? RANGE : String(filters.weeks),
      (value) => changed(value === RANGE ? { weeks: null, ...days(filters, today) } : { weeks: Number(value), from: '', to: '' })),
    ...(filters.weeks === null ? [date('from', filters, changed), date('to', filters, changed)] : []),
  );
  form.onsubmit = (event) => event.preventDefault();
  if (focused) form.elements[focused]?.focus();
}

function periods() {
  return [...PRESETS.map((weeks) => [String(weeks), texts.filters.weeks(weeks)]), [RANGE, texts.filters.range]];
}

function field(name, label, options, chosen, changed) {
  const known = options.some(([value]) => value === chosen) || !chosen ? options : [...options, [chosen, chosen]];
  return h('label', { class: 'field' }, h('span', {}, label),
    h('select', { name, onchange: (event) => changed(event.target.value) },
      known.map(([value, text]) => h('option', { value, selected: value === chosen }, text))));
}

function date(name, filters, changed) {
  return h('label', { class: 'field' }, h('span', {}, texts.filters[name]),
    h('input', {
      name, type: 'date', value: filters[name], required: true,
      min: name === 'to' ? filters.from : null, max: name === 'from' ? filters.to : null,
      onchange: (event) => event.target.validity.valid && changed({ [name]: event.target.value }),
    }));
}
