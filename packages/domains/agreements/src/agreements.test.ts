import type { AgencyId, PersonId, Principal, ProviderId, Role, Tenant } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import {
  activateAgreement,
  agreementRequestSchema,
  changeDraft,
  closeAgreement,
  decideSharing,
  draftAgreement,
  getAgreement,
  listActive,
  listAgencySharing,
  listAgreements,
  listMyDisclosures,
  reasonSchema,
  removeDraft,
  reviseAgreement,
  revokeAllAgreements,
  sharingHistory,
} from './index.ts';
import { memoryAgreements } from './testing/memory-agreements.ts';

const [p1, p2] = ['p1' as ProviderId, 'p2' as ProviderId];
const [agencyA, agencyB] = ['agency-a' as AgencyId, 'agency-b' as AgencyId];

const person = (role: Role, over: object = {}): Extract<Principal, { kind: 'person' }> => ({
  ...{ kind: 'person', personId: `the ${role}` as PersonId, name: role, roles: [role] },
  ...over,
});
const client = (tenant: Tenant): Principal => ({
  ...{ kind: 'client', clientId: 'c', name: 'c', tenant, scopes: [] },
});
const operator = person('operator');
const author = person('provider-author', { providerId: p1 });
const adminA = person('agency-admin', { agencyId: agencyA });
const adminB = person('agency-admin', { agencyId: agencyB });

const words = {
  ...{ title: 'PKS 12/2026', purpose: 'Sertifikat memuat nama peserta.', legalBasis: 'public-task' },
  ...{ attributes: ['name', 'email'], validFrom: '2026-01-01T00:00:00Z', validUntil: '2027-01-01T00:00:00Z' },
};
/** A bell, and a mark that turns what follows. */
const marks = [7, 0x202e].map((code) => `${String.fromCharCode(code)}gnol`);
const request = (over: object = {}) => agreementRequestSchema.parse({ ...words, ...over });

function world() {
  const stores = memoryAgreements();
  const deps = {
    ...stores,
    ...{ clock: fixedClock(), ids: countedIds() },
    organisations: {
      hasProvider: async (id: ProviderId) => id === p1 || id === p2,
      providerNames: async () =>
        new Map([
          [p1, 'Universitas Contoh'],
          [p2, 'Balai Contoh'],
        ] as const),
      agencyNames: async () =>
        new Map([
          [agencyA, 'A'],
          [agencyB, 'B'],
        ] as const),
    },
  };
  const draft = (over: object = {}, providerId = p1) =>
    draftAgreement(deps, { principal: operator, providerId, request: request(over) });
  const activate = (place: Awaited<ReturnType<typeof draft>>) =>
    activateAgreement(deps, { principal: operator, place, rev: place.rev });
  const close = (place: Awaited<ReturnType<typeof draft>>, as: 'ended' | 'revoked' = 'ended') =>
    closeAgreement(deps, { principal: operator, place, as, reason: 'Selesai' });
  const inForce = async (providerId = p1) => (await stores.agreements.inForce(providerId)).terms;
  return { deps, stores, draft, activate, close, inForce };
}

