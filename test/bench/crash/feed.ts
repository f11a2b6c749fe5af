import { setTimeout as sleep } from 'node:timers/promises';
import { bearerOf, pullPage } from '../../e2e/agency-client.ts';
import type { DevJson } from '../../server/start-server.ts';
import { type CrashLoad, isStored } from './load.ts';

const longestWaitMs = 60_000;

/**
 * An agency that pulls its feed while statements come and the server dies under it, always from the cursor of the last
 * page it got. In the end it has every acknowledged statement once, and nothing that is not stored.
 * @param acknowledgedIds statements whose write was acknowledged so far
 */
export function feedLoad(
  acknowledgedIds: () => readonly string[],
): CrashLoad & { finish(dev: DevJson): Promise<void> } {
  const totals = { lines: 0, pages: 0, doubled: 0, missing: 0, unknown: 0 };
  const seen = new Set<string>();
  let cursor: string | undefined;

  async function pull(dev: DevJson): Promise<number> {
    const { agencyClient } = dev;
    const access = { ...agencyClient, xapiEndpoint: dev.xapi.endpoint };
    const page = await pullPage(access, await bearerOf(access), { cursor, limit: 200 });
    // From here on the page counts as taken, as it does for a consumer that keeps the cursor with its lines.
    ({ cursor } = page);
    totals.pages += 1;
    for (const { id } of page.statements) {
      totals.lines += 1;
      if (seen.has(id)) totals.doubled += 1;
      seen.add(id);
    }
    return page.statements.length;
  }

  return {
    name: 'feed',
    totals,
    faults: ['doubled', 'missing', 'unknown'],
    async send(dev) {
      // The server may be gone: then this page was never got, and the cursor stays.
      await pull(dev).catch(() => undefined);
      await sleep(20);
    },
    check: async () => undefined,
    async finish(dev) {
      const wanted = acknowledgedIds();
      const deadline = performance.now() + longestWaitMs;
      while (wanted.some((id) => !seen.has(id)) && performance.now() < deadline) {
        if ((await pull(dev)) === 0) await sleep(200);
      }
      totals.missing += wanted.filter((id) => !seen.has(id)).length;
      const promised = new Set(wanted);
      for (const id of seen) if (!promised.has(id) && !(await isStored(dev, id))) totals.unknown += 1;
    },
  };
}
