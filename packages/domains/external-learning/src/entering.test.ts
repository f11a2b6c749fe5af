import { describe, expect, it } from 'vitest';
import { enterLearning, tryEntering } from './enter-learning.ts';
import { LearningNotFound, OwnLearning } from './errors.ts';
import { countListed, detailsOfListed } from './listed-details.ts';
import { agus, bkn, jp, learningWorld, personOf, sri } from './testing/learning-world.ts';
import { seminar } from './testing/samples.ts';

const entry = { principal: agus, personId: sri.personId, details: seminar };

describe('the past as an agency knows it', () => {
  it('is told before it is entered, entered once, and then said to be there', async () => {
    const world = learningWorld();
    expect(await tryEntering(world, entry)).toEqual({ outcome: 'enterable' });
    expect(await world.learnings.listOf(sri.personId)).toEqual([]);
    const entered = await enterLearning(world, entry);
    expect(entered).toMatchObject({ outcome: 'entered', learning: { state: 'verified', way: 'entered' } });
    const [learning] = await world.learnings.listOf(sri.personId);
    const exists = { outcome: 'exists', learningId: learning?.learningId };
    expect([await tryEntering(world, entry), await enterLearning(world, entry)]).toEqual([exists, exists]);
    expect(await world.learnings.linesOf(sri.personId, learning?.learningId ?? ('' as never))).toMatchObject([
      { action: 'enter', by: { personId: agus.personId, as: 'agency' } },
    ]);
  });

  it.each([tryEntering, enterLearning])('C7: is not one’s own, nor of people elsewhere (%#)', async (act) => {
    const world = learningWorld();
    await expect(act(world, { ...entry, personId: agus.personId })).rejects.toThrow(OwnLearning);
    const foreign = personOf('tono', ['agency-admin'], 'lan' as typeof bkn);
    for (const more of [
      { principal: foreign },
      { principal: sri, personId: 'budi' as never },
      { personId: 'x' as never },
    ]) {
      await expect(act(world, { ...entry, ...more })).rejects.toThrow(LearningNotFound);
    }
    const future = { ...entry, details: { ...seminar, endsOn: '2026-03-11' } };
    await expect(act(world, future)).rejects.toMatchObject({ issues: [{ path: '/endsOn' }] });
  });
});

describe('hours of a list', () => {
  const listed = {
    ...{ form: 'KL06', title: 'Seminar', organiser: 'UI', abroad: false, stated: jp(8), certificate: '1/A' },
    ...{ startsOn: '2026-03-02', endsOn: '2026-03-04' },
  };
  const count = async (more: Partial<typeof listed>) => {
    const details = { ...detailsOfListed({ ...listed, ...more }), stated: more.stated ?? listed.stated };
    return (await countListed(learningWorld(), { details, agencyId: bkn })).count;
  };

  it.each<readonly [string, Partial<typeof listed>, number | undefined]>([
    ['days of a seminar', {}, 2],
    ['days abroad', { abroad: true, stated: jp(18) }, 3],
    ['less than one', { stated: jp(1) }, 1],
    ['no more than there are', { stated: jp(40) }, 3],
    ['sessions', { form: 'NKL01', stated: jp(5) }, 2],
    ['once, where a unit is worth nothing', { form: 'NKL05' }, 1],
    ['as printed, for training', { form: 'KL03' }, undefined],
    ['as they are, without a rule', { form: 'KL12' }, undefined],
  ])('are counted as %s', async (_, more, expected) => {
    expect(await count(more)).toBe(expected);
  });

  it('name whoever held the event as issuer of its certificate', () => {
    expect(detailsOfListed(listed).certificate).toEqual({ number: '1/A', issuer: 'UI' });
  });
});
