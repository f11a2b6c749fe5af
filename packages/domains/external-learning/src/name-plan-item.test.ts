import type { AgencyId, PersonPrincipal } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { LearningChanged, LearningNotFound, OwnLearning } from './errors.ts';
import type { ExternalLearning } from './learning.ts';
import { markRecognised } from './mark-recognised.ts';
import { namePlanItem, namingAgency, yearsOf } from './name-plan-item.ts';
import { agus, bkn, budi, learningWorld, personOf, sri } from './testing/learning-world.ts';

const item = { year: 2026, itemId: 'i1' };

async function reported() {
  const world = learningWorld();
  const learning = await world.own(await world.prove(await world.add()), 'send');
  const plans = {
    has: async (agencyId: AgencyId, { year, itemId }: typeof item) =>
      agencyId === bkn && itemId === 'i1' && year >= 2025,
  };
  const name = (
    { personId, learningId, rev }: ExternalLearning,
    given: Partial<Parameters<typeof namePlanItem>[1]> & { readonly principal?: PersonPrincipal } = {},
  ) => namePlanItem({ ...world, plans }, { principal: agus, personId, learningId, rev, item, ...given });
  return { world, learning, name };
}

describe('the item of a plan that a record was learned for', () => {
  it('is named by an administrator of the agency, changed and taken back, and stays through decisions', async () => {
    const { world, learning, name } = await reported();
    const named = await name(learning);
    expect(named.planItem).toEqual({ ...item, by: 'agus', at: world.clock.now().toISOString() });
    // It is no step: nothing else of the record changes.
    expect(named).toMatchObject({ state: 'reported', lines: learning.lines, rev: learning.rev + 1 });
    const verified = await world.decide(named, budi, { action: 'verify' });
    const recognised = await markRecognised(world, verified);
    expect(recognised?.planItem?.itemId).toBe('i1');
    const bare = recognised && (await name(recognised, { item: undefined }));
    expect(bare).not.toHaveProperty('planItem');
    expect(bare?.state).toBe('recognised');
  });

  it('is refused where the plan has none such, or the record lies in another year', async () => {
    const { learning, name } = await reported();
    for (const wrong of [
      { year: 2026, itemId: 'lain' },
      { year: 2025, itemId: 'i1' },
    ]) {
      await expect(name(learning, { item: wrong })).rejects.toMatchObject({
        ...{ code: 'request.invalid', issues: [{ path: '/planItem' }] },
      });
    }
    expect(yearsOf({ details: { ...learning.details, startsOn: '2025-12-30' } })).toEqual([2025, 2026]);
  });

  it('is named by nobody else, of no draft, and over what was read alone', async () => {
    const { world, learning, name } = await reported();
    const elsewhere = personOf('lain', ['agency-admin'], 'lan' as AgencyId);
    for (const principal of [budi, elsewhere]) {
      await expect(name(learning, { principal })).rejects.toThrow(LearningNotFound);
      expect(await namingAgency(world, principal, learning)).toBeUndefined();
    }
    await expect(name(learning, { principal: sri })).rejects.toThrow(OwnLearning);
    await expect(name(learning, { rev: learning.rev - 1 })).rejects.toThrow(LearningChanged);
    const draft = await world.add({ title: 'Lain', certificate: { number: '9', issuer: 'BB' } });
    await expect(name(draft)).rejects.toThrow(LearningNotFound);
    expect(await namingAgency(world, agus, learning)).toBe(bkn);
  });
});
