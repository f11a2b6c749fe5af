import { randomUUID } from 'node:crypto';
import { acknowledged, type CrashLoad, isStored, statementAbout, xapiHeaders } from './load.ts';

const sizes = [1, 2, 10, 50];

interface Batch {
  readonly ids: readonly string[];
  acknowledged: boolean;
}

/** Batches of statements: whole or absent, and whole once they were acknowledged. */
export function batchLoad(): CrashLoad & { acknowledgedIds(): readonly string[] } {
  const totals = { batches: 0, acknowledged: 0, half: 0, lost: 0 };
  const known: string[] = [];
  let open: Batch[] = [];
  return {
    name: 'batches',
    totals,
    faults: ['half', 'lost'],
    acknowledgedIds: () => known,
    async send(dev) {
      const size = sizes[Math.floor(Math.random() * sizes.length)] ?? 1;
      const batch: Batch = { ids: Array.from({ length: size }, () => randomUUID()), acknowledged: false };
      open.push(batch);
      const body = JSON.stringify(batch.ids.map((id) => statementAbout(dev, id)));
      const headers = { ...xapiHeaders(dev), 'content-type': 'application/json' };
      const address = `${dev.xapi.endpoint}/statements`;
      batch.acknowledged = await acknowledged(() => fetch(address, { method: 'POST', headers, body }));
      if (batch.acknowledged) known.push(...batch.ids);
    },
    async check(dev) {
      const batches = open;
      open = [];
      for (const batch of batches) {
        let present = 0;
        for (const id of batch.ids) if (await isStored(dev, id)) present += 1;
        totals.batches += 1;
        if (batch.acknowledged) totals.acknowledged += 1;
        if (present > 0 && present < batch.ids.length) totals.half += 1;
        if (batch.acknowledged && present < batch.ids.length) totals.lost += 1;
      }
    },
  };
}
