// Org units are paths; `/` is the whole organization.

import { texts } from './texts.js';

/** A unit for people: its path without the first slash. */
export const unitName = (unit) => (unit === '/' ? texts.filters.organization : unit.slice(1).replaceAll('/', ' / '));
