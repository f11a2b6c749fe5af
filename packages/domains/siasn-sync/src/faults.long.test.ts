import type { Jp } from '@sinau/kernel';
import type { Fault } from '@sinau/siasn/testing';
import { expect, it } from 'vitest';
import { claimWork } from './claim-work.ts';
import type { RowStore } from './ports.ts';
import { sendDue } from './send-due.ts';
import { sampleContent, syncWorld } from './testing/index.ts';
import { ownDesk } from './work-desk.ts';

const faults: readonly Fault[] = ['lost', 'silent', 'ended', 'busy', 'error', 'page', 'page-after', 'away'];

interface Named {
  readonly namaKursus?: unknown;
  readonly jumlahJam?: unknown;
}

/** The same numbers each time. */
function numbers(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** A worker that is killed now and then, before or after what it writes: also between a record and the note of it. */
const mortal = (rows: RowStore, random: () => number): RowStore => ({
  ...rows,
  async save(row, freed) {
    if (random() < 0.05) throw new Error('killed before');
    const outcome = await rows.save(row, freed);
    if (random() < 0.05) throw new Error('killed after');
    return outcome;
  },
});

it('R10: 300 lines through a SIASN that fails in every way, with workers that die: one record a line, and none besides', async () => {
  const world = syncWorld();
  await world.on();
  const random = numbers(7);
  for (let n = 0; n < 60; n += 1) {
    const nip = `19900517201503${1_000 + n}`;
    const lines = world.join(`p${n}`, nip);
    for (let line = 0; line < 5; line += 1) {
      const number = line === 4 ? {} : { number: `SINAU-${n}-${line}` };
      const { number: _, ...plain } = sampleContent({
        title: `Pelatihan ${n} ${line}`,
        courseId: `c${line}`,
      });
      lines.set(`l${line}`, { ...plain, ...number });
    }
    await world.follow(`p${n}`);
  }
  world.run(() => (random() < 0.25 ? faults[Math.floor(random() * faults.length)] : undefined));
  for (let round = 0; round < 40; round += 1) {
    // Two workers side by side, and one that dies with what it holds.
    await Promise.all([world.send(), world.send()]);
    await claimWork(world.deps, { agencyId: world.agencyId, environment: 'production', limit: 3 });
    const dying = { ...world.deps, rows: mortal(world.deps.rows, random) };
    const desk = ownDesk(dying, { agencyId: world.agencyId, environment: 'production' });
    const given = { client: world.client(), clock: world.clock, stillTime: () => true };
    await sendDue(desk, given).catch(() => undefined);
    if (round === 10) {
      // Some lines become others while all this goes on, and some are taken back.
      for (let n = 0; n < 60; n += 3) {
        const lines = world.people.get(`p${n}` as never)?.lines;
        lines?.set('l0', { ...(lines.get('l0') ?? sampleContent()), jp: 300 as Jp });
        if (n % 2 === 0) lines?.delete('l1');
        await world.follow(`p${n}`);
      }
    }
    world.clock.advance(20 * 60_000);
  }
  world.run(undefined);
  for (let round = 0; round < 4; round += 1) {
    await world.send();
    world.clock.advance(3_600_000);
  }
  const expected = [...world.people.values()].flatMap(({ lines }) =>
    [...lines.values()].map(({ title, jp }) => `${title} ${jp / 100}`),
  );
  expect(expected).toHaveLength(290);
  const stored = world.records().map((row) => {
    const { namaKursus, jumlahJam } = row as Named;
    return `${namaKursus} ${jumlahJam}`;
  });
  expect(stored.toSorted()).toEqual(expected.toSorted());
  const rows = (await Promise.all([...world.people.keys()].map((one) => world.rowsOf(one)))).flat();
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['accepted', 'superseded']));
});
