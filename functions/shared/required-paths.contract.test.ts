import { randomUUID } from 'node:crypto';
import type { Person } from '@sinau/identity';
import { createPeopleStore } from '@sinau/identity/dynamo';
import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import {
  changeObligation,
  listDuties,
  makeObligation,
  obligationRequestSchema,
  runSpread,
  showObligation,
} from '@sinau/obligations';
import { hmacSigner } from '@sinau/platform/crypto';
import { createMemoryQueue, withTables } from '@sinau/platform/testing';
import type { PathId } from '@sinau/programmes';
import { createPathMemberStore, createPathStore } from '@sinau/programmes/dynamo';
import { groupOf, pathOf, pathTermsOf } from '@sinau/programmes/testing';
import { expect, it } from 'vitest';
import { createObligationParts } from './obligation-parts.ts';

const at = '2026-03-02T01:00:00.000Z';
const forever = Number.POSITIVE_INFINITY;

withTables((engine, tables) => {
  it(`a path is required of an agency, counted and listed, and ends for whoever has begun nothing, on ${engine}`, async () => {
    const { dynamo, lms: table } = tables();
    const stores = { dynamo, table };
    const parts = { dynamo, queue: () => createMemoryQueue() } as never;
    const env = { LMS_TABLE: table, IMPORT_QUEUE_URL: 'imports' };
    const deps = {
      ...createObligationParts({ parts, env, clock: fixedClock(at) }),
      onFailure: (error: unknown) => {
        throw error;
      },
    };
    const agencyId = randomUUID() as AgencyId;
    const [sri, head] = [randomUUID(), randomUUID()] as [PersonId, PersonId];
    const person: Person = {
      ...{ personId: sri, name: 'Sri', email: `${sri}@contoh.example`, status: 'active', roles: ['learner'] },
      ...{ home: { kind: 'agency', agencyId }, employeeNumbers: [], sessionGeneration: 1 },
      ...{ invitedAt: at, rev: 1 },
    };
    await createPeopleStore(stores).add(person);
    const pathId = randomUUID() as PathId;
    const terms = pathTermsOf([groupOf('a', 'all', [['a1', randomUUID()]])]);
    const path = pathOf({ pathId, owner: { kind: 'agency', agencyId }, draft: terms, current: terms });
    const version = { pathId, version: 1, terms, publishedBy: head, publishedAt: at };
    await createPathStore(stores).publish({ ...path, state: 'published', version: 1 }, version);
    const principal: PersonPrincipal = {
      ...{ kind: 'person', personId: head, name: 'Kepala', roles: ['agency-admin'], agencyId },
    };
    const request = obligationRequestSchema.parse({
      ...{ title: 'Layanan', pathId, audience: {}, due: { kind: 'yearly', by: '06-30' } },
    });
    const { obligationId } = await makeObligation(deps, { principal, request });
    const round = () => runSpread(deps, { agencyId, obligationId, deadlineMs: forever });
    const member = () => createPathMemberStore(stores).find(pathId, sri);
    expect(await round()).toBe('done');
    const { counts } = await showObligation(deps, { principal, obligationId });
    expect(counts['2026']).toEqual({ enrolled: 1 });
    const signer = hmacSigner('a secret for tests of at least 32 characters');
    const list = { principal, obligationId, group: 'enrolled' } as const;
    const { duties } = await listDuties({ ...deps, signer }, list);
    expect(duties).toMatchObject([{ personId: sri, courseId: `path:${pathId}` }]);
    expect(await member()).toMatchObject({ state: 'active', requiredBy: obligationId });
    await changeObligation(deps, { principal, obligationId, step: 'end' });
    expect(await round()).toBe('done');
    expect((await member())?.state).toBe('left');
    expect((await createPathMemberStore(stores).counts(pathId)).active).toBe(0);
  });
});
