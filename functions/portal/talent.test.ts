import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import { hmacSigner } from '@sinau/platform/crypto';
import { memoryTalentStore } from '@sinau/talent/testing';
import { expect, it } from 'vitest';
import { joinTalent } from './join-talent.ts';

const officer = {
  ...{
    kind: 'person',
    personId: 'sari' as PersonId,
    name: 'Sari',
    roles: ['talent-officer'],
    agencyId: 'bkn',
  },
} as unknown as PersonPrincipal;
const personOf = (personId: string) => ({
  ...{ personId, name: personId === 'p-0' ? '=1+1' : personId, status: 'active' },
  home: { kind: 'agency', agencyId: personId === 'x' ? 'lan' : 'bkn' },
});

function world() {
  const talent = memoryTalentStore();
  const clock = { now: () => new Date('2026-03-01T01:00:00.000Z') };
  const members = {
    find: async (personId: PersonId) => ({
      ...{ personId, name: personId, today: '2026-03-01', agencyId: personId === 'x' ? 'lan' : 'bkn' },
    }),
  };
  const ports = joinTalent(
    {
      ...{ talent: async () => ({ talent, clock, members }), clock, signer: hmacSigner('x'.repeat(32)) },
      people: {
        find: async (personId: string) => personOf(personId),
        findByClaim: async ({ value }: { value: string }) => personOf(value.endsWith('9') ? 'x' : 'p-1'),
      },
      organisations: { listUnits: async () => [] },
    } as unknown as Parameters<typeof joinTalent>[0],
    1_000_000,
  );
  return { ports };
}

const order = {
  year: 2025,
  performance: 'above',
  potential: 'high',
  basis: 'BA 1',
  foundOn: '2026-02-01',
} as const;
const place = { year: 2025, performance: 'above', potential: 'high' } as const;

it('pages a box, and a token of another box or reader is refused', async () => {
  const { ports } = world();
  for (let n = 0; n < 51; n += 1) await ports.record(officer, `p-${n}`, order);
  const first = await ports.placeOf(officer, place);
  expect([first.people.length, first.box, first.followUps[0]]).toEqual([50, 9, 'promote']);
  const page = first.next ?? '';
  expect((await ports.placeOf(officer, { ...place, page })).people).toHaveLength(1);
  const rini = { ...officer, personId: 'rini' as PersonId };
  const wrong = { code: 'request.invalid' };
  await expect(ports.placeOf(rini, { ...place, page })).rejects.toMatchObject(wrong);
  await expect(ports.placeOf(officer, { ...place, performance: 'below', page })).rejects.toMatchObject(wrong);
});

it('F1: gives a file that runs nothing, with every box', async () => {
  const { ports } = world();
  for (const n of [0, 1]) await ports.record(officer, `p-${n}`, order);
  await ports.record(officer, 'p-2', { ...order, performance: 'below', potential: 'low' });
  const { performance: _, ...rest } = order;
  await ports.record(officer, 'p-3', { ...rest, predicate: 'kurang', potential: 'middle' });
  const wish = { year: 2025, language: 'id' } as const;
  const text = new TextDecoder().decode(await ports.fileOf(officer, { ...wish, format: 'csv' }));
  expect(text.split('\r\n').filter(Boolean)).toHaveLength(5);
  expect(text).toContain('Di bawah ekspektasi;4;3;Menengah;3');
  expect(text).toContain("'=1+1");
  expect(text).toContain('Di bawah ekspektasi;;3;Rendah;1');
  const workbook = await ports.fileOf(officer, { ...wish, format: 'xlsx' });
  expect(new TextDecoder().decode(workbook.subarray(0, 2))).toBe('PK');
});

it('reads its own template, and refuses a list that is not as it was tried', async () => {
  const { ports } = world();
  const view = await ports.tryList(officer, new TextEncoder().encode(await ports.template()));
  if (view.outcome !== 'read') throw new Error(JSON.stringify(view));
  // The number of the example belongs to somebody of another agency here.
  expect(view.rows).toMatchObject([{ outcome: 'refused', problem: 'unknown-person', column: 'NIP' }]);
  await expect(ports.takeList(officer, '{"rows":[]}')).rejects.toMatchObject({ code: 'request.invalid' });
});

it('finds people of the own agency by number, and no others', async () => {
  const { ports } = world();
  expect(await ports.personWith(officer, '199001012015031001')).toBe('p-1');
  expect(await ports.personWith(officer, '199001012015031999')).toBeUndefined();
});
