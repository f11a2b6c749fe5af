import { type Clock, Unavailable } from '@sinau/kernel';
import type { HttpApp } from '@sinau/platform/http';
import type { HealthView } from '@sinau/web';

/** Whoever asks, and however often, the parts are asked no more often than this. */
const rememberMs = 10_000;

/** Parts whose tables no door can do without. */
const needed: readonly HealthView['parts'][number]['name'][] = ['records', 'imports'];

/**
 * For uptime checks. `ok`; `degraded`: doors work and something behind them lags or failed, operators see what; and 503
 * when a table does not answer. No more is said to anyone.
 */
export function addHealthRoute(
  app: HttpApp,
  deps: { readonly clock: Clock; readonly health: () => Promise<HealthView> },
): void {
  let last: { readonly view: Promise<HealthView>; readonly atMs: number } | undefined;
  app.route({ method: 'GET', path: '/health', access: ['anyone'] }, async (c) => {
    const nowMs = deps.clock.now().getTime();
    if (!last || nowMs - last.atMs >= rememberMs) last = { view: deps.health(), atMs: nowMs };
    const { status, parts } = await last.view;
    const down = parts.some(({ name, state }) => needed.includes(name) && state === 'silent');
    if (down) throw new Unavailable('Sinau is not available right now.', { retryAfterSeconds: 30 });
    return c.json({ status });
  });
}
