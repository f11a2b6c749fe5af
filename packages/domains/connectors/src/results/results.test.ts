import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { type ExternalResult, type Outcome, outcomeOf } from '@sinau/rostering';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryCourseParts } from '../testing/results/memory-course-parts.ts';
import { memoryLearnerNames } from '../testing/results/memory-learner-names.ts';
import { memoryResultStore } from '../testing/results/memory-result-store.ts';
import { aboutStudent, at, kampus, registration, sampleResult } from '../testing/results/sample-result.ts';
import { learnerKnown } from './match-later.ts';
import {
  coursePartOf,
  forgetCoursePart,
  getResult,
  listResults,
  mapResult,
  replayResult,
  setResultAside,
} from './own-results.ts';
import { placeResult } from './place-result.ts';
import type { OutcomePort, PlaceFinder, ResultParts } from './ports.ts';
import { type ResultEvent, resultIdOf } from './result-event.ts';
import { settleRegistration, settleResults } from './settle-results.ts';
import { takeMany } from './take-many.ts';

const siti: PersonPrincipal = { kind: 'person', personId: 'siti' as PersonId, name: 'Siti', roles: [] };

/** A university with one course of ours, whose one learner is called `s-1` by pseudonym. */
function world() {
  const clock = fixedClock();
  const results = memoryResultStore(nodeDigest);
  const names = memoryLearnerNames();
  const courseParts = memoryCourseParts();
  const parts = new Map<string, ResultParts>([[registration, { moduleIds: ['m1'] }]]);
  const finder: PlaceFinder = {
    registrationOf: async ({ subject }) =>
      subject === 's-1' ? { registration } : { reason: 'learner-unknown' },
    partsOf: async (providerId, one) => (providerId === kampus ? parts.get(one) : undefined),
  };
  const outcomes = new Map<string, Outcome>();
  const port: OutcomePort = {
    record: async ({ registration: one, moduleId, standing }) => {
      outcomes.set(`${one} ${moduleId}`, outcomeOf(await standing(), { by: 'pass', passMark: 0.7 }));
      return 'recorded';
    },
  };
  const deps = { results, names, courseParts, finder, clock, digest: nodeDigest, outcomes: port };
  const idOf = (event: ResultEvent) => resultIdOf(nodeDigest, event);
  const arrive = async (event: ResultEvent) => {
    await results.take(event);
    const outcome = await placeResult(deps, { resultId: idOf(event) });
    return outcome;
  };
  const stateOf = async (event: ResultEvent) => (await results.find(idOf(event)))?.decision;
  return { deps, clock, parts, outcomes, idOf, arrive, stateOf };
}

const fromStudent = (over: Partial<ResultEvent> = {}) =>
  sampleResult({ source: 'poll', about: aboutStudent('17'), ...over });

