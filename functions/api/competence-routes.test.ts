import { recountPerson, setStandard } from '@sinau/competency';
import { badan, competencyWorld, memberOf, sri } from '@sinau/competency/testing';
import { memoryOrganisationStore } from '@sinau/identity/testing';
import type { AgencyId, ClientPrincipal, PersonId, Scope } from '@sinau/kernel';
import { hmacSigner, nodeDigest } from '@sinau/platform/crypto';
import { createHttpApp, type IdempotencyStore } from '@sinau/platform/http';
import { describe, expect, it } from 'vitest';
import { addCompetenceRoutes } from './competence-routes.ts';

const silent = { info: () => {}, warn: () => {}, error: () => {} };
const srisNumber = '199005172015042001';
const m1 = { competencyId: 'M1', method: 'competency-test', level: 1, assessedOn: '2026-03-01' };

interface Answer {
  readonly people: readonly { readonly personId: string }[];
  readonly cells: readonly object[];
  readonly parts: readonly { readonly unitId?: string; readonly cells: readonly object[] }[];
  readonly nextPageToken?: string;
}

/** Seven people in one unit, six in another, two in the third; each is asked for level 2 of M1. */
async function world() {
  const domain = competencyWorld();
  const noted: unknown[] = [];
  domain.units.add({ unitId: 'u1', name: 'Biro' }, { unitId: 'u2', name: 'Balai' });
  domain.units.add({ unitId: 'u3', name: 'Pos' });
  for (const [unitId, many] of [
    ['u1', 7],
    ['u2', 6],
    ['u3', 2],
  ] as const) {
    for (let n = 0; n < many; n += 1) {
      const member = memberOf(`${unitId}-${n}`, {
        ...{ unitId, post: { title: 'Arsiparis', family: 'pelaksana' } },
      });
      domain.people.set(member.personId, member);
    }
  }
  const foreign = memberOf('asing', { agencyId: 'lain' as AgencyId });
  domain.people.set(foreign.personId, foreign);
  await setStandard(domain, {
    agencyId: badan,
    request: {
      ...{ post: { title: 'Arsiparis' }, from: '2026-01-01', criticality: 1, verified: false },
      requirements: [{ competencyId: 'M1' as never, level: 2 }],
    },
  });
  const recount = async () => {
    for (const personId of domain.people.keys()) await recountPerson(domain, personId as PersonId);
  };
  const open = (scopes: readonly Scope[], agencyId = badan) => {
    const principal: ClientPrincipal = {
      ...{ kind: 'client', clientId: 'k1', name: 'Simpeg', scopes, tenant: { kind: 'agency', agencyId } },
    };
    const app = createHttpApp({
      ...{ name: 'api', log: silent, clock: domain.clock, ids: domain.ids },
      authenticate: async () => principal,
      idempotency: { store: idempotency(), digest: nodeDigest },
      readings: { note: async ({ what, personId }) => void noted.push([what, personId]) },
    });
    addCompetenceRoutes(app, {
      ...{ clock: domain.clock, signer: hmacSigner('x'.repeat(32)), competency: async () => domain },
      ...{
        digest: nodeDigest,
        portalOrigin: 'https://sinau.example',
        organisations: memoryOrganisationStore(),
      },
      people: {
        findByClaim: async (claim) => (claim.value === srisNumber ? sri : undefined),
      },
    });
    return async (path: string, sent?: object, key?: string) => {
      const response = await app.hono.request(`http://localhost/api/${path}`, {
        ...(sent && { method: 'POST', body: JSON.stringify(sent) }),
        headers: { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) },
      });
      return { status: response.status, body: (await response.json()) as Answer };
    };
  };
  return { domain, open, recount, noted };
}

function idempotency(): IdempotencyStore {
  const rows = new Map<string, Exclude<Awaited<ReturnType<IdempotencyStore['claim']>>, 'claimed'>>();
  return {
    async claim({ key, bodyHash }) {
      const earlier = rows.get(key);
      if (!earlier) rows.set(key, { bodyHash });
      return earlier ?? 'claimed';
    },
    finish: async (key, response) => void rows.set(key, { bodyHash: '', ...rows.get(key), response }),
    release: async (key) => void rows.delete(key),
  };
}

