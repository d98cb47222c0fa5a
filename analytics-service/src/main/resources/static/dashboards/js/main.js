// The page: who is signed in, what is chosen, what is shown, and again every half minute.

import { byId, h } from './dom.js';
import { Figures } from './figures.js';
import * as filters from './filters.js';
import { timeOfDay } from './format.js';
import { NoAnswer } from './http.js';
import { every } from './refresh.js';
import * as session from './session.js';
import * as standing from './standing.js';
import * as states from './states.js';
import { texts } from './texts.js';
import { unitName } from './units.js';
import { view } from './view.js';

const place = byId('figures');
const refresher = every(refresh);
let chosen = filters.read();
const figures = new Figures({
  heatMetric: chosen.heat,
  heatChosen: (heat) => choose({ heat }),
  unitOpened: (unit) => choose({ unit }),
});
let choice = { programs: [], units: [], today: '' };
let asking = new AbortController();
let shown = null; // what stands on the page: {chosen, at, standing, isStale}

start();

async function start() {
  show(states.checking());
  try {
    const { signedIn, ended } = await session.open();
    if (!signedIn) {
      instead(states.signedOut(session.signIn, ended ? texts.signIn.ended : ''));
      return;
    }
    chosen = filters.read();
    drawPerson();
  } catch (problem) {
    console.warn('Signing in did not work', problem?.error ?? problem);
    instead(problem?.error ? states.signedOut(session.signIn, texts.signIn.failed) : states.noProvider(() => location.reload()));
    return;
  }
  await refresher.resume();
}

/** Fetches and draws what is chosen. */
async function refresh() {
  asking = new AbortController();
  if (!shown) show(states.loading());
  try {
    const { signal } = asking;
    const answer = await view(chosen, signal);
    if (!signal.aborted) draw(answer);
  } catch (problem) {
    if (problem.name !== 'AbortError') fail(problem);
  } finally {
    place.classList.remove('changing');
  }
}

function draw(answer) {
  const isNew = shown?.chosen !== chosen || shown.isStale;
  chosen = answer.chosen;
  choice = answer;
  filters.write(chosen, { replace: true });
  drawFilters();
  if (answer.isEmpty) {
    show(states.empty(answer.programs.length > 0 ? texts.empty.noFigures : texts.empty.noPrograms));
  } else {
    keepingFocus(() => figures.draw(place, answer));
  }
  shown = { chosen, at: new Date(), standing: { asOf: answer.asOf, lagSeconds: answer.lagSeconds } };
  standing.draw(shown.standing, refresher);
  if (isNew) announce(texts.loaded(unitName(chosen.unit)));
}

function fail(problem) {
  if (!(problem instanceof NoAnswer)) console.error(problem);
  switch (problem.reason) {
    case 'signed-out':
      session.renew();
      break;
    case 'not-accepted':
      instead(states.signedOut(session.signIn, texts.signIn.notAccepted));
      break;
    case 'no-access':
      instead(states.noAccess(problem.advice, chosen.unit && (() => choose({ program: '', unit: '' })), session.signOut));
      break;
    default:
      if (shown?.chosen === chosen) {
        standing.draw({ ...shown.standing, failedSince: shown.at }, refresher);
        if (!shown.isStale) announce(texts.error.stale(timeOfDay(shown.at)));
        shown.isStale = true;
      } else {
        instead(states.failed(problem, refresher.now));
      }
  }
}

/** Shows something else, as a step that the browser's back button undoes. */
function choose(part) {
  const next = { ...chosen, ...part };
  filters.write(next);
  turnTo(next);
}

addEventListener('popstate', () => turnTo(filters.read()));

function turnTo(next) {
  chosen = next;
  drawFilters();
  place.classList.add('changing');
  asking.abort();
  refresher.now();
}

/** In the place of figures that are no longer, or not at all, to be seen. */
function instead(state) {
  shown = null;
  standing.clear();
  show(state);
  announce([...state.querySelectorAll('h2, p:not(.actions)')].map((each) => each.textContent).join(' '));
}

/** The same state again leaves the page, and the focus in it, as it is. */
function show(state) {
  if (place.children.length !== 1 || !place.firstElementChild.isEqualNode(state)) {
    keepingFocus(() => place.replaceChildren(state));
  }
}

/** Draws; focus on something that goes stays in its place. */
function keepingFocus(draws) {
  const hadFocus = place.contains(document.activeElement);
  draws();
  if (hadFocus && !place.contains(document.activeElement)) place.focus();
}

function drawFilters() {
  filters.draw(chosen, choice, choose);
}

function drawPerson() {
  byId('who').replaceChildren(
    h('span', {}, session.name()),
    h('button', { type: 'button', class: 'small', onclick: () => session.signOut() }, texts.signIn.out));
}

function announce(text) {
  byId('announcer').textContent = text;
}
