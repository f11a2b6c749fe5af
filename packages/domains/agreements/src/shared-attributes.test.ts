import { createHmac, hash } from 'node:crypto';
import type { AgencyId, PersonId, ProviderId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import { type Agreement, termsOf } from './agreement.ts';
import { noteDisclosures, type Profile, sharedAttributes, sharedAttributesOfMany } from './index.ts';
import { memoryAgreements } from './testing/memory-agreements.ts';
import { memoryProfiles, sampleAgreement, sampleProfile } from './testing/samples.ts';

const providerId = 'p1' as ProviderId;
const agencyA = 'agency-a' as AgencyId;
const agencyB = 'agency-b' as AgencyId;
const siti = 'siti' as PersonId;

function world(secret = 'secret') {
  const profiles: Profile[] = [
    sampleProfile('siti'),
    sampleProfile('budi', { agencyId: agencyB, name: 'Budi' }),
  ];
  const stores = memoryAgreements();
  const deps = {
    ...stores,
    people: memoryProfiles(profiles),
    signer: {
      sign: (purpose: string, text: string) =>
        createHmac('sha256', secret).update(`${purpose} ${text}`).digest('base64url'),
    },
    digest: { sha256: (content: string | Uint8Array) => hash('sha256', content) },
    clock: fixedClock(),
  };
  const put = async (over: Partial<Agreement> = {}) => {
    const agreement = sampleAgreement({ agreementId: `a${Math.random()}`, ...over });
    await stores.agreements.add(agreement);
    const { terms, rev } = await stores.agreements.inForce(providerId);
    const inForce = { terms: [...terms, termsOf(agreement)], rev };
    await stores.agreements.settle({ providerId, changed: [agreement], inForce });
    return agreement;
  };
  const of = (personId = siti, provider = providerId) =>
    sharedAttributes(deps, { providerId: provider, personId });
  return { deps, stores, profiles, put, of };
}

describe('sharedAttributes', () => {
  it('L9: gives the pseudonym alone while nothing is agreed', async () => {
    const { of } = world();
    const { subject, ...rest } = await of();
    expect(subject).toMatch(/^[0-9a-f]{64}$/);
    expect(rest).toEqual({ personId: siti, agencyId: agencyA, shared: [] });
  });

  it('gives what is agreed and nothing else', async () => {
    const { of, put } = world();
    const { agreementId } = await put({ attributes: ['name', 'unit'] });
    expect(await of()).toEqual({
      ...{ personId: siti, subject: (await of()).subject, agencyId: agencyA, agreementId },
      ...{ shared: ['name', 'unit'], name: 'Dr. Siti Rahma Dewi, M.T.', unit: 'Unit u1' },
      ...{ givenName: 'Siti Rahma', familyName: 'Dewi' },
    });
  });

  it('names only what there is: a person without a number has none to share', async () => {
    const { of, put, profiles } = world();
    await put({ attributes: ['employee-number', 'agency', 'locale'] });
    expect(await of()).toMatchObject({ employeeNumber: '199001012015032001', agency: 'Instansi agency-a' });
    const { employeeNumber: _none, ...without } = sampleProfile('wati');
    profiles.push(without);
    const found = await of('wati' as PersonId);
    expect(found).toMatchObject({ shared: ['agency', 'locale'], locale: 'id' });
    expect(found).not.toHaveProperty('employeeNumber');
  });

  it('is over when the period is, by the clock', async () => {
    const { of, put, deps } = world();
    await put({ validFrom: '2026-03-02T01:00:01.000Z', validUntil: '2026-03-02T01:00:02.000Z' });
    const shared = [(await of()).shared];
    for (let second = 1; second <= 2; second += 1) {
      deps.clock.advance(1_000);
      shared.push((await of()).shared);
    }
    expect(shared).toEqual([[], ['name', 'email'], []]);
  });

  it('covers the agencies that are named, and another provider never', async () => {
    const { of, put } = world();
    await put({ agencyIds: [agencyB] });
    expect((await of()).shared).toEqual([]);
    expect((await of('budi' as PersonId)).shared).toEqual(['name', 'email']);
    expect((await of('budi' as PersonId, 'p2' as ProviderId)).shared).toEqual([]);
  });

  it('stops at once where the agency has stopped it, for its own people alone', async () => {
    const { of, put, stores } = world();
    await put();
    await stores.sharing.decide({ agencyId: agencyA, providerId, stopped: true, at: '', rev: 0 });
    expect((await of()).shared).toEqual([]);
    expect(await of()).not.toHaveProperty('name');
    expect((await of('budi' as PersonId)).shared).toEqual(['name', 'email']);
    await stores.sharing.decide({ agencyId: agencyA, providerId, stopped: false, at: '', rev: 1 });
    expect((await of()).shared).toEqual(['name', 'email']);
  });

  it('gives nothing of who has no agency, or is not known any more', async () => {
    const { of, put, profiles } = world();
    await put();
    const { agencyId: _none, ...author } = sampleProfile('hadi');
    profiles.push(author);
    for (const personId of ['hadi', 'absent'] as PersonId[]) {
      expect(Object.keys(await of(personId)).toSorted()).toEqual(['personId', 'shared', 'subject']);
    }
  });

  it('L9: calls a person the same for one provider, another way for each other, and nobody the same', async () => {
    const { of, put, deps } = world();
    const { subject } = await of();
    await put();
    expect((await of()).subject).toBe(subject);
    const others = [await of(siti, 'p2' as ProviderId), await of('budi' as PersonId)];
    expect(new Set([subject, ...others.map((one) => one.subject)]).size).toBe(3);
    for (const one of [subject, ...others.map((other) => other.subject)])
      expect(one).toMatch(/^[\x21-\x7e]{1,255}$/);
    expect(await deps.subjects.personOf(providerId, subject)).toBe(siti);
  });

  it('L9: keeps a subject when the signing key is another one', async () => {
    const { of, stores } = world();
    const { subject } = await of();
    const { deps: rotated } = world('another secret');
    const of2 = (subjects: typeof stores.subjects) =>
      sharedAttributes({ ...rotated, subjects }, { providerId, personId: siti });
    expect((await of2(stores.subjects)).subject).toBe(subject);
    expect((await of2(rotated.subjects)).subject).not.toBe(subject);
  });

  it('answers many in the order asked, whoever they are', async () => {
    const { deps, put } = world();
    await put({ agencyIds: [agencyA] });
    const personIds = ['budi', 'absent', 'siti'] as PersonId[];
    const found = await sharedAttributesOfMany(deps, { providerId, personIds });
    expect(found.map(({ personId }) => personId)).toEqual(personIds);
    expect(found.map(({ shared }) => shared.length)).toEqual([0, 0, 2]);
    expect(await sharedAttributesOfMany(deps, { providerId, personIds: [] })).toEqual([]);
  });
});

describe('noteDisclosures', () => {
  it('takes the answers as they are, and notes the pseudonym with them', async () => {
    const { deps, of, put, stores } = world();
    await put();
    await noteDisclosures(deps, { providerId, channel: 'launch', people: [await of()] });
    const [person] = await stores.disclosures.ofPerson(siti);
    const [agency] = await stores.disclosures.ofAgency(agencyA);
    expect(Object.keys(person?.attributes ?? {})).toEqual(['pseudonym', 'name', 'email']);
    expect(agency).toMatchObject({ channel: 'launch', attributes: { email: { times: 1 } } });
    expect(await stores.disclosures.ofAgency(agencyB)).toEqual([]);
  });
});