describe('assessments from an agency’s own systems', () => {
  it('are recorded item by item, and each wrong one says why', async () => {
    const { domain, open } = await world();
    const ask = open(['competence/write', 'competence/read']);
    const assessments = [
      { ...m1, personId: 'u1-0' },
      { ...m1, employeeNumber: srisNumber, level: 3, assessor: 'Pusat Penilaian' },
      { ...m1, personId: 'u1-0', level: 2 },
      { ...m1, personId: 'asing' },
      { ...m1, personId: 'u1-1', competencyId: 'T.KEU.01' },
      { ...m1, personId: 'u1-1', method: 'supervisor' },
      { ...m1, personId: 'u1-1', employeeNumber: srisNumber },
      { ...m1, personId: 'u1-1', assessedOn: '2027-01-01' },
      { ...m1, personId: 'u1-1', verified: true },
    ];
    const tried = await ask('competence/assessments', { assessments, dryRun: true });
    expect(tried.body).toMatchObject({ dryRun: true, recorded: 2, refused: 7 });
    expect((await domain.persons.of(sri.personId)).assessments).toEqual([]);
    const { status, body } = await ask('competence/assessments', { assessments });
    expect([status, body]).toMatchObject([
      200,
      {
        ...{ recorded: 2, refused: 7 },
        results: [
          { index: 0, outcome: 'created', personId: 'u1-0' },
          { index: 1, outcome: 'created', personId: 'sri' },
          { outcome: 'refused', code: 'competency.said-twice' },
          { outcome: 'refused', code: 'competency.not-found' },
          { outcome: 'refused', code: 'competency.unknown', issues: [{ path: '/competencyId' }] },
          { outcome: 'refused', code: 'request.invalid', issues: [{ path: '/method' }] },
          { outcome: 'refused', code: 'request.invalid' },
          { outcome: 'refused', code: 'competency.wrong-day', issues: [{ path: '/assessedOn' }] },
          { outcome: 'refused', code: 'request.invalid' },
        ],
      },
    ]);
    const [found] = (await domain.persons.of(sri.personId)).assessments;
    expect(found).toMatchObject({ level: 3, recordedBy: { id: 'k1', name: 'Simpeg', as: 'agency' } });
    const again = await ask('competence/assessments', { assessments: assessments.slice(0, 2) });
    expect(again.body).toMatchObject({ results: [{ outcome: 'skipped' }, { outcome: 'skipped' }] });
  });

  it('R1: run once under an idempotency key, whatever has come between', async () => {
    const { domain, open } = await world();
    const ask = open(['competence/write']);
    const first = await ask(
      'competence/assessments',
      { assessments: [{ ...m1, personId: 'sri' }] },
      'kunci-12345',
    );
    await ask('competence/assessments', { assessments: [{ ...m1, personId: 'sri', level: 4 }] });
    const repeat = await ask(
      'competence/assessments',
      { assessments: [{ ...m1, personId: 'sri' }] },
      'kunci-12345',
    );
    expect(repeat).toEqual(first);
    expect((await domain.persons.of(sri.personId)).assessments).toMatchObject([{ level: 4 }]);
    const other = await ask(
      'competence/assessments',
      { assessments: [{ ...m1, personId: 'u1-0' }] },
      'kunci-12345',
    );
    expect(other.status).toBe(422);
  });

  it('count no more once withdrawn, and again when that is taken back', async () => {
    const { open } = await world();
    const ask = open(['competence/write', 'competence/read']);
    await ask('competence/assessments', { assessments: [{ ...m1, personId: 'u1-0' }] });
    const { level: _, ...which } = m1;
    const withdraw = (personId: string, more: object) =>
      ask(`people/${personId}/competence/withdrawals`, { ...which, ...more });
    expect((await withdraw('u1-0', { reason: 'Salah orang' })).body).toMatchObject({ counts: false });
    expect((await ask('people/u1-0/competence')).body).toMatchObject({
      competencies: [{ competencyId: 'M1', standing: 'not-assessed' }],
      assessments: [{ counts: false, withdrawn: { by: 'Simpeg', reason: 'Salah orang' } }],
    });
    expect((await withdraw('u1-0', {})).body).toMatchObject({ counts: true });
    expect((await ask('people/u1-0/competence')).body).toMatchObject({
      ...{ standard: { source: 'title' }, match: { percent: '50.00', band: 'less-optimal' } },
      competencies: [{ competencyId: 'M1', required: 2, held: 1, gap: 1, standing: 'short' }],
    });
    expect((await withdraw('u1-1', { reason: 'Tidak ada' })).status).toBe(404);
  });

  it('C2: are of the caller’s own people alone, and need the scope', async () => {
    const { open, noted } = await world();
    const ask = open(['competence/read']);
    expect((await ask('people/asing/competence')).status).toBe(404);
    expect((await ask('people/tidak-ada/competence')).status).toBe(404);
    expect((await ask('competence/assessments', { assessments: [m1] })).status).toBe(403);
    expect(noted).toEqual([]);
    expect((await ask('people/sri/competence')).status).toBe(200);
    expect((await ask('competence/people?competencyId=M1')).status).toBe(200);
    expect(noted).toEqual([
      ['competence', 'sri'],
      ['competence', undefined],
    ]);
    expect((await open(['credit/read'])('competence/map')).status).toBe(403);
  });
});