describe('making agreements', () => {
  it('lets nothing leave by a draft, and everything it names once it is active', async () => {
    const { draft, activate, inForce } = world();
    const made = await draft({ agencyIds: [agencyA] });
    expect(made).toMatchObject({ state: 'draft', version: 1, createdBy: 'the operator' });
    expect(await inForce()).toEqual([]);
    expect(await activate(made)).toMatchObject({ state: 'active', activatedAt: '2026-03-02T01:00:00.000Z' });
    expect(await inForce()).toMatchObject([{ attributes: ['name', 'email'], agencyIds: [agencyA] }]);
  });

  it('keeps the words of an active one: a change is a new version, and the old one holds until then', async () => {
    const { deps, draft, activate, inForce } = world();
    const first = await activate(await draft());
    const change = { principal: operator, place: first, rev: first.rev, request: request() };
    await expect(changeDraft(deps, change)).rejects.toMatchObject({ code: 'agreements.not-draft' });
    await expect(removeDraft(deps, change)).rejects.toMatchObject({ code: 'agreements.not-draft' });
    await expect(activate(first)).rejects.toMatchObject({ code: 'agreements.not-draft' });
    const next = { ...change, providerId: p1, agreementId: first.agreementId };
    const second = await reviseAgreement(deps, { ...next, request: request({ attributes: ['name'] }) });
    await expect(reviseAgreement(deps, next)).rejects.toMatchObject({ code: 'agreements.has-draft' });
    expect(await inForce()).toMatchObject([{ version: 1 }]);
    await activate(second);
    expect(await inForce()).toMatchObject([{ version: 2, attributes: ['name'] }]);
    const all = await listAgreements(deps, { principal: operator, providerId: p1 });
    expect(all.map(({ state }) => state).toSorted()).toEqual(['active', 'ended']);
    expect(all.find(({ version }) => version === 1)?.attributes).toEqual(['name', 'email']);
  });

  it('changes and removes drafts; nobody activates words they have not seen', async () => {
    const { deps, draft, inForce } = world();
    const made = await draft({ agencyIds: [agencyA] });
    const all = { principal: operator, place: made, rev: made.rev, request: request() };
    const changed = await changeDraft(deps, all);
    expect(changed).not.toHaveProperty('agencyIds');
    await expect(changeDraft(deps, all)).rejects.toMatchObject({ code: 'agreements.changed-meanwhile' });
    await expect(activateAgreement(deps, all)).rejects.toMatchObject({
      code: 'agreements.changed-meanwhile',
    });
    expect(await inForce()).toEqual([]);
    await removeDraft(deps, all);
    await expect(removeDraft(deps, all)).rejects.toMatchObject({ code: 'agreements.not-found' });
  });

  it('refuses two that could hold for one person, and one that is over', async () => {
    const { draft, activate, close } = world();
    const one = await activate(await draft({ agencyIds: [agencyA] }));
    const rival = await draft({ title: 'PKS 13/2026' });
    await expect(activate(rival)).rejects.toMatchObject({
      ...{ code: 'agreements.overlaps', message: expect.stringContaining('PKS 12/2026') },
    });
    await activate(await draft({ agencyIds: [agencyB] }));
    await activate(await draft({}, p2));
    await expect(activate(await draft({ validUntil: '2026-03-02T01:00:00Z' }))).rejects.toMatchObject({
      code: 'agreements.over',
    });
    await close(one);
    await activate(await draft({ agencyIds: [agencyA] }));
  });

  it('has room for twenty at once', async () => {
    const { draft, activate } = world();
    const year = (n: number) => ({
      validFrom: `${3000 + n}-01-01T00:00:00Z`,
      validUntil: `${3001 + n}-01-01T00:00:00Z`,
    });
    for (let n = 0; n < 20; n += 1) await activate(await draft(year(n)));
    await expect(activate(await draft(year(20)))).rejects.toMatchObject({ code: 'agreements.too-many' });
  });

  it('knows providers and agencies', async () => {
    const { draft } = world();
    await expect(draft({}, 'absent' as ProviderId)).rejects.toMatchObject({ code: 'agreements.not-found' });
    await expect(draft({ agencyIds: [agencyA, 'absent'] })).rejects.toMatchObject({
      ...{ code: 'request.invalid', issues: [{ path: '/agencyIds/1' }] },
    });
  });

  it('D1: takes what the form has and nothing else', () => {
    const wrong = [
      { state: 'active' },
      { version: 7 },
      { providerId: 'p2' },
      { attributes: [] },
      { attributes: ['name', 'name'] },
      { attributes: ['password'] },
      { legalBasis: 'because' },
      { agencyIds: [] },
      { validUntil: '2026-01-01T00:00:00Z' },
      { validFrom: 'yesterday' },
      { title: 'two\nlines' },
      ...marks.map((mark) => ({ title: `Laporan${mark}` })),
      ...marks.map((mark) => ({ purpose: `Laporan bulanan${mark}` })),
    ];
    for (const over of wrong) {
      expect(agreementRequestSchema.safeParse({ ...words, ...over }).success, JSON.stringify(over)).toBe(
        false,
      );
    }
    expect(request({ purpose: 'Laporan bulanan,\r\n\tdan tahunan' })).toHaveProperty('purpose');
    for (const mark of marks) expect(reasonSchema.safeParse(`Selesai${mark}`).success).toBe(false);
    expect(reasonSchema.parse(' Selesai:\nmasa berlaku habis ')).toBe('Selesai:\nmasa berlaku habis');
    // Another zone, the same instant: times are kept in one notation.
    expect(request({ validFrom: '2026-01-01T07:00:00+07:00' }).validFrom).toBe('2026-01-01T00:00:00.000Z');
  });
});

