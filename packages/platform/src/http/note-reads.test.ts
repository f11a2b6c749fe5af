import type { PersonId, Principal, Role } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import { createHttpApp } from './create-http-app.ts';
import { NotFound } from './errors.ts';

const personOf = (...roles: readonly Role[]): Principal => ({
  ...{ kind: 'person', personId: 'p-1' as PersonId, name: 'Ratna' },
  roles,
});

function world(principal: Principal, { silent = false } = {}) {
  const noted: unknown[] = [];
  const errors: string[] = [];
  const app = createHttpApp({
    ...{ name: 'test', authenticate: async () => principal, clock: fixedClock(), ids: countedIds() },
    log: { info: () => {}, warn: () => {}, error: (line) => void errors.push(line) },
    readings: {
      note: async ({ what, personId }) => {
        if (silent) throw new Error('the store is silent');
        noted.push([what, personId]);
      },
    },
  });
  const access = ['person'] as const;
  const person = { what: 'person', of: 'personId' } as const;
  app.route({ method: 'GET', path: '/people/:personId', access, reads: person }, (c) => {
    if (c.req.param('personId') === 'nobody') throw new NotFound('There is nobody.');
    return c.text('record');
  });
  app.route({ method: 'GET', path: '/people', access, reads: { what: 'people' } }, (c) => c.text('list'));
  const told = { what: 'certificate', of: 'told' } as const;
  app.route({ method: 'GET', path: '/certificates/:number', access, reads: told }, (c) => {
    if (c.req.param('number') !== 'none') c.set('readOf', 'p-9' as PersonId);
    return c.text('certificate');
  });
  const known = { what: 'results', of: 'known' } as const;
  app.route({ method: 'GET', path: '/results/:result', access, reads: known }, (c) => {
    if (c.req.param('result') === 'placed') c.set('readOf', 'p-9' as PersonId);
    return c.text('result');
  });
  app.route({ method: 'GET', path: '/plain', access }, (c) => c.text('nothing of anybody'));
  const get = async (path: string) => {
    const response = await app.hono.request(path);
    return [response.status, await response.text()] as const;
  };
  return { get, noted, errors };
}

describe('what answers show of other people', () => {
  it('is noted as the route declares it, once it was found', async () => {
    const { get, noted } = world(personOf('agency-admin'));
    const certificates = ['/certificates/1', '/certificates/none'];
    const results = ['/results/placed', '/results/of-nobody'];
    for (const path of ['/people/p-2', '/people', ...certificates, ...results, '/plain']) {
      expect((await get(path))[0], path).toBe(200);
    }
    expect((await get('/people/nobody'))[0]).toBe(404);
    expect(noted).toEqual([
      ['person', 'p-2'],
      ['people', undefined],
      ['certificate', 'p-9'],
      ['results', 'p-9'],
      ['results', undefined],
    ]);
  });

  it('is not shown to platform staff when it cannot be noted', async () => {
    for (const role of ['operator', 'auditor', 'reviewer'] as const) {
      const { get, errors } = world(personOf(role), { silent: true });
      const [status, text] = await get('/people/p-2');
      expect([status, text.includes('record')]).toEqual([500, false]);
      expect(errors).toContain('a reading was not noted');
    }
  });

  it('is shown to those who work for their own agency, with an alarm', async () => {
    const { get, errors } = world(personOf('agency-admin'), { silent: true });
    expect(await get('/people/p-2')).toEqual([200, 'record']);
    expect(errors).toEqual(['a reading was not noted']);
  });
});
