import { describe, expect, it, vi } from 'vitest';
import { acceptAuStatements } from './accept-au-statements.ts';
import { closeEnded, noteEnded } from './close-ended.ts';
import { closeRegistration } from './close-registration.ts';
import { courseOf, deliveryWorld, registration } from './testing/delivery-world.ts';
import { memoryEndedStore } from './testing/memory-ended-store.ts';

async function inTheMiddle() {
  const world = deliveryWorld(courseOf([['Completed']]));
  const { principal, say } = await world.start();
  await acceptAuStatements(world.deps, { principal, statements: [say('initialized')] });
  const deps = { ...world.deps, ended: memoryEndedStore() };
  const verbs = () => world.records.statements.map(({ verb }) => verb.id.split('/').at(-1));
  return { ...world, deps, principal, say, verbs };
}

describe('closeEnded', () => {
  it('R3: closes the session of an enrolment whose end was cut off in the middle', async () => {
    const { deps, principal, say, verbs } = await inTheMiddle();
    await noteEnded(deps, { registration });
    expect(await closeEnded(deps, { limit: 10 })).toEqual({ closed: 1, failed: [] });
    expect(verbs()).toEqual(['launched', 'initialized', 'abandoned']);
    await expect(
      acceptAuStatements(deps, { principal, statements: [say('completed')] }),
    ).rejects.toMatchObject({ code: 'delivery.rule-broken', issues: [{ requirement: '9.3.6.0-2' }] });
    expect(await closeEnded(deps, { limit: 10 })).toEqual({ closed: 0, failed: [] });
  });

  it('notes nothing that is closed already, and nothing that was never opened', async () => {
    const { deps, verbs } = await inTheMiddle();
    await closeRegistration(deps, { registration });
    await noteEnded(deps, { registration });
    await noteEnded(deps, { registration: '00000000-0000-4000-8000-000000000000' });
    expect(await deps.ended.list(10)).toEqual([]);
    expect(verbs()).toEqual(['launched', 'initialized', 'abandoned']);
  });

  it('tries again what could not be closed', async () => {
    const { deps, records, verbs } = await inTheMiddle();
    await noteEnded(deps, { registration });
    const write = vi.spyOn(records, 'write').mockRejectedValueOnce(new Error('the store is down'));
    expect((await closeEnded(deps, { limit: 10 })).failed).toHaveLength(1);
    write.mockRestore();
    expect(await closeEnded(deps, { limit: 10 })).toEqual({ closed: 1, failed: [] });
    expect(verbs().at(-1)).toBe('abandoned');
  });
});
