// Questions to the analytics API, and what can become of them.

import * as session from './session.js';

const API = '/api/analytics/v1';

/** Why there is no answer: `signed-out` (no token), `not-accepted` (its token), `no-access`, `refused`, `server` or `network`. */
export class NoAnswer extends Error {
  constructor(reason, { status = 0, advice = '' } = {}) {
    super(`${reason} ${status}`);
    this.reason = reason;
    this.status = status;
    this.advice = advice;
  }
}

/** The JSON of a resource; parameters without a value are left out. */
export async function get(resource, parameters, signal) {
  const token = session.token();
  if (!token) throw new NoAnswer('signed-out');
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value));
  const response = await fetch(`${API}/${resource}${query.size ? `?${query}` : ''}`, {
    headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' }, signal,
  }).catch((cause) => {
    throw cause.name === 'AbortError' ? cause : new NoAnswer('network');
  });
  if (response.ok) {
    return response.json();
  }
  throw new NoAnswer(reasonOf(response.status), { status: response.status, advice: await adviceOf(response) });
}

function reasonOf(status) {
  if (status === 401) return 'not-accepted';
  if (status === 403 || status === 404) return 'no-access';
  return status < 500 ? 'refused' : 'server';
}

/** What a problem (RFC 9457) says to do; a proxy between may answer something else. */
async function adviceOf(response) {
  if (!response.headers.get('Content-Type')?.includes('json')) return '';
  const problem = await response.json();
  return problem.detail ?? '';
}