describe('ending agreements', () => {
  it.each(['ended', 'revoked'] as const)('%s: nothing leaves by it from then on, once', async (as) => {
    const { draft, activate, close, inForce } = world();
    const active = await activate(await draft());
    expect(await close(active, as)).toMatchObject({ state: as, closedBecause: 'Selesai' });
    expect(await inForce()).toEqual([]);
    await expect(close(active, as)).rejects.toMatchObject({ code: 'agreements.not-active' });
  });

  it('in an emergency all with one provider at once, and none with another', async () => {
    const { deps, draft, activate, inForce } = world();
    await activate(await draft({ agencyIds: [agencyA] }));
    await activate(await draft({ agencyIds: [agencyB] }));
    await activate(await draft({}, p2));
    const revoke = { principal: operator, providerId: p1, reason: 'Kebocoran data' };
    expect((await revokeAllAgreements(deps, revoke)).map(({ state }) => state)).toEqual([
      'revoked',
      'revoked',
    ]);
    expect(await inForce()).toEqual([]);
    expect(await inForce(p2)).toHaveLength(1);
    expect(await revokeAllAgreements(deps, revoke)).toEqual([]);
  });

  it('goes through, whoever else is changing something', async () => {
    const { deps, draft, activate, inForce } = world();
    const active = await activate(await draft({ agencyIds: [agencyA] }));
    const other = await draft({ agencyIds: [agencyB] });
    let asked = 0;
    const agreements: typeof deps.agreements = {
      ...deps.agreements,
      inForce: async (providerId) => {
        const read = await deps.agreements.inForce(providerId);
        asked += 1;
        if (asked === 1) await activate(other);
        return read;
      },
    };
    await closeAgreement(
      { ...deps, agreements },
      { principal: operator, place: active, as: 'revoked', reason: 'x' },
    );
    expect(await inForce()).toMatchObject([{ agencyIds: [agencyB] }]);
    expect(asked).toBe(2);
  });
});

describe('who may', () => {
  const others = [
    author,
    adminA,
    person('learner'),
    person('auditor'),
    client({ kind: 'provider', providerId: p1 }),
  ];

  it.each(others)('C1: nobody but the platform makes, activates or ends: $name $kind', async (principal) => {
    const { deps, draft, activate, inForce } = world();
    const made = await draft();
    const active = await activate(await draft({ agencyIds: [agencyA] }));
    const base = { principal, providerId: p1, rev: 1, request: request(), reason: 'x', as: 'ended' as const };
    const tries = [
      () => draftAgreement(deps, base),
      () => reviseAgreement(deps, { ...base, agreementId: active.agreementId }),
      () => changeDraft(deps, { ...base, place: made }),
      () => removeDraft(deps, { ...base, place: made }),
      () => activateAgreement(deps, { ...base, place: made }),
      () => closeAgreement(deps, { ...base, place: active }),
      () => revokeAllAgreements(deps, base),
      () => listActive(deps, { principal, providerIds: [p1] }),
    ];
    for (const act of tries) await expect(act()).rejects.toMatchObject({ code: 'request.access-denied' });
    expect(await inForce()).toHaveLength(1);
  });

  it('C2: a provider sees its own without drafts; foreign ones are like absent ones', async () => {
    const { deps, draft, activate } = world();
    const active = await activate(await draft());
    const made = await draft({ agencyIds: [agencyA] });
    const own = await listAgreements(deps, { principal: author, providerId: p1 });
    expect(own.map(({ agreementId }) => agreementId)).toEqual([active.agreementId]);
    const foreign = person('provider-author', { providerId: p2 });
    const tries = [
      () => listAgreements(deps, { principal: foreign, providerId: p1 }),
      () => getAgreement(deps, { principal: foreign, place: active }),
      () => getAgreement(deps, { principal: author, place: made }),
      () => getAgreement(deps, { principal: author, place: { ...active, version: 9 } }),
      () => listAgreements(deps, { principal: adminA, providerId: p1 }),
    ];
    for (const ask of tries) await expect(ask()).rejects.toMatchObject({ code: 'agreements.not-found' });
    expect(await getAgreement(deps, { principal: author, place: active })).toEqual(
      await getAgreement(deps, { principal: operator, place: active }),
    );
  });
});

