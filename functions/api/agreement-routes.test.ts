import { memoryAgreements } from '@sinau/agreements/testing';
import { memoryOrganisationStore } from '@sinau/identity/testing';
import type { AgencyId, ClientPrincipal, ProviderId, Scope } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { addAgreementRoutes } from './agreement-routes.ts';
import { clientOf, openDoor } from './testing/callers.ts';

const all: readonly Scope[] = ['agreements/read', 'agreements/write', 'sharing/write'];
const campus = 'campus' as ProviderId;
const [a, b] = ['agency-a' as AgencyId, 'agency-b' as AgencyId];
const callers: Readonly<Record<string, ClientPrincipal>> = {
  platform: clientOf({ kind: 'platform' }, all),
  reader: clientOf({ kind: 'platform' }, ['agreements/read']),
  campus: clientOf({ kind: 'provider', providerId: campus }, all),
  other: clientOf({ kind: 'provider', providerId: 'other' as ProviderId }, all),
  a: clientOf({ kind: 'agency', agencyId: a }, all),
  b: clientOf({ kind: 'agency', agencyId: b }, all),
};

async function setup() {
  const { app, clock, ids, askAs } = openDoor(callers);
  const stores = memoryAgreements();
  const organisations = memoryOrganisationStore();
  const createdAt = clock.now().toISOString();
  await organisations.addProvider({ providerId: campus, name: 'Kampus', kind: 'university', createdAt });
  for (const agencyId of [a, b]) {
    await organisations.addAgency({ agencyId, name: agencyId, kind: 'central', createdAt });
  }
  addAgreementRoutes(app, { ...stores, organisations, clock, ids });
  const ask = async (as: string, request: string, body?: object) => {
    const answer = await askAs(as, request, body);
    const text = await answer.text();
    return { status: answer.status, json: text === '' ? {} : JSON.parse(text), headers: answer.headers };
  };
  const rules = () => stores.rules.rulesOf(campus, [a, b]);
  return { ask, rules };
}

const base = `/api/providers/${campus}/agreements`;
const words = {
  ...{ title: 'PKS 12/2026', purpose: 'Sertifikat memuat nama.', legalBasis: 'public-task' },
  ...{
    attributes: ['name'],
    validFrom: '2026-01-01T00:00:00+07:00',
    validUntil: '2027-01-01T00:00:00+07:00',
  },
};

describe('data agreements for machines', () => {
  it('are drafted, changed, activated, revised and closed by those of the platform', async () => {
    const { ask, rules } = await setup();
    const made = await ask('platform', `POST ${base}`, words);
    const where = made.headers.get('location') ?? '';
    expect([made.status, made.json]).toMatchObject([201, { state: 'draft', standing: 'draft', version: 1 }]);
    const changed = await ask('platform', `PUT ${where}`, { ...words, title: 'PKS 13/2026', rev: 1 });
    expect([changed.status, changed.json]).toMatchObject([200, { title: 'PKS 13/2026', rev: 2 }]);
    expect((await ask('platform', `POST ${where}/activate`, { rev: 1 })).status).toBe(409);
    const active = await ask('platform', `POST ${where}/activate`, { rev: 2 });
    expect([active.status, active.json]).toMatchObject([200, { standing: 'in-force' }]);
    const { agreementId } = active.json;
    const next = await ask('platform', `POST ${base}/${agreementId}/versions`, words);
    expect(next.json).toMatchObject({ version: 2, state: 'draft' });
    expect((await ask('platform', `DELETE ${next.headers.get('location')}`)).status).toBe(204);
    expect((await rules()).terms).toHaveLength(1);
    const end = { as: 'ended', reason: 'Selesai' };
    expect((await ask('platform', `POST ${where}/close`, end)).json).toMatchObject({ state: 'ended' });
    expect((await rules()).terms).toEqual([]);
    expect((await ask('platform', `POST ${base}/revoke-all`, { reason: 'Bocor' })).json).toEqual({
      agreements: [],
    });
  });

  it('C1: are made by nobody else, and read by their own provider without drafts', async () => {
    const { ask } = await setup();
    const where = (await ask('platform', `POST ${base}`, words)).headers.get('location') ?? '';
    for (const as of ['campus', 'a', 'reader', 'nobody']) {
      const refused = as === 'nobody' ? 401 : 403;
      expect((await ask(as, `POST ${base}`, words)).status, as).toBe(refused);
      expect((await ask(as, `POST ${where}/activate`, { rev: 1 })).status, as).toBe(refused);
      expect((await ask(as, `POST ${base}/revoke-all`, { reason: 'Bocor' })).status, as).toBe(refused);
    }
    expect((await ask('campus', `GET ${base}`)).json).toEqual({ agreements: [] });
    expect((await ask('campus', `GET ${where}`)).status).toBe(404);
    await ask('platform', `POST ${where}/activate`, { rev: 1 });
    expect((await ask('campus', `GET ${where}`)).json).toMatchObject({ title: 'PKS 12/2026' });
    for (const as of ['other', 'a']) expect((await ask(as, `GET ${where}`)).status).toBe(404);
  });

  it('C3: an agency stops and permits for itself, whatever the body says', async () => {
    const { ask, rules } = await setup();
    const where = (await ask('platform', `POST ${base}`, words)).headers.get('location') ?? '';
    await ask('platform', `POST ${where}/activate`, { rev: 1 });
    const path = `/api/sharing/${campus}`;
    expect((await ask('a', `PUT ${path}`, { stopped: true, agencyId: b })).status).toBe(400);
    expect((await ask('a', `PUT ${path}`, { stopped: true, reason: 'Keberatan' })).json).toMatchObject({
      agencyId: a,
    });
    expect((await rules()).stopped).toEqual(new Set([a]));
    expect((await ask('a', 'GET /api/sharing')).json).toMatchObject({
      providers: [{ name: 'Kampus', agreement: { title: 'PKS 12/2026' }, decision: { stopped: true } }],
    });
    expect((await ask('b', `GET ${path}`)).json).toEqual({ decisions: [] });
    for (const as of ['campus', 'platform']) {
      expect((await ask(as, `PUT ${path}`, { stopped: false })).status, as).toBe(403);
    }
    expect((await rules()).stopped).toEqual(new Set([a]));
    expect((await ask('a', `PUT ${path}`, { stopped: false })).json).toMatchObject({
      stopped: false,
      rev: 2,
    });
  });

  it.each([
    ['a state', { state: 'active' }],
    ['nothing to share', { attributes: [] }],
    ['an agency that is none', { agencyIds: ['absent'] }],
    ['an end before its beginning', { validUntil: '2025-01-01T00:00:00Z' }],
  ])('D1: a body with %s is refused', async (_, over) => {
    const { ask } = await setup();
    expect((await ask('platform', `POST ${base}`, { ...words, ...over })).status).toBe(400);
    const where = (await ask('platform', `POST ${base}`, words)).headers.get('location') ?? '';
    expect((await ask('platform', `PUT ${where}`, { ...words, ...over, rev: 1 })).status).toBe(400);
    expect((await ask('platform', `GET ${where}`)).json).toMatchObject({
      ...words,
      validFrom: expect.any(String),
      validUntil: expect.any(String),
      rev: 1,
    });
  });
});
