// As of when the figures hold, and whether they refresh themselves.

import { byId, h } from './dom.js';
import { duration, timeOfDay, when } from './format.js';
import { SECONDS } from './refresh.js';
import { texts } from './texts.js';

const WORTH_SAYING_SECONDS = 60;

/** Draws the line above the figures; `failedSince` is when the figures shown were fetched, if refreshing fails. */
export function draw({ asOf, lagSeconds, failedSince }, refresher) {
  const line = byId('standing');
  const focused = line.contains(document.activeElement);
  line.hidden = false;
  const button = h('button', { type: 'button', class: 'small', onclick: () => toggle(refresher, { asOf, lagSeconds, failedSince }) },
    refresher.isPaused() ? texts.standing.resume : texts.standing.pause);
  line.replaceChildren(
    h('p', {},
      asOf ? h('time', { datetime: asOf.toISOString() }, texts.standing.asOf(when(asOf))) : null,
      lagSeconds > WORTH_SAYING_SECONDS ? ` · ${texts.standing.behind(duration(lagSeconds))}` : null,
      ` · ${refresher.isPaused() ? texts.standing.paused : texts.standing.refreshes(SECONDS)} `, button),
    ...(failedSince ? [h('p', { class: 'warning' }, texts.error.stale(timeOfDay(failedSince)))] : []));
  if (focused) button.focus();
}

function toggle(refresher, standing) {
  if (refresher.isPaused()) refresher.resume();
  else refresher.pause();
  draw(standing, refresher);
}

/** Takes the line away. */
export function clear() {
  byId('standing').hidden = true;
}
