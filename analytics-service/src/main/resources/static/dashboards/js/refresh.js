// Refreshes again and again; not while the page is hidden, not while somebody paused it, never two at a time.

/** Seconds from one refresh to the next. */
export const SECONDS = 30;

/** Calls `refresh` every 30 seconds, once it was resumed for the first time. */
export function every(refresh) {
  let timer = null;
  let running = false;
  let again = false;
  let paused = true;

  /** Refreshes; while a refresh runs, once more after it. */
  async function now() {
    clearTimeout(timer);
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      do {
        again = false;
        await refresh();
      } while (again);
    } finally {
      running = false;
      plan();
    }
  }

  function plan() {
    clearTimeout(timer);
    if (!paused && !document.hidden) {
      timer = setTimeout(now, SECONDS * 1000);
    }
  }

  function pause() {
    paused = true;
    clearTimeout(timer);
  }

  /** Begins, or goes on after a pause, with a refresh at once. */
  function resume() {
    paused = false;
    return now();
  }

  document.addEventListener('visibilitychange', () => (document.hidden || paused ? clearTimeout(timer) : now()));
  return { now, pause, resume, isPaused: () => paused };
}