describe('a result in the inbox', () => {
  it('counts where it says itself', async () => {
    const { deps, arrive, stateOf, idOf } = world();
    expect(await arrive(sampleResult())).toBe('placed');
    expect(await stateOf(sampleResult())).toMatchObject({ place: { registration, moduleId: 'm1' } });
    expect(await placeResult(deps, { resultId: idOf(sampleResult()) })).toBe('unchanged');
    expect(await placeResult(deps, { resultId: registration })).toBe('absent');
  });

  it('is found by the pseudonym that we gave', async () => {
    const { arrive } = world();
    const about = { ...aboutStudent('17'), subject: 's-1' };
    expect(await arrive(fromStudent({ about }))).toBe('placed');
  });

  it('waits with its reason while its learner is unknown, and counts when they become known', async () => {
    const { deps, arrive, stateOf } = world();
    expect(await arrive(fromStudent())).toBe('unmatched');
    expect(await stateOf(fromStudent())).toMatchObject({ state: 'unmatched', reason: 'learner-unknown' });
    const other = fromStudent({ about: aboutStudent('99') });
    await arrive(other);
    const known = { providerId: kampus, connectionId: 'moodle-1', externalCourseId: '4', registration };
    expect(await learnerKnown(deps, { ...known, externalLearnerId: '17' })).toEqual({ placed: 1 });
    expect(await stateOf(fromStudent())).toMatchObject({ state: 'placed' });
    expect(await stateOf(other)).toMatchObject({ state: 'unmatched' });
    expect(await arrive(fromStudent({ eventId: 'e2' }))).toBe('placed');
  });

  it('names both parts for a person to choose, where two could be meant', async () => {
    const { deps, parts, arrive, stateOf, idOf } = world();
    parts.set(registration, { moduleIds: ['m1', 'm2'] });
    const event = fromStudent({ about: { ...aboutStudent('17'), subject: 's-1' } });
    expect(await arrive(event)).toBe('unmatched');
    expect(await stateOf(event)).toMatchObject({ reason: 'part-unknown' });
    const mapping = { providerId: kampus, by: 'siti', resultId: idOf(event), subject: 's-1' };
    await expect(mapResult(deps, mapping)).rejects.toMatchObject({ code: 'connectors.learner-not-found' });
    await expect(mapResult(deps, { ...mapping, moduleId: 'm9' })).rejects.toMatchObject({
      code: 'connectors.learner-not-found',
    });
    await mapResult(deps, { ...mapping, moduleId: 'm2' });
    expect(await stateOf(event)).toMatchObject({ place: { moduleId: 'm2' }, by: 'siti' });
  });

  it('counts in the part that leads to the course over there, unless a person says another', async () => {
    const { deps, parts, arrive, stateOf, idOf } = world();
    parts.set(registration, { moduleIds: ['m1', 'm2'], lead: 'm2' });
    const event = fromStudent({ about: { ...aboutStudent('17'), subject: 's-1' } });
    expect(await arrive(event)).toBe('placed');
    expect(await stateOf(event)).toMatchObject({ place: { registration, moduleId: 'm2' } });
    const mapping = { providerId: kampus, by: 'siti', resultId: idOf(event), subject: 's-1' };
    await mapResult(deps, { ...mapping, moduleId: 'm1' });
    expect(await stateOf(event)).toMatchObject({ place: { moduleId: 'm1' }, by: 'siti' });
  });

  describe('of a course with several parts', () => {
    const ofSiti = (eventId: string, externalCourseId = '4') =>
      fromStudent({ about: { ...aboutStudent('17'), subject: 's-1', externalCourseId }, eventId });
    const placeOf = { place: { registration, moduleId: 'm2' } };

    /** Three wait; somebody says the part of the first, for the whole course. */
    async function said(over: Partial<ResultParts> = {}) {
      const made = world();
      const { deps, parts, arrive, idOf } = made;
      parts.set(registration, { moduleIds: ['m1', 'm2'], ...over });
      for (const event of [ofSiti('e1'), ofSiti('e2'), ofSiti('e1', '5')]) await arrive(event);
      const mapping = { providerId: kampus, by: 'siti', subject: 's-1', moduleId: 'm2', forCourse: true };
      await mapResult(deps, { ...mapping, resultId: idOf(ofSiti('e1')) });
      return { ...made, mapping };
    }

    it('counts where somebody has said for the whole course: what waits, what comes, and nothing of another course', async () => {
      const { stateOf, arrive } = await said();
      expect(await stateOf(ofSiti('e1'))).toMatchObject({ ...placeOf, by: 'siti' });
      expect(await stateOf(ofSiti('e2'))).toMatchObject(placeOf);
      expect(await stateOf(ofSiti('e2'))).not.toHaveProperty('by');
      expect(await arrive(ofSiti('e3'))).toBe('placed');
      expect(await stateOf(ofSiti('e3'))).toMatchObject(placeOf);
      expect(await stateOf(ofSiti('e1', '5'))).toMatchObject({ reason: 'part-unknown' });
    });

    it('counts there before the part that leads to the course', async () => {
      const { stateOf, arrive } = await said({ lead: 'm1' });
      expect(await stateOf(ofSiti('e2'))).toMatchObject({ place: { moduleId: 'm1' } });
      await arrive(ofSiti('e3'));
      expect(await stateOf(ofSiti('e3'))).toMatchObject(placeOf);
    });

    it('waits again on a version without the part, and where the course has one part alone goes there', async () => {
      const { parts, stateOf, arrive } = await said();
      parts.set(registration, { moduleIds: ['m1', 'm3'] });
      await arrive(ofSiti('e3'));
      expect(await stateOf(ofSiti('e3'))).toMatchObject({ reason: 'part-unknown' });
      parts.set(registration, { moduleIds: ['m1'] });
      await arrive(ofSiti('e4'));
      expect(await stateOf(ofSiti('e4'))).toMatchObject({ place: { moduleId: 'm1' } });
    });

    it('waits again once it was taken back; what counts stays, and who said it is on record until then', async () => {
      const { deps, clock, idOf, stateOf, arrive, mapping } = await said();
      const seen = await deps.results.find(idOf(ofSiti('e2')));
      if (!seen) throw new Error('lost');
      const chosen = { moduleId: 'm2', chosenBy: 'siti', chosenAt: clock.now().toISOString() };
      expect(await coursePartOf(deps, seen)).toMatchObject(chosen);
      const resultId = idOf(ofSiti('e2'));
      const foreign = { providerId: 'lain' as typeof kampus, resultId };
      await expect(forgetCoursePart(deps, foreign)).rejects.toMatchObject({
        code: 'connectors.result-not-found',
      });
      expect(await coursePartOf(deps, seen)).toMatchObject(chosen);
      for (let n = 0; n < 2; n += 1) await forgetCoursePart(deps, { providerId: kampus, resultId });
      expect(await coursePartOf(deps, seen)).toBeUndefined();
      expect(await stateOf(ofSiti('e2'))).toMatchObject(placeOf);
      await arrive(ofSiti('e3'));
      expect(await stateOf(ofSiti('e3'))).toMatchObject({ reason: 'part-unknown' });
      // What counts can be moved one by one.
      await mapResult(deps, { ...mapping, resultId, moduleId: 'm1', forCourse: false });
      expect(await stateOf(ofSiti('e2'))).toMatchObject({ place: { moduleId: 'm1' } });
    });

    it('is not said for the whole course by a part that takes no results, nor by none', async () => {
      const { deps, stateOf, idOf, mapping, parts } = await said();
      parts.set(registration, { moduleIds: ['m1', 'm3'] });
      await forgetCoursePart(deps, { providerId: kampus, resultId: idOf(ofSiti('e1', '5')) });
      const { moduleId: _, ...without } = mapping;
      const resultId = idOf(ofSiti('e1', '5'));
      for (const wrong of [{ ...mapping, moduleId: 'm2' }, without]) {
        await expect(mapResult(deps, { ...wrong, resultId })).rejects.toMatchObject({
          code: 'connectors.learner-not-found',
        });
      }
      expect(
        await deps.courseParts.find({ connectionId: 'moodle-1', externalCourseId: '5' }),
      ).toBeUndefined();
      expect(await stateOf(ofSiti('e1', '5'))).toMatchObject({ reason: 'part-unknown' });
    });

    it('is not left waiting when its learner becomes known while it is looked at', async () => {
      const { deps, stateOf, idOf } = world();
      const event = fromStudent();
      const name = { connectionId: 'moodle-1', externalCourseId: '4', kind: 'learner', value: '17' } as const;
      const decide = deps.results.decide.bind(deps.results);
      const knowing: typeof decide = async (seen, next) => {
        if (next.state === 'unmatched') await deps.names.note(name, { registration, at: at(0) });
        return decide(seen, next);
      };
      await deps.results.take(event);
      const slow = { ...deps, results: { ...deps.results, decide: knowing } };
      expect(await placeResult(slow, { resultId: idOf(event) })).toBe('placed');
      expect(await stateOf(event)).toMatchObject({ place: { registration, moduleId: 'm1' } });
    });

    it('is not left waiting when the part is said while it is looked at', async () => {
      const { deps, parts, stateOf, idOf } = world();
      parts.set(registration, { moduleIds: ['m1', 'm2'] });
      const part = { connectionId: 'moodle-1', externalCourseId: '4', moduleId: 'm2' };
      const decide = deps.results.decide.bind(deps.results);
      const saying: typeof decide = async (seen, next) => {
        // Somebody says it just now, and finds nothing that waits.
        if (next.state === 'unmatched')
          await deps.courseParts.keep({ ...part, chosenAt: at(0), chosenBy: 's' });
        return decide(seen, next);
      };
      const event = ofSiti('e1');
      await deps.results.take(event);
      const slow = { ...deps, results: { ...deps.results, decide: saying } };
      expect(await placeResult(slow, { resultId: idOf(event) })).toBe('placed');
      expect(await stateOf(event)).toMatchObject(placeOf);
    });
  });

  it('a name that says two people is nobody’s', async () => {
    const { deps, arrive, stateOf } = world();
    const course = { connectionId: 'moodle-1', externalCourseId: '4' };
    const other = '00000000-0000-4000-8000-000000000001';
    await deps.names.note({ ...course, kind: 'learner', value: '17' }, { registration, at: at(0) });
    await deps.names.note({ ...course, kind: 'subject', value: 's-2' }, { registration: other, at: at(0) });
    const event = fromStudent({ about: { ...aboutStudent('17'), subject: 's-2' } });
    await arrive(event);
    expect(await stateOf(event)).toMatchObject({ reason: 'names-differ' });
  });

  it('mapped once by a person, the next ones of that learner are found by themselves', async () => {
    const { deps, arrive, stateOf, idOf } = world();
    const [first, second] = [fromStudent(), fromStudent({ eventId: 'e2' })];
    for (const event of [first, second]) await arrive(event);
    const mapping = { providerId: kampus, by: 'siti', resultId: idOf(first), subject: ' s-1 ' };
    await mapResult(deps, mapping);
    expect(await stateOf(second)).toMatchObject({ state: 'placed' });
    expect(await arrive(fromStudent({ eventId: 'e3' }))).toBe('placed');
  });

  it('C2: another provider neither sees nor moves it', async () => {
    const { deps, arrive, idOf } = world();
    await arrive(fromStudent());
    const foreign = { providerId: 'lain' as typeof kampus, resultId: idOf(fromStudent()) };
    const refused = { code: 'connectors.result-not-found' };
    const by = { ...foreign, by: 'siti', principal: siti };
    await expect(getResult(deps, foreign)).rejects.toMatchObject(refused);
    await expect(replayResult(deps, foreign)).rejects.toMatchObject(refused);
    await expect(mapResult(deps, { ...by, subject: 's-1' })).rejects.toMatchObject(refused);
    await expect(setResultAside(deps, { ...by, note: 'x' })).rejects.toMatchObject(refused);
    expect(await listResults(deps, foreign)).toEqual({ results: [] });
  });

  it('can be set aside with a reason, and is replayed where it counts', async () => {
    const { deps, arrive, idOf, stateOf, outcomes } = world();
    const resultId = idOf(sampleResult());
    await arrive(sampleResult());
    expect(await replayResult(deps, { providerId: kampus, resultId })).toBe('recorded');
    expect([...outcomes.values()]).toMatchObject([{ meets: true }]);
    const aside = { providerId: kampus, by: 'siti', resultId };
    await expect(setResultAside(deps, { ...aside, note: ' ' })).rejects.toMatchObject({
      code: 'request.invalid',
    });
    await setResultAside(deps, { ...aside, note: 'Ujian coba' });
    expect(await stateOf(sampleResult())).toMatchObject({
      state: 'set-aside',
      note: 'Ujian coba',
      by: 'siti',
    });
    await settleRegistration(deps, { registration });
    await settleResults(deps, { registration, moduleId: 'm1' });
    expect(outcomes.get(`${registration} m1`)).toMatchObject({ meets: false });
  });

  it('shows every version beside it, by the time the provider says', async () => {
    const { deps, arrive, idOf } = world();
    const later = sampleResult({
      eventId: 'e2',
      result: { kind: 'score', occurredAt: at(-5), given: 50, maximum: 100, isFinal: true },
    });
    for (const event of [sampleResult(), later]) await arrive(event);
    const { versions, sent } = await getResult(deps, { providerId: kampus, resultId: idOf(later) });
    expect(versions.map(({ event }) => event.eventId)).toEqual(['e2', 'e1']);
    expect(sent).toMatchObject(sampleResult().sent);
  });
});

