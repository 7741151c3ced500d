// Hears from the server that something has changed. What it was is asked as always: nothing about a case comes this way.
const PAUSES = [1, 2, 5, 10, 30];

/** `told`: tally(counts), change(), over(), live(isLive). Whoever was cut off asks anew as soon as the line is back, and while it is not. */
export function listen(told) {
  let source = null;
  let failures = 0;

  const open = () => {
    source = new EventSource('/console/api/events');
    source.addEventListener('open', () => {
      told.live(true);
      if (failures > 0)
        told.change();
      failures = 0;
    });
    source.addEventListener('tally', event => told.tally(JSON.parse(event.data)));
    source.addEventListener('change', () => told.change());
    source.addEventListener('over', () => {
      source.close();
      told.over();
    });
    source.addEventListener('error', lost);
  };

  // The browser comes back by itself where the line broke, but not where the server answered with something else.
  const lost = () => {
    told.live(false);
    failures++;
    if (source.readyState !== EventSource.CLOSED)
      return;
    setTimeout(open, PAUSES[Math.min(failures, PAUSES.length) - 1] * 1000);
    told.change();
  };

  addEventListener('pagehide', () => source.close());
  open();
}
