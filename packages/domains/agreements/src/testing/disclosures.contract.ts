import { randomUUID } from 'node:crypto';
import type { AgencyId, PersonId, ProviderId } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Disclosure } from '../ports.ts';
import type { MemoryAgreements } from './memory-agreements.ts';

/** What every store keeps of subjects, and of what has left. */
export function disclosuresContract(adapter: string, open: () => Promise<MemoryAgreements>): void {
  describe(`disclosures on ${adapter}`, () => {
    let stores: MemoryAgreements;
    const providerId = 'p1' as ProviderId;
    let personId: PersonId;
    let agencyId: AgencyId;
    beforeEach(async () => {
      stores = await open();
      personId = randomUUID() as PersonId;
      agencyId = randomUUID() as AgencyId;
      await stores.subjects.keepSubjects(providerId, [{ personId, subject: `s-${personId}` }]);
    });
    const note = (
      at: string,
      over: Partial<Disclosure['people'][number]> = {},
      rest: Partial<Disclosure> = {},
    ) =>
      stores.disclosures.note({
        ...{ providerId, channel: 'launch', at },
        people: [{ personId, agencyId, attributes: ['pseudonym', 'name'], ...over }],
        ...rest,
      });

    it('a subject stays with its person, whatever is proposed later', async () => {
      const changed = [{ personId, subject: randomUUID() }];
      expect(await stores.subjects.keepSubjects(providerId, changed)).toEqual(
        new Map([[personId, `s-${personId}`]]),
      );
      expect(await stores.subjects.personOf(providerId, `s-${personId}`)).toBe(personId);
      const asked = [personId, `nobody-${personId}` as PersonId];
      expect([...(await stores.subjects.knownSubjects(providerId, asked))]).toEqual([
        [personId, `s-${personId}`],
      ]);
      // Nobody got one by being asked for.
      expect((await stores.subjects.knownSubjects('p2' as ProviderId, asked)).size).toBe(0);
      expect((await stores.subjects.knownSubjects(providerId, asked)).size).toBe(1);
      expect(await stores.subjects.personOf('p2' as ProviderId, `s-${personId}`)).toBeUndefined();
      expect(await stores.subjects.personOf(providerId, changed[0]?.subject ?? '')).toBeUndefined();
    });

    it('tells which of many texts are subjects, of this provider alone', async () => {
      const many = Array.from({ length: 130 }, (_, n) => `nobody ${n}`);
      const texts = [...many, `s-${personId}`, `s-${personId}`];
      expect([...(await stores.subjects.subjectsAmong(providerId, texts))]).toEqual([`s-${personId}`]);
      expect((await stores.subjects.subjectsAmong('p2' as ProviderId, texts)).size).toBe(0);
      expect((await stores.subjects.subjectsAmong(providerId, [])).size).toBe(0);
    });

    it('of two first launches at once both get one subject', async () => {
      const other = randomUUID() as PersonId;
      const proposals = ['a', 'b'].map((end) => [{ personId: other, subject: `${other}-${end}` }]);
      const given = await Promise.all(
        proposals.map((one) => stores.subjects.keepSubjects('p2' as ProviderId, one)),
      );
      expect(given[0]?.get(other)).toBeTruthy();
      expect(given[0]).toEqual(given[1]);
    });

    it('keeps since when and when last each attribute of a person has left', async () => {
      await note('2026-03-02T01:00:00.000Z', { attributes: ['pseudonym'] });
      await note('2026-03-03T01:00:00.000Z');
      const [first, second] = ['2026-03-02T01:00:00.000Z', '2026-03-03T01:00:00.000Z'];
      expect(await stores.disclosures.ofPerson(personId)).toEqual([
        {
          ...{ providerId, subject: `s-${personId}` },
          attributes: { pseudonym: { first, last: second }, name: { first: second, last: second } },
        },
      ]);
    });

    it('a person is traced to ten minutes', async () => {
      for (const minute of ['00', '09', '20']) await note(`2026-03-02T01:${minute}:00.000Z`);
      await note('2026-03-02T01:21:00.000Z');
      const [found] = await stores.disclosures.ofPerson(personId);
      expect(found?.attributes.name?.last).toBe('2026-03-02T01:20:00.000Z');
    });

    it('counts people for their agency, by channel', async () => {
      await note('2026-03-02T01:00:00.000Z');
      await note('2026-03-02T01:01:00.000Z', { attributes: ['pseudonym'] });
      await note('2026-03-02T01:02:00.000Z', {}, { channel: 'roster' });
      const found = await stores.disclosures.ofAgency(agencyId);
      const launches = found.find(({ channel }) => channel === 'launch');
      expect(found).toHaveLength(2);
      expect(launches?.attributes).toEqual({
        pseudonym: { first: '2026-03-02T01:00:00.000Z', last: '2026-03-02T01:01:00.000Z', times: 2 },
        name: { first: '2026-03-02T01:00:00.000Z', last: '2026-03-02T01:00:00.000Z', times: 1 },
      });
    });

    it('keeps what could be told of a person, and tells when it became another thing, by whom that was found', async () => {
      const compare = async (values: string, reading: string) =>
        (
          await stores.values.compare(providerId, [{ personId, values }], { at: `t-${reading}`, reading })
        ).get(personId);
      expect(await compare('one', 'r1')).toBeUndefined();
      expect(await compare('one', 'r2')).toBeUndefined();
      expect(await compare('two', 'r3')).toEqual({ at: 't-r3', reading: 'r3' });
      expect(await compare('two', 'r4')).toEqual({ at: 't-r3', reading: 'r3' });
      expect(await compare('one', 'r5')).toEqual({ at: 't-r5', reading: 'r5' });
      // What has left is another matter, and stays as it was.
      await note('2026-03-02T01:00:00.000Z');
      expect(await compare('one', 'r6')).toEqual({ at: 't-r5', reading: 'r5' });
      expect((await stores.disclosures.ofPerson(personId))[0]?.attributes.name).toBeDefined();
    });

    it('keeps nothing of whom the provider has never heard', async () => {
      const stranger = randomUUID() as PersonId;
      const change = { at: 't', reading: 'r' };
      for (const values of ['one', 'two']) {
        expect(await stores.values.compare(providerId, [{ personId: stranger, values }], change)).toEqual(
          new Map(),
        );
      }
      expect(await stores.disclosures.ofPerson(stranger)).toEqual([]);
    });

    it('counts many people of one reading at once, and nobody without an agency', async () => {
      const people = Array.from({ length: 30 }, () => ({
        ...{ personId, agencyId, attributes: ['pseudonym' as const] },
      }));
      const nobody = { personId, attributes: ['pseudonym' as const] };
      await note('2026-03-02T01:00:00.000Z', {}, { people: [...people, nobody] });
      const [found] = await stores.disclosures.ofAgency(agencyId);
      expect(found?.attributes.pseudonym?.times).toBe(30);
    });
  });
}
