// Keeps a region of the page fresh: asks for its fragment while the tab is seen and swaps it in when it has changed.
// `data-refresh` is the address, `data-refresh-seconds` the pace. A fragment with `data-refresh-done` ends it. When asking
// fails, `data-offline` of the page shows until it works again; its `data-retry` asks at once. A link in the region with
// `data-refresh-to` shows that fragment in its place from now on.

function start(region: HTMLElement): void {
  let address = region.dataset.refresh;
  const seconds = Number(region.dataset.refreshSeconds ?? '5');
  if (!address) return;
  let last = '';
  /** What somebody has just asked to see. */
  let unfolding = false;
  let failures = 0;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** Only the latest question goes on asking. */
  let turn = 0;

  const ask = async () => {
    turn += 1;
    const mine = turn;
    try {
      if (address && document.visibilityState === 'visible') {
        const response = await fetch(address, { headers: { accept: 'text/html' }, redirect: 'error' });
        // Signed out, or gone: the page says so when it is loaded again; asking on would help nobody.
        if (response.status === 401 || response.status === 403 || response.status === 404) return;
        if (!response.ok) throw new Error(String(response.status));
        const html = await response.text();
        if (mine !== turn) return;
        if (html !== last) swap(region, html);
        last = html;
        if (unfolding) document.getElementById('opened')?.focus();
        unfolding = false;
        failures = 0;
        showOffline(false);
        if (region.querySelector('[data-refresh-done]')) return;
      }
    } catch {
      failures += 1;
      showOffline(failures > 1 || !navigator.onLine);
    }
    if (mine !== turn) return;
    waiting = setTimeout(ask, seconds * 1000 * Math.min(2 ** failures, 16));
  };
  document.addEventListener('visibilitychange', () => {
    failures = 0;
  });
  const askNow = () => {
    clearTimeout(waiting);
    void ask();
  };
  region.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-refresh-to]') : null;
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    address = link.dataset.refreshTo;
    unfolding = true;
    askNow();
  });
  document.querySelector('[data-offline] [data-retry]')?.addEventListener('click', askNow);
  window.addEventListener('online', askNow);
  window.addEventListener('offline', () => showOffline(true));
  waiting = setTimeout(ask, seconds * 1000);
}

function showOffline(offline: boolean): void {
  const banner = document.querySelector<HTMLElement>('[data-offline]');
  if (banner) banner.hidden = !offline;
}

/** Keeps the reader's place: what was focused or unfolded stays so. */
function swap(region: HTMLElement, html: string): void {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const place = focused && region.contains(focused) ? focusables(region).indexOf(focused) : -1;
  const folds = [...region.querySelectorAll('details')].map((details) => details.open);
  region.innerHTML = html;
  region.querySelectorAll('details').forEach((details, index) => {
    const open = folds[index];
    if (open !== undefined) details.open = open;
  });
  if (place >= 0) focusables(region)[place]?.focus();
  document.dispatchEvent(new Event('sinau:swapped'));
}

function focusables(region: HTMLElement): HTMLElement[] {
  return [...region.querySelectorAll<HTMLElement>('a[href], button, summary, [tabindex]')];
}

for (const region of document.querySelectorAll<HTMLElement>('[data-refresh]')) start(region);

export {};
