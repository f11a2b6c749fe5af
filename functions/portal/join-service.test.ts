import { identityWorld } from '@sinau/identity/testing';
import { expect, it } from 'vitest';
import { changeService, serviceViewOf } from './join-service.ts';

it('changes what a person is from a day on, and names the field of the form that is wrong', async () => {
  const world = await identityWorld();
  const { personId } = await world.invite(world.tenants.agencyA, ['learner']);
  const change = async (given: Parameters<typeof changeService>[1]['change']) =>
    changeService(world, {
      ...{ principal: world.operator, person: await world.stored(personId), change: given },
    }).then(
      () => 'saved',
      (error) => error.issues[0].path,
    );
  const contract = { from: '2025-04-01', to: '2030-03-31' };
  const pppk = { employment: { status: 'PPPK', contract } } as const;
  expect(await change({ ...pppk, number: '199208112022212999' })).toBe('saved');
  expect(await change(pppk)).toBe('saved');
  expect(serviceViewOf(await world.stored(personId)).employment).toEqual({
    ...{ status: 'PPPK', from: '2025-04-01', contract },
  });
  expect([
    await change({ employment: { status: 'PNS' } }),
    await change({ employment: { status: 'PPPK', contract: { from: '', to: '2030-03-31' } } }),
    await change({ employment: { status: 'PPPK', from: '2026-03-03' } }),
    await change({ number: '1.99E+17' }),
    await change({ post: { title: 'Camat', family: 'administrator', level: 'pemula' } }),
    await change({ post: { title: 'Camat', family: 'administrator', from: '2027-01-01' } }),
    await change({ grade: { grade: 'III/a' } }),
    await change({ grade: { grade: 'IX', from: '2027-01-01' } }),
    await change({ education: { level: 's1', from: '2027-01-01' } }),
  ]).toEqual([
    ...['/status', '/contractFrom', '/statusFrom', '/number', '/level', '/postFrom'],
    ...['/grade', '/gradeFrom', '/educationFrom'],
  ]);
  const since = { from: '2026-02-01' };
  expect(
    await change({
      ...{ grade: { grade: 'IX', ...since }, legalStanding: { standing: 'study', ...since } },
      education: { level: 's2', ...since },
    }),
  ).toBe('saved');
  expect(serviceViewOf(await world.stored(personId))).toMatchObject({
    ...{ grade: { grade: 'IX', ...since }, legalStanding: { standing: 'study', ...since } },
    education: { level: 's2', ...since },
  });
  // Who leaves service is known before the day.
  expect(await change({ legalStanding: { standing: 'retired', from: '2027-01-01' } })).toBe('saved');
});
