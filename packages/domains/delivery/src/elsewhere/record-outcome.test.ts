import type { CompletionRule, ResultVersion } from '@sinau/rostering';
import { parseStatements } from '@sinau/xapi';
import { describe, expect, it } from 'vitest';
import { contentOf, courseOf, deliveryWorld, registration, sri } from '../testing/delivery-world.ts';
import { recordOutcome } from './record-outcome.ts';

const minute = (n: number) => new Date(Date.parse('2026-02-20T08:00:00.000Z') + n * 60_000).toISOString();
const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const score = (n: number, given: number): ResultVersion => ({
  ...{ versionId: idOf(n), occurredAt: minute(n), receivedAt: minute(n + 1) },
  what: { kind: 'score', given, maximum: 100, isFinal: true },
});
const completion = (n: number, completed: boolean, passed?: boolean): ResultVersion => ({
  ...{ versionId: idOf(n), occurredAt: minute(n), receivedAt: minute(n + 1) },
  what: { kind: 'completion', completed, ...(passed !== undefined && { passed }) },
});

/** One part of a university, and one of our own behind it. */
function world(completionRule: CompletionRule, moveOn: 'Passed' | 'Completed' = 'Passed') {
  const structure = courseOf([[moveOn], ['Completed']]);
  const made = deliveryWorld(structure);
  const content = contentOf(structure);
  const parts = content.parts.map((part, index) =>
    index === 0
      ? { ...part, kind: 'lti' as const, moduleId: 'lti', completion: completionRule }
      : { ...part, moduleId: 'own' },
  );
  const deps = { ...made.deps, content: { find: async () => ({ ...content, parts }) } };
  const verbs = () => made.records.statements.map(({ verb }) => verb.id.split('/').at(-1));
  const record = (...versions: readonly ResultVersion[]) =>
    recordOutcome(deps, { registration, moduleId: 'lti', standing: async () => versions });
  const au = async () => (await made.deps.registrations.read(registration))?.aus[0];
  return { ...made, deps, verbs, record, au };
}