describe('what an agency decides', () => {
  const stop = { providerId: p1, stopped: true, reason: 'Keberatan pegawai' };

  it('holds for its own people, at once, and for agreements that come later', async () => {
    const { deps, stores, draft, activate } = world();
    await decideSharing(deps, { principal: adminA, ...stop });
    await activate(await draft());
    const { stopped } = await stores.rules.rulesOf(p1, [agencyA, agencyB]);
    expect(stopped).toEqual(new Set([agencyA]));
    await decideSharing(deps, {
      principal: client({ kind: 'agency', agencyId: agencyA }),
      providerId: p1,
      stopped: false,
    });
    expect((await stores.rules.rulesOf(p1, [agencyA])).stopped).toEqual(new Set());
    const history = await sharingHistory(deps, { principal: adminA, providerId: p1 });
    expect(history).toMatchObject([
      { stopped: false, rev: 2 },
      { stopped: true, by: 'the agency-admin', reason: 'Keberatan pegawai' },
    ]);
    expect(await sharingHistory(deps, { principal: adminB, providerId: p1 })).toEqual([]);
  });

  it('C3: the agency comes from who asks; others decide nothing', async () => {
    const { deps, stores } = world();
    await decideSharing(deps, { principal: adminB, ...stop, agencyId: agencyA } as never);
    expect((await stores.rules.rulesOf(p1, [agencyA, agencyB])).stopped).toEqual(new Set([agencyB]));
    const others = [author, operator, person('learner', { agencyId: agencyA }), client({ kind: 'platform' })];
    for (const principal of others) {
      await expect(decideSharing(deps, { principal, ...stop })).rejects.toMatchObject({
        code: 'request.access-denied',
      });
      await expect(listAgencySharing(deps, { principal })).rejects.toMatchObject({
        code: 'request.access-denied',
      });
    }
    const absent = { principal: adminA, ...stop, providerId: 'absent' as ProviderId };
    await expect(decideSharing(deps, absent)).rejects.toMatchObject({ code: 'agreements.not-found' });
  });

  it('said twice, or by two at once, is one decision', async () => {
    const { deps } = world();
    const first = await decideSharing(deps, { principal: adminA, ...stop });
    expect(await decideSharing(deps, { principal: adminA, ...stop })).toEqual(first);
    const stale: typeof deps.sharing = { ...deps.sharing };
    let asked = 0;
    stale.decisionsOf = async (...given) => {
      asked += 1;
      return asked === 1 ? new Map() : deps.sharing.decisionsOf(...given);
    };
    expect(await decideSharing({ ...deps, sharing: stale }, { principal: adminA, ...stop })).toEqual(first);
    asked = 0;
    const against = { principal: adminA, providerId: p1, stopped: false };
    await expect(decideSharing({ ...deps, sharing: stale }, against)).rejects.toMatchObject({
      code: 'agreements.changed-meanwhile',
    });
    expect(await sharingHistory(deps, against)).toHaveLength(1);
  });

  it('is shown with what holds and what has left, of its own people', async () => {
    const { deps, stores, draft, activate } = world();
    const active = await activate(await draft({ agencyIds: [agencyA] }));
    expect(await listAgencySharing(deps, { principal: adminB })).toEqual([]);
    const at = '2026-03-02T01:00:00.000Z';
    const left = (agencyId: AgencyId) => ({
      personId: 'siti' as PersonId,
      agencyId,
      attributes: ['pseudonym' as const],
    });
    await stores.disclosures.note({ providerId: p2, channel: 'launch', at, people: [left(agencyA)] });
    expect(await listAgencySharing(deps, { principal: adminA })).toMatchObject([
      { providerId: p2, name: 'Balai Contoh', disclosed: [{ channel: 'launch' }] },
      {
        providerId: p1,
        name: 'Universitas Contoh',
        agreement: { agreementId: active.agreementId },
        disclosed: [],
      },
    ]);
    expect(await listAgencySharing(deps, { principal: adminB })).toEqual([]);
  });
});

describe('what a learner sees', () => {
  it('is what has left of them, to whom and since when', async () => {
    const { deps, stores } = world();
    const siti = person('learner', { personId: 'siti' });
    await stores.subjects.keepSubjects(p1, [{ personId: siti.personId, subject: 's' }]);
    expect(await listMyDisclosures(deps, { principal: siti })).toEqual([]);
    const [first, last] = ['2026-03-02T01:00:00.000Z', '2026-03-02T02:00:00.000Z'];
    for (const at of [first, last]) {
      await stores.disclosures.note({
        ...{ providerId: p1, channel: 'roster', at },
        people: [{ personId: siti.personId, attributes: ['pseudonym', 'name'] }],
      });
    }
    expect(await listMyDisclosures(deps, { principal: siti })).toMatchObject([
      { name: 'Universitas Contoh', attributes: { name: { first, last } } },
    ]);
    expect(await listMyDisclosures(deps, { principal: person('learner') })).toEqual([]);
  });
});