describe('the map for an agency’s own systems', () => {
  it('P3: hides small groups as the page does, and opens the people behind a number', async () => {
    const { open, recount } = await world();
    const ask = open(['competence/read', 'competence/write', 'people/read']);
    const everybody = [...'0123456'].map((n) => `u1-${n}`).concat([...'012345'].map((n) => `u2-${n}`));
    const assessments = [...everybody, 'u3-0', 'u3-1'].map((personId) => ({ ...m1, personId }));
    await ask('competence/assessments', { assessments });
    await recount();
    const { body } = await ask('competence/map');
    // The three of the domain's world are asked for all nine, and nobody has assessed them.
    expect(body.cells).toHaveLength(9);
    expect(body.cells[0]).toEqual({ competencyId: 'M1', asked: 18, assessed: 15, short: 15, points: 15 });
    const cells = Object.fromEntries(body.parts.map(({ unitId = '', cells: [cell] }) => [unitId, cell]));
    expect(cells).toMatchObject({
      u1: { assessed: 7, short: 7 },
      u2: { competencyId: 'M1', hidden: true },
      u3: { competencyId: 'M1', hidden: true },
    });
    expect(cells.u3).not.toHaveProperty('asked');
    expect((await ask('competence/map?unitId=u3')).body.cells).toEqual([
      { competencyId: 'M1', hidden: true },
    ]);
    const list = await ask('competence/people?competencyId=M1&unitId=u2');
    expect(list.body.people).toHaveLength(6);
    expect(list.body.people[0]).toEqual({
      ...{ personId: 'u2-0', unitId: 'u2', post: 'Arsiparis', required: 2, held: 1, gap: 1 },
    });
    expect((await ask('competence/people?competencyId=M1&standing=met')).body.people).toEqual([]);
    expect((await ask('competence/people?competencyId=X')).status).toBe(404);
    expect((await ask('competence/people?competencyId=M1&pageToken=palsu')).status).toBe(400);
    expect((await open(['competence/read'], 'lain' as AgencyId)('competence/map')).body.cells).toEqual([]);
  });

  it('stands beside the dictionary and the standards', async () => {
    const ask = (await world()).open(['competence/read']);
    expect((await ask('competence/dictionary')).body).toMatchObject({ asOf: '2026-11-28', technical: [] });
    expect((await ask('competence/standards')).body).toMatchObject({
      standards: [
        { title: 'Arsiparis', state: 'active', editions: [{ from: '2026-01-01', criticality: 1 }] },
      ],
    });
    expect((await ask('competence/standards?pageToken=palsu')).status).toBe(400);
  });
});
