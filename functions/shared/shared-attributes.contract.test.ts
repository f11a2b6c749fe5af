import { randomUUID } from 'node:crypto';
import { createAgreementStore, createDisclosureStore, createSharingStore } from '@sinau/agreements/dynamo';
import { sampleAgreement } from '@sinau/agreements/testing';
import type { Person, UnitId } from '@sinau/identity';
import { createOrganisationStore, createPeopleStore } from '@sinau/identity/dynamo';
import type { AgencyId, PersonId, ProviderId } from '@sinau/kernel';
import { withTables } from '@sinau/platform/testing';
import { describe, expect, it } from 'vitest';
import { createSharedAttributes } from './shared-attributes.ts';

const at = '2026-03-02T01:00:00.000Z';

withTables((engine, tables) => {
  async function setup() {
    const { dynamo, lms: table } = tables();
    const door = { dynamo, table };
    const [agencyId, unitId] = [randomUUID() as AgencyId, randomUUID() as UnitId];
    const providerId = randomUUID() as ProviderId;
    const organisations = createOrganisationStore(door);
    await organisations.addAgency({ agencyId, name: 'Badan Contoh', kind: 'central', createdAt: at });
    await organisations.putUnit(
      { agencyId, unitId, name: 'Biro Umum', createdAt: at, validFrom: '2026-01-01', past: [] },
      0,
    );
    const person: Person = {
      ...{ personId: randomUUID() as PersonId, name: 'Siti Rahma', email: `${randomUUID()}@example.go.id` },
      ...{ status: 'active', roles: ['learner'], home: { kind: 'agency', agencyId }, unitId },
      employeeNumbers: [{ kind: 'NIP', value: String(Math.random()), validFrom: '2015-03-01' }],
      ...{ sessionGeneration: 0, invitedAt: at, rev: 1 },
    };
    const people = createPeopleStore(door);
    await people.add(person);
    const agreement = sampleAgreement({
      ...{ providerId, attributes: ['name', 'email', 'employee-number', 'agency', 'unit', 'locale'] },
      validUntil: '9999-01-01T00:00:00.000Z',
    });
    const agreements = createAgreementStore(door);
    await agreements.add(agreement);
    await agreements.settle({ providerId, changed: [agreement], inForce: { terms: [agreement], rev: 0 } });
    const env = { LMS_TABLE: table, SIGNING_SECRET: 'a secret for tests of at least 32 characters' };
    const sharing = createSharedAttributes({ parts: { dynamo }, env });
    const { personId } = person;
    return { agencyId, providerId, person, personId, people, agreement, agreements, sharing, door };
  }

  describe(`what leaves to providers, on ${engine}`, () => {
    it('is what identity knows now, by the agreement, and is noted', async () => {
      const { sharing, providerId, person, personId, agencyId, door } = await setup();
      const shared = await sharing.of({ providerId, personId });
      expect(shared).toMatchObject({
        ...{ name: 'Siti Rahma', givenName: 'Siti', familyName: 'Rahma', email: person.email },
        ...{ employeeNumber: person.employeeNumbers[0]?.value, agency: 'Badan Contoh', unit: 'Biro Umum' },
        locale: 'id',
      });
      await sharing.note({ providerId, channel: 'launch', people: [shared] });
      const [noted] = await createDisclosureStore(door).ofAgency(agencyId);
      expect(noted?.attributes['employee-number']?.times).toBe(1);
      expect(await sharing.personOf(providerId, shared.subject)).toBe(personId);
    });

    it('stops with the next question once the agency or the platform has stopped it', async () => {
      const { sharing, providerId, personId, agencyId, agreements, agreement, door } = await setup();
      const decide = (stopped: boolean, rev: number) =>
        createSharingStore(door).decide({ agencyId, providerId, stopped, at, rev });
      const shared = async () =>
        (await sharing.ofMany({ providerId, personIds: [personId] }))[0]?.shared.length;
      expect(await shared()).toBe(6);
      await decide(true, 0);
      expect(await shared()).toBe(0);
      await decide(false, 1);
      expect(await shared()).toBe(6);
      const revoked = { ...agreement, state: 'revoked' as const, rev: 2 };
      await agreements.settle({ providerId, changed: [revoked], inForce: { terms: [], rev: 1 } });
      expect(await shared()).toBe(0);
    });

    it('is found changed by the reading that comes first after a name, an agency, an agreement or a decision did', async () => {
      const { sharing, providerId, person, personId, people, agencyId, agreements, agreement, door } =
        await setup();
      const reading = async (name: string) => {
        const found = await sharing.ofMany({ providerId, personIds: [personId] });
        return (await sharing.changes({ providerId, people: found, reading: name })).get(personId)?.reading;
      };
      expect(await reading('r1')).toBeUndefined();
      expect(await reading('r2')).toBeUndefined();
      await people.replace(person, { ...person, name: 'Siti Rahma Dewi' });
      expect(await reading('r3')).toBe('r3');
      expect(await reading('r4')).toBe('r3');
      const decide = (stopped: boolean, rev: number) =>
        createSharingStore(door).decide({ agencyId, providerId, stopped, at, rev });
      await decide(true, 0);
      expect(await reading('r5')).toBe('r5');
      await decide(false, 1);
      expect(await reading('r6')).toBe('r6');
      const narrowed = { ...agreement, attributes: ['name'] as const };
      await agreements.settle({ providerId, changed: [], inForce: { terms: [narrowed], rev: 1 } });
      expect(await reading('r7')).toBe('r7');
      const over = { ...narrowed, validUntil: at };
      await agreements.settle({ providerId, changed: [], inForce: { terms: [over], rev: 2 } });
      expect(await reading('r8')).toBe('r8');
      expect(await reading('r9')).toBe('r8');
    });

    it('is the pseudonym alone of somebody whose account was closed', async () => {
      const { sharing, providerId, person, personId, people } = await setup();
      const { subject } = await sharing.of({ providerId, personId });
      await people.replace(person, { ...person, status: 'disabled' });
      expect(await sharing.of({ providerId, personId })).toEqual({ personId, subject, shared: [] });
    });
  });
});
