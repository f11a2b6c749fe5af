import { randomUUID } from 'node:crypto';
import type { AgencyId, PersonId, Tenant } from '@sinau/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ClientId, UnitId } from '../ids.ts';
import {
  accountClaim,
  emailClaim,
  employeeNumberClaim,
  externalIdClaim,
  userNameClaim,
} from '../people/claims.ts';
import type { HeldRole } from '../people/held-role.ts';
import type { Person } from '../people/person.ts';
import type { PeopleStore } from '../people/ports.ts';

/** What every people store keeps. Ids are fresh in every test, so that the store need not be empty. */
export function peopleStoreContract(adapter: string, open: () => Promise<PeopleStore>): void {
  describe(`people store on ${adapter}`, () => {
    let store: PeopleStore;

    beforeEach(async () => {
      store = await open();
    });

    function person(over: Partial<Person> = {}): Person {
      const personId = randomUUID() as PersonId;
      return {
        personId,
        name: 'Sri Rahayu',
        email: `${personId}@contoh.example`,
        status: 'invited',
        roles: ['learner'],
        home: { kind: 'agency', agencyId: randomUUID() as AgencyId },
        employeeNumbers: [],
        sessionGeneration: 1,
        invitedAt: '2026-03-02T01:00:00.000Z',
        rev: 1,
        ...over,
      };
    }

    const number = (value: string): Person['employeeNumbers'] => [
      { kind: 'NIP', value, validFrom: '2026-03-02T01:00:00.000Z' },
    ];

    async function added(over: Partial<Person> = {}): Promise<Person> {
      const row = person(over);
      expect(await store.add(row)).toEqual({ outcome: 'stored' });
      return row;
    }

    it('lists those whose day of leaving service has come, until their account is closed or the day is another', async () => {
      const leaving = (from: string, standing: 'retired' | 'active' = 'retired') => ({
        career: { employment: [], posts: [], stations: [], legalStandings: [{ from, standing }] },
      });
      const [first, second] = [await added(leaving('2026-03-01')), await added(leaving('2026-03-02'))];
      const later = await added({ ...leaving('2026-03-02'), timeZone: 'Asia/Jayapura' });
      await added(leaving('2026-03-01', 'active'));
      const own = async (until: string) => {
        const ids = (await store.listLeaving(until, 10_000)).map(({ personId }) => personId);
        return [first, later, second].filter(({ personId }) => ids.includes(personId));
      };
      expect(await own('2026-02-28T16:59:59.999Z')).toEqual([]);
      expect(await own('2026-02-28T17:00:00.000Z')).toEqual([first]);
      // The day begins earlier in the east.
      expect(await own('2026-03-01T15:00:00.000Z')).toEqual([first, later]);
      await store.replace(first, { ...first, status: 'disabled' });
      await store.replace(later, { ...later, ...leaving('2026-04-01') });
      expect(await own('2026-03-31T00:00:00.000Z')).toEqual([second]);
      await store.replace(second, { ...second, ...leaving('2026-03-02', 'active') });
      expect((await own('2026-12-31T00:00:00.000Z')).map(({ personId }) => personId)).toEqual([
        later.personId,
      ]);
    });

    it('lists who holds a role in a tenant, as roles and homes change', async () => {
      const home = { kind: 'agency', agencyId: randomUUID() as AgencyId } as const;
      const other = { kind: 'agency', agencyId: randomUUID() as AgencyId } as const;
      const holders = async (tenant: Tenant, role: HeldRole) =>
        (await store.listHolders(tenant, role)).toSorted();
      const ids = (...people: readonly Person[]) => people.map(({ personId }) => personId).toSorted();
      const learner = await added({ home });
      const one = await added({ home, roles: ['learner', 'agency-admin'] });
      const two = await added({ home, roles: ['agency-admin', 'auditor'], status: 'disabled' });
      expect(await holders(home, 'agency-admin')).toEqual(ids(one, two));
      expect(await holders(home, 'auditor')).toEqual(ids(two));
      expect(await holders(home, 'operator')).toEqual([]);
      const stored = async (before: Person, over: Partial<Person>) => {
        const result = await store.replace(before, { ...before, ...over });
        if (result.outcome !== 'stored') throw new Error(result.outcome);
        return result.person;
      };
      const raised = await stored(learner, { roles: ['supervisor', 'agency-admin'] });
      const lowered = await stored(one, { roles: ['learner'] });
      expect(await holders(home, 'agency-admin')).toEqual(ids(raised, two));
      const moved = await stored(two, { home: other });
      await stored(raised, { name: 'Nama lain' });
      expect(await holders(home, 'agency-admin')).toEqual(ids(raised));
      expect(await holders(other, 'agency-admin')).toEqual(ids(moved));
      expect(await holders(other, 'auditor')).toEqual(ids(moved));
      expect(await store.replace(raised, { ...raised, roles: [] })).toEqual({ outcome: 'stale' });
      await stored(lowered, { roles: ['agency-admin'] });
      expect(await holders(home, 'agency-admin')).toEqual(ids(raised, lowered));
      await store.indexHolders(home);
      await store.indexHolders(home);
      expect(await holders(home, 'agency-admin')).toEqual(ids(raised, lowered));
    });

    it('gives back every property, by id and by each claim', async () => {
      const nip = randomUUID();
      const subject = randomUUID();
      const row = await added({
        employeeNumbers: number(nip),
        account: { issuer: 'https://issuer.example', subject },
        workingAgencyId: 'a2' as AgencyId,
        locale: 'en',
        timeZone: 'Asia/Jayapura',
        activatedAt: '2026-03-02T01:00:00.000Z',
      });
      expect(await store.find(row.personId)).toEqual(row);
      expect(await store.findByClaim(emailClaim(row.email))).toEqual(row);
      expect(await store.findByClaim(employeeNumberClaim(nip))).toEqual(row);
      expect(await store.findByClaim(accountClaim('https://issuer.example', subject))).toEqual(row);
    });

    it('knows nobody else', async () => {
      expect(await store.find(randomUUID() as PersonId)).toBeUndefined();
      expect(await store.findByClaim(emailClaim('nobody@contoh.example'))).toBeUndefined();
    });

    it('refuses a second person with a claim of the first, names the claim and stores nothing', async () => {
      const nip = randomUUID();
      const first = await added({ employeeNumbers: number(nip) });
      const sameEmail = person({ email: first.email.toUpperCase() });
      expect(await store.add(sameEmail)).toEqual({ outcome: 'taken', claim: emailClaim(first.email) });
      const sameNumber = person({ employeeNumbers: number(nip) });
      expect(await store.add(sameNumber)).toEqual({ outcome: 'taken', claim: employeeNumberClaim(nip) });
      expect(await store.findByClaim(emailClaim(sameNumber.email))).toBeUndefined();
      expect(await store.find(sameNumber.personId)).toBeUndefined();
    });

    it('keeps what machines call somebody apart by machine, and frees it with the name', async () => {
      const [one, other] = [randomUUID() as ClientId, randomUUID() as ClientId];
      const name = { userName: 'Sri', externalId: 'e-1' };
      const row = await added({ provisioned: [{ clientId: one, ...name }] });
      const second = await added({ provisioned: [{ clientId: other, ...name }] });
      expect(await store.findByClaim(userNameClaim(one, 'SRI'))).toEqual(row);
      expect(await store.findByClaim(externalIdClaim(other, 'e-1'))).toEqual(second);
      const third = person({ provisioned: [{ clientId: one, userName: 'lain', externalId: 'e-1' }] });
      expect(await store.add(third)).toEqual({ outcome: 'taken', claim: externalIdClaim(one, 'e-1') });
      await store.replace(row, { ...row, provisioned: [{ clientId: one, userName: 'sri' }] });
      expect(await store.add(third)).toEqual({ outcome: 'stored' });
      expect(await store.findByClaim(userNameClaim(one, 'sri'))).toMatchObject({ personId: row.personId });
    });

    it('lets exactly one of twenty parallel newcomers hold the same address', async () => {
      const { email } = person();
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => store.add(person({ email }))));
      expect(outcomes.filter(({ outcome }) => outcome === 'stored')).toHaveLength(1);
    });

    it('replaces what was read, moves the claims along and frees the old ones', async () => {
      const before = await added();
      const email = `new-${before.email}`;
      const result = await store.replace(before, { ...before, email, name: 'Sri R.' });
      expect(result).toEqual({ outcome: 'stored', person: { ...before, email, name: 'Sri R.', rev: 2 } });
      expect(await store.findByClaim(emailClaim(before.email))).toBeUndefined();
      expect((await store.findByClaim(emailClaim(email)))?.rev).toBe(2);
      await added({ email: before.email });
    });

    it('takes away a property that the new version lacks', async () => {
      const before = await added({ workingAgencyId: 'a2' as AgencyId, supervisorId: 's' as PersonId });
      const { workingAgencyId: _, supervisorId: __, ...after } = before;
      await store.replace(before, after);
      expect(await store.find(before.personId)).toEqual({ ...after, rev: 2 });
    });

    it('refuses to replace an outdated version, also when twenty try at once', async () => {
      const before = await added();
      const results = await Promise.all(
        Array.from({ length: 20 }, (_, index) => store.replace(before, { ...before, name: `Sri ${index}` })),
      );
      expect(results.filter(({ outcome }) => outcome === 'stored')).toHaveLength(1);
      expect(results.filter(({ outcome }) => outcome === 'stale')).toHaveLength(19);
    });

    it('replaces only while the witness is as they were read, and two who witness against each other leave one', async () => {
      const [one, other] = [await added(), await added()];
      const disabled = (row: Person): Person => ({ ...row, status: 'disabled' });
      const outcomes = await Promise.all([
        store.replace(one, disabled(one), other),
        store.replace(other, disabled(other), one),
      ]);
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['stale', 'stored']);
      const left = (await store.findMany([one.personId, other.personId])).filter((row) => row.rev === 1);
      expect(left).toHaveLength(1);
    });

    it("refuses to move to another's claim and keeps the old state whole", async () => {
      const other = await added();
      const before = await added();
      const result = await store.replace(before, { ...before, email: other.email });
      expect(result).toEqual({ outcome: 'taken', claim: emailClaim(other.email) });
      expect(await store.find(before.personId)).toEqual(before);
      expect(await store.findByClaim(emailClaim(before.email))).toEqual(before);
      expect(await store.findByClaim(emailClaim(other.email))).toEqual(other);
    });

    it('finds many and leaves out the absent', async () => {
      const rows = [await added(), await added()];
      const found = await store.findMany([...rows.map((row) => row.personId), randomUUID() as PersonId]);
      expect(found.map((row) => row.personId).sort()).toEqual(rows.map((row) => row.personId).sort());
      expect(await store.findMany([])).toEqual([]);
    });

    it('lists the people of one home by name, page by page, each once', async () => {
      const { home } = person();
      await added({ name: 'Foreign' });
      for (const name of ['citra', 'Ani', 'Budi', 'Ani', 'Dewi']) await added({ home, name });
      const names: string[] = [];
      let after: string | undefined;
      do {
        const page = await store.listByHome(home, { limit: 2, ...(after && { after }) });
        names.push(...page.people.map((row) => row.name));
        after = page.next;
      } while (after);
      expect(names).toEqual(['Ani', 'Ani', 'Budi', 'citra', 'Dewi']);
    });

    it('lists those of one home whose name begins so, in whatever case, page by page, and nobody else', async () => {
      const { home } = person();
      await added({ name: 'Siti Asing' });
      const names = [
        'Sit',
        'SITI Aminah',
        'siti rahma',
        'Siti',
        'Sitti',
        'Budi Siti',
        '100% Siti',
        'A#B',
        'A Z',
      ];
      for (const name of names) await added({ home, name });
      const listed = async (beginning: string) => {
        const found: string[] = [];
        let after: string | undefined;
        do {
          const page = await store.listByHome(home, { limit: 2, beginning, ...(after && { after }) });
          expect(page.people.length).toBeLessThanOrEqual(2);
          found.push(...page.people.map(({ name }) => name));
          after = page.next;
        } while (after);
        return found.toSorted();
      };
      expect(await listed('sITI')).toEqual(['SITI Aminah', 'Siti', 'siti rahma']);
      expect(await listed('siti ')).toEqual(['SITI Aminah', 'siti rahma']);
      expect(await listed('sit')).toEqual(['SITI Aminah', 'Sit', 'Siti', 'Sitti', 'siti rahma']);
      expect(await listed('100%')).toEqual(['100% Siti']);
      // What parts a key is no end of a name.
      expect(await listed('A#')).toEqual(['A#B']);
      expect(await listed('siti#')).toEqual([]);
      expect(await listed('%23')).toEqual([]);
      expect(await listed('rahma')).toEqual([]);
      expect(await listed('')).toHaveLength(names.length);
      expect(await listed('%'.repeat(254))).toEqual([]);
      expect(await listed('\u{1f33a}'.repeat(127))).toEqual([]);
    });

    it('lists and counts the people of each unit, and follows moves, new names and those who leave', async () => {
      const agencyId = randomUUID() as AgencyId;
      const home = { kind: 'agency', agencyId } as const;
      const [one, other] = [randomUUID() as UnitId, randomUUID() as UnitId];
      const names = async (unitId?: UnitId) =>
        (await store.listByUnit({ agencyId, ...(unitId && { unitId }) }, { limit: 9 })).people.map(
          ({ name }) => name,
        );
      const budi = await added({ home, name: 'Budi', unitId: one });
      const ani = await added({ home, name: 'Ani', unitId: one });
      await added({ home, name: 'Citra' });
      await added({ name: 'Orang lain', unitId: one });
      expect(await names(one)).toEqual(['Ani', 'Budi']);
      expect(await names()).toEqual(['Citra']);
      expect(await store.countByUnit(agencyId)).toEqual(new Map([[one, 2]]).set('' as UnitId, 1));
      await store.replace(budi, { ...budi, unitId: other });
      await store.replace(ani, { ...ani, name: 'Zahra' });
      expect([await names(one), await names(other)]).toEqual([['Zahra'], ['Budi']]);
      const zahra = (await store.find(ani.personId)) as Person;
      await store.replace(zahra, { ...zahra, status: 'disabled' });
      expect(await names(one)).toEqual([]);
      expect(await store.countByUnit(agencyId)).toEqual(new Map([[other, 1]]).set('' as UnitId, 1));
    });

    it('lists a unit page by page, each person once', async () => {
      const agencyId = randomUUID() as AgencyId;
      const place = { agencyId, unitId: randomUUID() as UnitId };
      const names = ['Ani', 'Budi', 'Citra', 'Dewi', 'Eko'];
      for (const name of names) {
        await added({ name, home: { kind: 'agency', agencyId }, unitId: place.unitId });
      }
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const page = await store.listByUnit(place, { limit: 2, ...(after && { after }) });
        seen.push(...page.people.map(({ name }) => name));
        after = page.next;
      } while (after);
      expect(seen).toEqual(names);
    });

    it("lists a supervisor's team by name and follows changes", async () => {
      const supervisorId = randomUUID() as PersonId;
      await added({ name: 'Budi', supervisorId });
      const ani = await added({ name: 'Ani', supervisorId });
      await added({ name: 'Citra' });
      expect((await store.listTeam(supervisorId)).map((row) => row.name)).toEqual(['Ani', 'Budi']);
      await store.replace(ani, { ...ani, supervisorId: randomUUID() as PersonId });
      expect((await store.listTeam(supervisorId)).map((row) => row.name)).toEqual(['Budi']);
    });
  });
}
