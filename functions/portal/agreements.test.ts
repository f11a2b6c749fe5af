import type { AgencyId, PersonId, ProviderId, Role, Tenant } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { portalWorld } from './testing/portal-world.ts';

const words = {
  ...{ title: 'PKS 12/2026', purpose: 'Sertifikat memuat nama.', legalBasis: 'public-task' },
  ...{ attributes: 'name', coverage: 'all', validFrom: '2026-01-01', lastDay: '2026-12-31' },
};

async function desks() {
  const world = await portalWorld();
  const { providerA, agencyA, agencyB } = world.tenants;
  const as = async (home: Tenant, role: Role, name = 'Ani') => {
    const person = await world.invite(home, [role], { name });
    const browser = world.browser();
    await browser.signIn(person.email);
    const read = async (path: string) => (await browser.ask(path)).text();
    return { ...browser, ...person, read };
  };
  const providerId = (providerA.kind === 'provider' ? providerA.providerId : '') as ProviderId;
  const idOf = (tenant: Tenant) => (tenant.kind === 'agency' ? tenant.agencyId : '') as AgencyId;
  const base = `/operator/agreements/${providerId}`;
  const operator = await as({ kind: 'platform' }, 'operator');
  const made = async (over: Record<string, string> = {}) => {
    const answer = await operator.post(`${base}/new`, { ...words, ...over });
    return (answer.headers.get('location') ?? '').split('?')[0] ?? '';
  };
  const rules = () => world.deps.rules.rulesOf(providerId, [idOf(agencyA), idOf(agencyB)]);
  return { world, as, operator, made, rules, base, providerId, providerA, agencyA, agencyB, idOf };
}

describe('data agreements in the portal', () => {
  it('are made, activated and ended by operators, and read by their provider', async () => {
    const { as, operator, made, rules, base, providerA } = await desks();
    const author = await as(providerA, 'provider-author');
    const path = await made();
    expect(await operator.read(path)).toContain('Rancangan');
    expect(await author.read('/studio/agreements')).not.toContain('PKS 12/2026');
    expect((await operator.post(`${path}/change`, { ...words, title: 'PKS 13/2026', rev: '1' })).status).toBe(
      303,
    );
    expect((await operator.post(`${path}/activate`, { rev: '1' })).status).toBe(409);
    expect((await rules()).terms).toEqual([]);
    expect((await operator.post(`${path}/activate`, { rev: '2' })).status).toBe(303);
    expect((await rules()).terms).toHaveLength(1);
    expect(await author.read('/studio/agreements')).toContain('PKS 13/2026');
    const rival = await made({ title: 'PKS 14/2026' });
    const refused = await operator.post(`${rival}/activate`, { rev: '1' });
    expect([refused.status, await refused.text()]).toEqual([
      409,
      expect.stringContaining('instansi dan waktu'),
    ]);
    expect((await operator.post(`${base}/revoke-all`, { reason: 'Kebocoran' })).status).toBe(303);
    expect((await rules()).terms).toEqual([]);
    expect(await author.read('/studio/agreements')).toContain('Kebocoran');
    expect((await operator.post(`${path}/close`, { how: 'ended', reason: 'Lagi' })).status).toBe(409);
  });

  it('C1: are made by nobody else', async () => {
    const { as, made, rules, base, providerA, agencyA } = await desks();
    const path = await made();
    for (const [home, role] of [
      [providerA, 'provider-author'],
      [agencyA, 'agency-admin'],
      [agencyA, 'learner'],
    ] as const) {
      const other = await as(home, role, role);
      const tries = [
        () => other.post(`${base}/new`, words),
        () => other.post(`${path}/activate`, { rev: '1' }),
        () => other.post(`${base}/revoke-all`, { reason: 'Kebocoran' }),
        () => other.ask(base),
      ];
      for (const act of tries) expect((await act()).status).toBe(403);
    }
    expect((await rules()).terms).toEqual([]);
  });

  it('C3: an agency stops what leaves of its own people alone, sees why, and permits it again', async () => {
    const { as, operator, made, rules, providerId, agencyA, agencyB, idOf } = await desks();
    await operator.post(`${await made()}/activate`, { rev: '1' });
    const [ani, budi] = [await as(agencyA, 'agency-admin', 'Ani'), await as(agencyB, 'agency-admin', 'Budi')];
    expect(await ani.read('/agency/sharing')).toContain('Sertifikat memuat nama.');
    const forged = { reason: 'Keberatan', agencyId: idOf(agencyB) };
    expect((await ani.post(`/agency/sharing/${providerId}/stop`, forged)).status).toBe(400);
    expect((await ani.post(`/agency/sharing/${providerId}/stop`, { reason: 'Keberatan' })).status).toBe(303);
    expect((await rules()).stopped).toEqual(new Set([idOf(agencyA)]));
    expect(await ani.read('/agency/sharing')).toContain('Dihentikan oleh instansi Anda');
    expect(await budi.read('/agency/sharing')).not.toContain('Dihentikan');
    expect(await budi.read(`/agency/sharing/${providerId}`)).not.toContain('Keberatan');
    expect((await ani.post(`/agency/sharing/${providerId}/permit`, {})).status).toBe(303);
    expect((await rules()).stopped).toEqual(new Set());
    const history = await ani.read(`/agency/sharing/${providerId}`);
    for (const word of ['Keberatan', 'Ani', 'Dihentikan', 'Diizinkan']) expect(history).toContain(word);
  });

  it('show everybody what has left of them, and nobody else', async () => {
    const { world, as, providerId, agencyA } = await desks();
    const [siti, sri] = [await as(agencyA, 'learner', 'Siti'), await as(agencyA, 'learner', 'Sri')];
    const personId = siti.personId as PersonId;
    await world.deps.subjects.keepSubjects(providerId, [{ personId, subject: 's' }]);
    const people = [{ personId, attributes: ['pseudonym' as const, 'name' as const] }];
    await world.deps.disclosures.note({
      providerId,
      channel: 'launch',
      at: '2026-03-02T01:00:00.000Z',
      people,
    });
    expect(await siti.read('/account/data')).toContain('Penyedia Contoh A');
    expect(await sri.read('/account/data')).toContain('Belum ada yang menerima data Anda');
  });
});
