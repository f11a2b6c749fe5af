import type { PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import type { Enrolment, EnrolmentId, Registration } from './enrolment.ts';
import { followProviderWord, isEarned, type ProviderWord } from './index.ts';
import { memoryEnrolmentStore } from './testing/index.ts';

const at = '2026-03-02T01:00:00.000Z';
const taken: Enrolment = {
  ...{ enrolmentId: 'e1' as EnrolmentId, personId: 'sri' as PersonId, courseId: 'c1', version: 1 },
  ...{ registration: '00000000-0000-4000-8000-000000000001' as Registration, state: 'active' },
  enrolledAt: at,
};
const { registration } = taken;
const takenBack = { takenBack: { at } };

async function world(said: ProviderWord = {}) {
  const enrolments = memoryEnrolmentStore();
  await enrolments.move({ after: taken });
  let word = said;
  const deps = { enrolments, clock: fixedClock(), providerWords: { wordOn: async () => word } };
  const say = (next: ProviderWord) => {
    word = next;
  };
  const follow = () => followProviderWord(deps, { registration });
  const found = async () => (await enrolments.findByRegistration(registration))?.providerWord;
  return { deps, enrolments, say, follow, found };
}

describe('what a provider says now', () => {
  it('is noted when it is something else than before, and counted', async () => {
    const { say, follow, found } = await world();
    expect(await follow()).toBe('unchanged');
    expect(await found()).toBeUndefined();
    say(takenBack);
    expect(await follow()).toBe('noted');
    expect(await follow()).toBe('unchanged');
    expect(await found()).toMatchObject({ ...takenBack, rev: 1 });
    say({});
    expect(await follow()).toBe('noted');
    expect(await found()).toEqual({ rev: 2, notedAt: expect.any(String) });
  });

  it('ends in what counts last, where the slower of two had read before it came', async () => {
    const { deps, enrolments, say, follow, found } = await world(takenBack);
    const note = enrolments.noteProviderWord;
    deps.enrolments.noteProviderWord = async (enrolment, word) => {
      // The other one has read the enrolment as it still is, and found nothing to note.
      say({});
      return note(enrolment, word);
    };
    await follow();
    expect(await found()).not.toHaveProperty('takenBack');
  });

  it('is read again by whoever was slower to note it', async () => {
    const { deps, enrolments, follow, found } = await world(takenBack);
    const note = enrolments.noteProviderWord;
    deps.enrolments.noteProviderWord = async (enrolment, word) => {
      deps.enrolments.noteProviderWord = note;
      await note(enrolment, { ...word, score: { at, from: 1 } });
      return note(enrolment, word);
    };
    expect(await follow()).toBe('noted');
    expect(await found()).toMatchObject({ ...takenBack, rev: 2 });
  });

  it('is no word on a course that nobody takes any more', async () => {
    const { enrolments, follow, found } = await world(takenBack);
    await enrolments.move({ before: taken, after: { ...taken, state: 'cancelled', cancelledAt: at } });
    expect(await follow()).toBe('unchanged');
    expect(await found()).toBeUndefined();
  });

  it('leaves a completion completed, and says whether it is worth something', () => {
    const word = { rev: 1, notedAt: at };
    const completed = { ...taken, state: 'completed' } as const;
    expect(isEarned(taken)).toBe(false);
    expect(isEarned(completed)).toBe(true);
    expect(isEarned({ ...completed, providerWord: { ...word, score: { at, from: 1 } } })).toBe(true);
    expect(isEarned({ ...completed, providerWord: { ...word, ...takenBack } })).toBe(false);
  });
});
