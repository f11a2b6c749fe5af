import { randomUUID } from 'node:crypto';
import type { DevJson } from '../../server/start-server.ts';
import { acknowledged, type CrashLoad, xapiHeaders } from './load.ts';

/** Documents that grow at the same time. */
const count = 2;

/** One State document that several requests at a time add keys to. */
interface Growing {
  readonly stateId: string;
  /** Keys whose merge was acknowledged. */
  readonly promised: Set<string>;
}

const fresh = (): readonly Growing[] =>
  Array.from({ length: count }, () => ({ stateId: `crash-${randomUUID()}`, promised: new Set<string>() }));

/** State documents merged key by key by parallel requests: no acknowledged key is lost, and what is there is whole. */
export function documentLoad(): CrashLoad {
  const totals = { merges: 0, acknowledged: 0, lost: 0, torn: 0 };
  let growing = fresh();
  return {
    name: 'documents',
    totals,
    faults: ['lost', 'torn'],
    async send(dev) {
      const one = growing[totals.merges % count];
      if (!one) return;
      totals.merges += 1;
      const key = `k${totals.merges}`;
      const body = JSON.stringify({ [key]: 'y'.repeat(totals.merges % 2 === 0 ? 20 : 400) });
      const headers = { ...xapiHeaders(dev), 'content-type': 'application/json' };
      const address = addressOf(dev, one);
      const done = await acknowledged(() => fetch(address, { method: 'POST', headers, body }));
      if (!done) return;
      totals.acknowledged += 1;
      one.promised.add(key);
    },
    async check(dev) {
      for (const one of growing) {
        const response = await fetch(addressOf(dev, one), { headers: xapiHeaders(dev) });
        const text = await response.text();
        const document = response.status === 404 ? {} : objectIn(text);
        if (!document) totals.torn += 1;
        else for (const key of one.promised) if (!Object.hasOwn(document, key)) totals.lost += 1;
      }
      growing = fresh();
    },
  };
}

function addressOf(dev: DevJson, { stateId }: Growing): string {
  const query = new URLSearchParams({
    activityId: 'https://sinau.example/activities/crash',
    agent: JSON.stringify({ account: { homePage: 'https://sinau.localhost', name: 'crash-bench' } }),
    stateId,
  });
  return `${dev.xapi.endpoint}/activities/state?${query}`;
}

function objectIn(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
