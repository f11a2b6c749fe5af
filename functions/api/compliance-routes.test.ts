import { type Duty, recountPerson } from '@sinau/compliance';
import { memoryComplianceStore } from '@sinau/compliance/testing';
import type { AgencyId, ClientPrincipal, Jp, PersonId, Scope } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { hmacSigner } from '@sinau/platform/crypto';
import { createHttpApp } from '@sinau/platform/http';
import { describe, expect, it } from 'vitest';
import { addComplianceRoutes } from './compliance-routes.ts';

const badan = 'badan' as AgencyId;
const clock = fixedClock();
const silent = { info: () => {}, warn: () => {}, error: () => {} };
const units = [
  { unitId: 'u1', name: 'Sekretariat' },
  { unitId: 'u2', name: 'Balai' },
  { unitId: 'u3', name: 'Pos' },
];

interface Part {
  readonly unitId: string;
  readonly people: number;
  readonly standings?: object;
}
interface Answer {
  readonly parts: readonly Part[];
  readonly people: readonly object[];
  readonly duties: readonly object[];
}

/** Seven people in one unit, six in another, two in the third; one of each has met the minimum. */
async function world(scopes: readonly Scope[], agencyId = badan, more: readonly Duty[] = []) {
  const compliance = memoryComplianceStore();
  for (const [unitId, people] of [
    ['u1', 7],
    ['u2', 6],
    ['u3', 2],
  ] as const) {
    for (let n = 0; n < people; n += 1) {
      const duty: Duty = {
        ...{ agencyId: badan, obligationId: 'o1', period: '2026', courseId: 'c1' },
        ...{ state: n === 0 ? 'recognised' : 'enrolled', dueOn: '2026-03-01' },
        overAt: '2026-03-01T17:00:00.000Z',
      };
      const place = { agencyId: badan, unitId };
      const recognised = (n === 0 ? 2000 : 100) as Jp;
      await recountPerson(
        {
          ...{ compliance, clock },
          workforce: { personOf: async () => ({ name: `P${n}`, placeOn: () => place, agencies: [place] }) },
          credits: { yearsOf: async () => [{ year: 2026, status: 'PNS', recognised, minimum: 2000 as Jp }] },
          duties: { dutiesOf: async () => (n === 0 && unitId === 'u1' ? [duty, ...more] : [duty]) },
        },
        `${unitId}-p${n}` as PersonId,
      );
    }
  }
  const principal: ClientPrincipal = {
    ...{ kind: 'client', clientId: 'k1', name: 'Simpeg', scopes, tenant: { kind: 'agency', agencyId } },
  };
  const app = createHttpApp({
    ...{ name: 'api', authenticate: async () => principal, log: silent, clock, ids: countedIds() },
  });
  addComplianceRoutes(app, {
    ...{ clock, signer: hmacSigner('x'.repeat(32)) },
    compliance: async () => ({
      ...{ compliance, units: { unitsOf: async () => units } },
      obligationNames: async () => new Map(),
    }),
  });
  return async (path: string) => {
    const response = await app.hono.request(`http://localhost/api/compliance${path}`);
    const body = (await response.json()) as Answer;
    return { status: response.status, body };
  };
}

describe('numbers for an agency’s own systems', () => {
  it('hold the whole tree and how far duties have come', async () => {
    const ask = await world(['credit/read', 'people/read']);
    const { body } = await ask('');
    expect(body).toMatchObject({
      ...{ year: 2026, people: 15, recognised: '72', overdue: 12 },
      standings: { met: 3, below: 12 },
      duties: { required: 15, enrolled: 15, started: 3, recognised: 3, overdue: 12 },
      obligations: [{ obligationId: 'o1', period: '2026', required: 15 }],
    });
    expect(body.parts.map(({ people }) => people)).toEqual([6, 2, 7]);
  });

  it('P3: tell of small groups only whoever may see the people, also when asked for one by itself', async () => {
    const ask = await world(['credit/read']);
    const { body } = await ask('');
    const parts = Object.fromEntries(body.parts.map((part) => [part.unitId, part]));
    expect(parts.u3).toEqual({
      unitId: 'u3',
      name: 'Pos',
      people: 2,
      hidden: true,
      duties: { hidden: true },
    });
    expect(parts.u1).toMatchObject({ duties: { required: 7, recognised: 1 } });
    expect(parts.u2).toMatchObject({ hidden: true });
    expect(parts.u1?.standings).toMatchObject({ met: 1, below: 6 });
    const alone = await ask('?unitId=u3');
    expect(alone.body).not.toHaveProperty('standings');
    expect(alone.body.parts).toEqual([{ people: 2, hidden: true, duties: { hidden: true } }]);
    expect(alone.body).toMatchObject({ unitDuties: { hidden: true } });
    expect((await ask('/people?standing=met')).status).toBe(403);
  });

  it('P3: tell of no obligation what the sum and the others leave', async () => {
    const few: Duty = {
      ...{ agencyId: badan, obligationId: 'o2', period: '2026', courseId: 'c2' },
      ...{ state: 'required', dueOn: '2026-03-01' },
    };
    const { body } = await (await world(['credit/read'], badan, [few]))('');
    expect(body).toMatchObject({ duties: { required: 16 } });
    expect(body).toMatchObject({
      obligations: [
        { obligationId: 'o1', hidden: true },
        { obligationId: 'o2', hidden: true },
      ],
    });
  });

  it('open lists page by page, of the caller’s agency alone', async () => {
    const ask = await world(['people/read']);
    expect((await ask('/people?standing=met')).body.people).toHaveLength(3);
    expect((await ask('/people?standing=below&unitId=u1')).body.people).toHaveLength(6);
    expect((await ask('/duties?step=recognised')).body.duties).toHaveLength(3);
    expect((await ask('/duties?step=started&unitId=u1')).body.duties).toHaveLength(1);
    expect((await ask('/duties?unitId=u3&own=true')).body.duties).toHaveLength(2);
    expect((await ask('/overdue?unitId=u3')).body.people).toEqual([
      { personId: 'u3-p1', unitId: 'u3', open: 1, dueOn: '2026-03-01' },
    ]);
    expect((await ask('/people?standing=met&pageToken=falsch')).status).toBe(400);
    expect((await ask('/people?standing=met&unitId=u9')).status).toBe(404);
    const foreign = await world(['people/read'], 'lain' as AgencyId);
    expect((await foreign('/people?standing=met')).body.people).toEqual([]);
  });
});
