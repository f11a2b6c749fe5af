import { fixedClock } from '@sinau/kernel/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSiasnClient, mostPoints, officialIndexSchema, productionPlaces } from './index.ts';
import { readOfficialIndex } from './official-index.ts';
import { createFakeSiasn, type Fault } from './testing/index.ts';

const nip = '199005172015031999';
const now = new Date('2026-11-29T02:00:00.000Z');
const wire = {
  ...{ kualifikasi: 15, kompetensi: 32.5, kinerja: 25, disiplin: 5, subtotal: 77.5 },
  created_at: '2026-03-12 08:15:33',
};
const read = (more: object = {}) => readOfficialIndex({ ...wire, ...more }, now);

describe('an index of BKN', () => {
  it('is read in our words; a time without a zone is Jakarta’s', () => {
    expect(read()).toEqual({
      ...{ qualification: 15, competency: 32.5, performance: 25, discipline: 5 },
      createdAt: '2026-03-12T01:15:33.000Z',
    });
  });

  it.each([
    ['text', { kualifikasi: '15', kompetensi: '32.50', kinerja: '25.00', disiplin: ' 5 ', subtotal: '77.5' }],
    ['commas', { kualifikasi: '15,0', kompetensi: '32,5', kinerja: '25', disiplin: '5', subtotal: null }],
    ['more fields than are taken', { keterangan_disiplin: 'tidak pernah', nip, subtotal: undefined }],
  ])('may be written with %s', (_, more) => {
    expect(read(more)).toEqual(read());
  });

  it.each([
    ['2026-03-12T08:15:33.123456+07:00', '2026-03-12T01:15:33.123Z'],
    ['2026-03-12T08:15:33Z', '2026-03-12T08:15:33.000Z'],
    ['2026-03-12 10:15:33+0900', '2026-03-12T01:15:33.000Z'],
    ['2026-03-12 08:15:33+07', '2026-03-12T01:15:33.000Z'],
  ])('was made at %s', (created_at, createdAt) => {
    expect(read({ created_at })?.createdAt).toBe(createdAt);
  });

  it.each([
    ['a part beyond its most', { kompetensi: 40.01, subtotal: undefined }],
    ['a part below nothing', { disiplin: -1, subtotal: undefined }],
    ['words for points', { kinerja: 'Baik' }],
    ['no points', { kinerja: null }],
    ['a number that is none', { kinerja: '1e1' }],
    ['a sum that is not that of its parts', { subtotal: 97.5 }],
    ['no time', { created_at: null }],
    ['a day that is none', { created_at: '2026-02-31 08:00:00' }],
    ['an hour that is none', { created_at: '2026-02-28 25:00:00' }],
    ['a day written otherwise', { created_at: '12-03-2026' }],
    ['a time that is to come', { created_at: '2027-01-01 00:00:00' }],
    ['a time before there was an index', { created_at: '1970-01-01 00:00:00' }],
    ['a script', { created_at: '<script>alert(1)</script>' }],
  ])('with %s is none', (_, more) => {
    expect(read(more)).toBeUndefined();
  });

  it('is none, or one within its bounds, whatever comes', () => {
    const odd = fc.oneof(
      fc.anything(),
      fc.float(),
      fc.string(),
      fc.constantFrom(15, '15', '2026-03-12 08:00:00'),
    );
    const any = fc.record({
      ...{ kualifikasi: odd, kompetensi: odd, kinerja: odd, disiplin: odd, subtotal: odd, created_at: odd },
    });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), any), (given) => {
        const found = readOfficialIndex(given, now);
        if (!found) return;
        expect(officialIndexSchema.safeParse(found).success).toBe(true);
        expect(Object.keys(mostPoints).every((name) => found[name as keyof typeof mostPoints] >= 0)).toBe(
          true,
        );
      }),
    );
  });
});

function worldOf(indexes: ReadonlyMap<string, unknown>, fault?: Fault) {
  const clock = fixedClock(now.toISOString());
  const asked: string[] = [];
  const fake = createFakeSiasn({
    ...{ clock, indexes, people: new Map([[nip, 'A'.repeat(32)]]) },
    fault: ({ url }) => {
      if (!url.includes('/pns/')) return undefined;
      asked.push(url);
      return fault;
    },
  });
  const client = createSiasnClient({
    ...{ send: fake.send, places: productionPlaces, clock, consumer: { key: 'kunci', secret: 'rahasia' } },
    account: { kind: 'password', clientId: 'c', username: 'petugas', password: 'sandi' },
  });
  return { client, asked };
}

describe('asking for it', () => {
  it('takes both tokens to one address', async () => {
    const { client, asked } = worldOf(new Map([[nip, wire]]));
    expect(await client.officialIndexOf(nip)).toEqual(read());
    expect(asked).toEqual([`${productionPlaces.api}/pns/nilaiipasn/${nip}`]);
  });

  it.each([
    ['nothing of that number', new Map<string, unknown>()],
    ['null', new Map([[nip, null]])],
    ['an empty list', new Map([[nip, []]])],
    ['an empty object', new Map([[nip, {}]])],
    ['words in its place', new Map([[nip, 'Data tidak ditemukan']])],
  ])('finds none where it answers %s', async (_, indexes) => {
    expect(await worldOf(indexes).client.officialIndexOf(nip)).toBe('none');
  });

  it.each([
    ['an impossible one', { ...wire, kinerja: 300 }],
    ['a list', [wire]],
    ['words', 'nilai sedang dihitung'],
  ])('says so where it gets %s', async (_, data) => {
    expect(await worldOf(new Map([[nip, data as unknown]])).client.officialIndexOf(nip)).toBe('unreadable');
  });

  it.each<readonly [Fault, string]>([
    ['error', 'broken-answer'],
    ['page', 'broken-answer'],
    ['busy', 'busy'],
    ['silent', 'timeout'],
    ['away', 'unreachable'],
    ['forbidden', 'forbidden'],
    ['unsubscribed', 'client-refused'],
    ['ended', 'signed-out'],
  ])('is refused by %s as %s', async (fault, because) => {
    const { client } = worldOf(new Map([[nip, wire]]), fault);
    await expect(client.officialIndexOf(nip)).rejects.toMatchObject({ because });
  });
});
