// The course of a figure as a small line; a gap where there is no value. For the eye only: the trend beside it is in words.

import { isShown } from './cell.js';
import { svg } from './dom.js';

const WIDTH = 160;
const HEIGHT = 36;
const MARGIN = 4;

/** The line through the cells that have a value. */
export function sparkline(cells) {
  const values = cells.filter(isShown).map((cell) => cell.value);
  const picture = svg('svg', { class: 'sparkline', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' });
  if (values.length < 2) {
    return picture;
  }
  const lowest = Math.min(...values);
  const span = Math.max(...values) - lowest || 1;
  const x = (index) => MARGIN + (index * (WIDTH - 2 * MARGIN)) / (cells.length - 1);
  const y = (value) => HEIGHT - MARGIN - ((value - lowest) * (HEIGHT - 2 * MARGIN)) / span;
  let path = '';
  cells.forEach((cell, index) => {
    if (isShown(cell)) {
      path += `${isShown(cells[index - 1]) ? 'L' : 'M'}${x(index).toFixed(1)} ${y(cell.value).toFixed(1)}`;
    }
  });
  const last = cells.findLastIndex(isShown);
  // A dot is a line of no length with round ends: unlike a circle it stays round when the picture is stretched.
  const dot = `M${x(last).toFixed(1)} ${y(cells[last].value).toFixed(1)}h0`;
  picture.append(svg('path', { d: path }), svg('path', { class: 'dot', d: dot }));
  return picture;
}