describe('takeMany', () => {
  const score = (over: object = {}): ExternalResult => ({
    ...{ externalCourseId: '4', externalLearnerId: '17', occurredAt: '2026-11-24T14:31:41+07:00' },
    ...{ kind: 'score', given: 88, maximum: 100, isFinal: true },
    ...over,
  });
  const take = (deps: ReturnType<typeof world>['deps'], ...results: readonly ExternalResult[]) =>
    takeMany(deps, {
      ...{ providerId: kampus, connectionId: 'moodle-1', source: 'file' },
      results: results.map((result) => ({ result, sent: { text: '{}', contentType: 'application/json' } })),
    });

  it('answers each by itself, so that a bad one holds up no other', async () => {
    const { deps } = world();
    const bad: readonly [object, string][] = [
      [{ externalCourseId: '' }, 'course-missing'],
      [{ externalLearnerId: '' }, 'learner-missing'],
      [{ subject: 'x'.repeat(256) }, 'text-too-long'],
      [{ occurredAt: 'kemarin' }, 'time-invalid'],
      [{ occurredAt: '+012026-01-01T00:00:00Z' }, 'time-invalid'],
      [{ given: -1 }, 'score-invalid'],
      [{ given: Number.NaN }, 'score-invalid'],
      [{ maximum: 0 }, 'score-invalid'],
      // Finite, and beyond what stores keep exactly.
      [{ given: 1e20, maximum: 1e20 }, 'score-invalid'],
      [{ given: 5.5e300, maximum: 1e300 }, 'score-invalid'],
      [{ given: 1e-200 }, 'score-invalid'],
      [{ given: 1, maximum: 1e-200 }, 'score-invalid'],
      [{ kind: 'credential', number: ' ' }, 'number-missing'],
      [{ kind: 'credential', number: '7', url: 'javascript:alert(1)' }, 'url-invalid'],
    ];
    const answers = await take(deps, score(), ...bad.map(([over]) => score(over)), score({ given: 1 }));
    const said = answers.map((one) => ('reason' in one ? one.reason : one.outcome));
    expect(said).toEqual(['taken', ...bad.map(([, reason]) => reason), 'taken']);
  });

  it('L2: takes the same again as a duplicate, by what it says where it has no id', async () => {
    const { deps } = world();
    expect(await take(deps, score(), score())).toMatchObject([
      { outcome: 'taken' },
      { outcome: 'duplicate' },
    ]);
    const same = score({ occurredAt: '2026-11-24T07:31:41.000Z' });
    expect(await take(deps, same, score({ given: 70 }))).toMatchObject([
      { outcome: 'duplicate' },
      { outcome: 'taken' },
    ]);
    const named = (given: number) => score({ eventId: 'x', given });
    expect(await take(deps, named(1), named(1), named(2))).toMatchObject([
      { outcome: 'taken' },
      { outcome: 'duplicate' },
      { outcome: 'contradicts' },
    ]);
  });

  it('comes to the same through the store whatever the order and however often', async () => {
    const events = fc.array(
      fc.record({
        given: fc.integer({ min: 0, max: 100 }),
        minute: fc.integer({ min: -300, max: 300 }),
        isCompletion: fc.boolean(),
      }),
      { minLength: 20, maxLength: 60 },
    );
    interface Row {
      readonly result: ExternalResult;
      readonly saidAt: string;
    }
    const play = async (rows: readonly Row[]) => {
      const { deps, outcomes } = world();
      const known = { providerId: kampus, connectionId: 'moodle-1', externalCourseId: '4', registration };
      await learnerKnown(deps, { ...known, externalLearnerId: '17' });
      const sent = { text: '{}', contentType: 'application/json' };
      const from = { providerId: kampus, connectionId: 'moodle-1', source: 'file' as const };
      // Each of a table of its own, which may be worked off after those that were confirmed later.
      for (const { result, saidAt } of rows)
        await takeMany(deps, { ...from, saidAt, results: [{ result, sent }] });
      const { results: all } = await deps.results.list({ providerId: kampus, limit: 1000 });
      for (const { resultId } of all) {
        await placeResult(deps, { resultId });
        await settleResults(deps, { registration, moduleId: 'm1' });
      }
      return outcomes.get(`${registration} m1`);
    };
    await fc.assert(
      fc.asyncProperty(events, fc.infiniteStream(fc.nat()), async (made, order) => {
        const all = made.map(({ given, minute, isCompletion }, n): Row => {
          const who = { externalCourseId: '4', externalLearnerId: '17', occurredAt: at(minute) };
          const result: ExternalResult = isCompletion
            ? { ...who, kind: 'completion', completed: given > 50 }
            : score({ given, occurredAt: at(minute) });
          return { result, saidAt: at(400 + n) };
        });
        const mixed = [...all, ...all]
          .map((one) => ({ one, place: order.next().value }))
          .toSorted((a, b) => a.place - b.place)
          .map(({ one }) => one);
        expect(await play(mixed)).toEqual(await play(all));
      }),
      { numRuns: 15 },
    );
  });
});