describe('recordOutcome', () => {
  it('says score and pass with the registration, and what that satisfies', async () => {
    const { record, records, verbs, au } = world({ by: 'pass', passMark: 0.7 });
    expect(await record(score(1, 82))).toBe('recorded');
    expect(verbs()).toEqual(['scored', 'passed', 'satisfied']);
    const [scored, passed] = records.statements;
    expect(scored).toMatchObject({
      timestamp: minute(1),
      actor: { account: { name: sri } },
      result: { score: { scaled: 0.82, raw: 82, min: 0, max: 100 } },
      context: { registration },
    });
    expect(passed?.result).toEqual({ success: true, score: { scaled: 0.82, raw: 82, min: 0, max: 100 } });
    for (const version of ['1.0.3', '2.0.0'] as const) {
      expect(parseStatements(structuredClone(records.statements), { version })).toMatchObject({ ok: true });
    }
    expect(await au()).toMatchObject({ judged: 'passed', completed: false, score: 0.82, result: idOf(1) });
  });

  it('L2: the same again, five times over, says nothing new', async () => {
    const { record, verbs } = world({ by: 'pass', passMark: 0.7 });
    await record(score(1, 82));
    const told = verbs().length;
    for (let n = 0; n < 5; n += 1) expect(await record(score(1, 82))).toBe('unchanged');
    expect(verbs()).toHaveLength(told);
  });

  it('L3: two who record at once award once', async () => {
    const { record, verbs } = world({ by: 'pass', passMark: 0.7 });
    await Promise.all([record(score(1, 82)), record(score(1, 82)), record(score(1, 82))]);
    expect(verbs()).toEqual(['scored', 'passed', 'satisfied']);
  });

  it('L3: of two who settle at once with what each found, the newer score stands, whoever writes last', async () => {
    const { deps, au, verbs } = world({ by: 'pass', passMark: 0.7 });
    const standing = [score(1, 82)];
    let others = 0;
    const slow = recordOutcome(deps, {
      ...{ registration, moduleId: 'lti' },
      standing: async () => {
        const found = [...standing];
        if (others === 0) {
          others += 1;
          // Comes and is settled while the slow one holds what it has read before.
          standing.push(score(2, 91));
          await recordOutcome(deps, { registration, moduleId: 'lti', standing: async () => standing });
        }
        return found;
      },
    });
    expect(await slow).toBe('unchanged');
    expect(await au()).toMatchObject({ score: 0.91, result: idOf(2) });
    expect(verbs()).toEqual(['scored', 'passed', 'satisfied']);
  });

  it('takes a score below the mark as one, and tells nobody to have failed', async () => {
    const { record, verbs, au } = world({ by: 'pass', passMark: 0.7 });
    await record(score(1, 40));
    expect(verbs()).toEqual(['scored']);
    expect(await au()).toEqual({ completed: false, waived: false, score: 0.4, result: idOf(1) });
    await record(score(1, 40), score(2, 75));
    expect(verbs()).toEqual(['scored', 'scored', 'passed', 'satisfied']);
  });

  it('a lowered grade changes the score, never what was reached', async () => {
    const { record, verbs, au, deps } = world({ by: 'pass', passMark: 0.7 });
    await record(score(1, 82));
    await record(score(1, 82), score(2, 30));
    expect(verbs()).toEqual(['scored', 'passed', 'satisfied', 'scored']);
    expect(await au()).toMatchObject({ judged: 'passed', score: 0.3, result: idOf(2) });
    expect((await deps.registrations.read(registration))?.satisfaction.blocks).toEqual([0]);
  });

  it('a reset takes the score from where it is shown, and nothing of what was reached or told', async () => {
    const { record, verbs, au } = world({ by: 'pass', passMark: 0.7 });
    await record(score(1, 82));
    const told = verbs();
    const reset: ResultVersion = {
      ...{ versionId: idOf(2), occurredAt: minute(2), receivedAt: minute(3) },
      what: { kind: 'score', given: 0, maximum: 100, isFinal: false, withdrawn: true },
    };
    expect(await record(score(1, 82), reset)).toBe('recorded');
    expect(await au()).toEqual({ completed: false, waived: false, judged: 'passed' });
    expect(verbs()).toEqual(told);
    expect(await record(score(1, 82), reset)).toBe('unchanged');
    await record(score(1, 82), reset, score(3, 60));
    expect(await au()).toMatchObject({ judged: 'passed', score: 0.6, result: idOf(3) });
  });

  it('a grade of one date that is corrected, and corrected back, is told each time', async () => {
    const { record, records, verbs, au } = world({ by: 'score' });
    const said = (one: ResultVersion, n: number): ResultVersion => ({
      ...one,
      ...{ occurredAt: minute(1), said: { at: minute(n), place: 0 } },
    });
    const [low, high] = [score(8, 55), score(3, 85)];
    await record(said(low, 2));
    await record(said(low, 2), said(high, 20));
    expect(await record(said(low, 30), said(high, 20))).toBe('recorded');
    expect(await au()).toMatchObject({ score: 0.55, result: idOf(8) });
    const scored = records.statements.filter((_, n) => verbs()[n] === 'scored');
    expect(scored.map(({ result }) => result?.score?.scaled)).toEqual([0.55, 0.85, 0.55]);
    expect(new Set(scored.map(({ id }) => id)).size).toBe(3);
    // Said once more, with nothing in between.
    expect(await record(said(low, 40), said(high, 20))).toBe('unchanged');
  });

  it('L2: an older result that comes last ends in the same', async () => {
    const [straight, turned] = [world({ by: 'pass', passMark: 0.7 }), world({ by: 'pass', passMark: 0.7 })];
    await straight.record(score(1, 82));
    await straight.record(score(1, 82), score(2, 30));
    await turned.record(score(2, 30));
    await turned.record(score(2, 30), score(1, 82));
    expect(await turned.au()).toEqual(await straight.au());
  });

  it('the last result is the newest by the provider, in any order, and the same again moves nothing', async () => {
    const [straight, turned] = [world({ by: 'score' }), world({ by: 'score' })];
    await straight.record(score(1, 82), completion(4, true));
    await turned.record(completion(4, true));
    await turned.record(completion(4, true), score(1, 82));
    for (const { deps } of [straight, turned]) {
      expect((await deps.registrations.read(registration))?.lastResultAt).toBe(minute(4));
    }
    const before = await turned.deps.registrations.read(registration);
    expect(await turned.record(completion(4, true), score(1, 82))).toBe('unchanged');
    expect(await turned.deps.registrations.read(registration)).toEqual(before);
  });

  it('the last result may be a running total that does not stand, whichever comes first', async () => {
    const total: ResultVersion = {
      ...score(6, 10),
      what: { kind: 'score', given: 10, maximum: 100, isFinal: false },
    };
    const [straight, turned] = [world({ by: 'score' }), world({ by: 'score' })];
    await straight.record(total);
    await straight.record(total, score(1, 82));
    await turned.record(score(1, 82));
    expect(await turned.record(total, score(1, 82))).toBe('recorded');
    for (const { deps, au } of [straight, turned]) {
      expect((await deps.registrations.read(registration))?.lastResultAt).toBe(minute(6));
      expect(await au()).toMatchObject({ score: 0.82 });
    }
    expect(turned.verbs().filter((verb) => verb === 'scored')).toHaveLength(1);
  });

  it('a score completes nothing where the word of the provider counts', async () => {
    const { record, verbs, au } = world({ by: 'completed' }, 'Completed');
    await record(score(1, 100));
    expect(verbs()).toEqual(['scored']);
    await record(score(1, 100), completion(2, true));
    expect(verbs()).toEqual(['scored', 'completed', 'satisfied']);
    expect(await au()).toMatchObject({ completed: true, score: 1 });
    await record(score(1, 100), completion(2, true), completion(3, false));
    expect(await au()).toMatchObject({ completed: true });
  });

  it('1.8 #5: the word of the provider satisfies no rule of scores: not by a completion, and not by a pass below the mark', async () => {
    const byScore = world({ by: 'score' }, 'Completed');
    await byScore.record(completion(1, true, true));
    expect(byScore.verbs()).toEqual(['passed']);
    expect(await byScore.au()).toMatchObject({ completed: false });
    await byScore.record(completion(1, true, true), score(2, 5));
    expect(byScore.verbs()).toEqual(['passed', 'scored', 'completed', 'satisfied']);
    const byMark = world({ by: 'pass', passMark: 0.7 });
    await byMark.record(completion(1, true, true), score(2, 50));
    expect(byMark.verbs()).toEqual(['scored', 'completed']);
    expect(await byMark.au()).not.toHaveProperty('judged');
    await byMark.record(completion(1, true, true), score(2, 50), score(3, 70));
    expect(byMark.verbs()).toEqual(['scored', 'completed', 'scored', 'passed', 'satisfied']);
  });

  it.each<[CompletionRule]>([[{ by: 'score' }], [{ by: 'pass', passMark: 0.7 }], [{ by: 'completed' }]])(
    'L2: a word that was taken back ends in the same whether its own came before or after: %j',
    async (rule) => {
      const moveOn = rule.by === 'pass' ? 'Passed' : 'Completed';
      const [straight, turned] = [world(rule, moveOn), world(rule, moveOn)];
      await straight.record(completion(1, true, true));
      await straight.record(completion(1, true, true), completion(2, false, false));
      await turned.record(completion(2, false, false));
      await turned.record(completion(2, false, false), completion(1, true, true));
      expect(await turned.au()).toEqual(await straight.au());
      expect(turned.verbs()).toEqual(straight.verbs());
    },
  );

  it('more points than there are count as all of them', async () => {
    const { record, records } = world({ by: 'score' }, 'Completed');
    await record(score(1, 120));
    expect(records.statements[0]?.result).toEqual({ score: { scaled: 1 } });
  });

  it('L2: after the enrolment has ended nothing is awarded', async () => {
    const { record, verbs, entitlements, deps } = world({ by: 'pass', passMark: 0.7 });
    entitlements.set(registration, { personId: sri, courseId: 'c1', version: 1, open: false });
    expect(await record(score(1, 82))).toBe('closed');
    entitlements.set(registration, { personId: sri, courseId: 'c1', version: 1, open: true });
    await record(score(1, 10));
    const state = await deps.registrations.read(registration);
    if (!state) throw new Error('it has begun');
    await deps.registrations.save({ ...state, closedAt: minute(5) });
    expect(await record(score(1, 10), score(2, 90))).toBe('closed');
    expect(verbs()).toEqual(['scored']);
  });

  it('leaves an open session of another part alone', async () => {
    const { record, launch, deps } = world({ by: 'pass', passMark: 0.7 });
    await launch({ auIndex: 1 });
    const before = (await deps.registrations.read(registration))?.session;
    await record(score(1, 82));
    expect(before).toBeDefined();
    expect((await deps.registrations.read(registration))?.session).toEqual(before);
  });

  it('takes no results for parts of ours', async () => {
    const { deps, records } = world({ by: 'score' });
    const standing = async () => [score(1, 82)];
    expect(await recordOutcome(deps, { registration, moduleId: 'own', standing })).toBe('no-part');
    expect(await recordOutcome(deps, { registration, moduleId: 'gone', standing })).toBe('no-part');
    expect(records.statements).toEqual([]);
  });
});
