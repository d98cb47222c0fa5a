// What stands in the place of the figures while there are none to show.

import { h } from './dom.js';
import { texts } from './texts.js';

/** The provider is asked whether somebody is signed in. */
export const checking = () => state('checking', { body: texts.signIn.checking });

/** Nobody is signed in. */
export const signedOut = (signIn, reason = '') => state('signed-out', {
  title: texts.signIn.title, body: texts.signIn.body, reason, actions: [[texts.signIn.button, signIn]],
});

/** The provider does not answer. */
export const noProvider = (retry) => state('error', {
  title: texts.error.title, body: texts.signIn.unreachable, actions: [[texts.error.retry, retry]],
});

/** Signed in, but not allowed to see this. */
export const noAccess = (advice, showAll, signOut) => state('no-access', {
  title: texts.noAccess.title, body: texts.noAccess.body, reason: advice,
  actions: [...(showAll ? [[texts.noAccess.whole, showAll]] : []), [texts.noAccess.other, signOut]],
});

/** No answer, and no older figures to go on showing. */
export const failed = (problem, retry) => state('error', {
  title: texts.error.title,
  body: problem.reason === 'network' ? texts.error.network
    : problem.reason === 'server' ? texts.error.server(problem.status)
      : problem.advice || texts.error.unexpected,
  actions: [[texts.error.retry, retry]],
});

/** An answer with nothing in it. */
export const empty = ({ title, body }) => state('empty', { title, body });

/** The first figures are on their way: the shape of what will come. */
export function loading() {
  const card = () => h('li', {}, h('div', { class: 'card waiting' }));
  return h('div', { class: 'loading', 'aria-busy': 'true' },
    h('p', { class: 'visually-hidden' }, texts.loading),
    h('ul', { class: 'cards', role: 'list', 'aria-hidden': 'true' }, Array.from({ length: 8 }, card)),
    h('div', { class: 'panel waiting', 'aria-hidden': 'true' }));
}

function state(kind, { title, body, reason = '', actions = [] }) {
  return h('section', { class: `state ${kind}` },
    title ? h('h2', {}, title) : null,
    reason ? h('p', { class: 'reason' }, reason) : null,
    h('p', {}, body),
    actions.length ? h('p', { class: 'actions' }, actions.map(([text, action], index) =>
      h('button', { type: 'button', class: index === 0 ? 'primary' : '', onclick: () => action() }, text))) : null);
}
