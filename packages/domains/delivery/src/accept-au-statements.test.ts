import { verbs } from '@sinau/cmi5';
import type { Statement } from '@sinau/xapi';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptAuStatements } from './accept-au-statements.ts';
import { openRegistration } from './open-registration.ts';
import { readProgress } from './read-progress.ts';
import { courseOf, deliveryWorld, registration, sri } from './testing/delivery-world.ts';
import { waiveAu } from './waive-au.ts';

const verbNames = (statements: readonly { verb: { id: string } }[]) =>
  statements.map(({ verb }) => verb.id.slice(verb.id.lastIndexOf('/') + 1));
const typeOf = (statement: Statement | undefined) => {
  const object = statement?.object;
  const type = object && 'definition' in object ? object.definition?.type : undefined;
  return type?.slice(type.lastIndexOf('/') + 1);
};

async function running(...rules: Parameters<typeof courseOf>) {
  const world = deliveryWorld(courseOf(...rules));
  const started = await world.start();
  const accept = (...statements: readonly Statement[]) =>
    acceptAuStatements(world.deps, { principal: started.principal, statements });
  return { ...world, ...started, accept };
}

describe('acceptAuStatements', () => {
  it('9.3.9: writes the trigger, then the block, then the course, under the session of the AU', async () => {
    const { accept, say, records, launched } = await running([['CompletedAndPassed']]);
    await accept(say('initialized'));
    await accept(say('passed'));
    await accept(say('completed'));
    await accept(say('terminated'));
    expect(verbNames(records.statements)).toEqual([
      'launched',
      'initialized',
      'passed',
      'completed',
      'satisfied',
      'satisfied',
      'terminated',
    ]);
    expect(records.statements.slice(4, 6).map(typeOf)).toEqual(['block', 'course']);
    for (const statement of records.statements.slice(4, 6)) {
      expect(Object.values(statement.context?.extensions ?? {})).toEqual([launched.sessionId]);
    }
  });

  it('takes a whole session as one batch, and nothing of a batch with one bad statement', async () => {
    const { accept, say, records } = await running([['Completed']]);
    const whole = [say('initialized'), say('experienced'), say('completed'), say('terminated')];
    await expect(accept(...whole, say('experienced'))).rejects.toMatchObject({
      code: 'delivery.rule-broken',
      issues: [{ path: '/4', requirement: '9.3.0.0-5' }],
    });
    expect(verbNames(records.statements)).toEqual(['launched']);
    await accept(...whole);
    expect(verbNames(records.statements).slice(-2)).toEqual(['satisfied', 'satisfied']);
  });

  it('answers the same request again alike, without a second effect', async () => {
    const { accept, say, records } = await running([['Completed']]);
    const requests = [[say('initialized')], [say('experienced')], [say('completed')], [say('terminated')]];
    for (const request of requests) {
      await accept(...request);
      await accept(...request);
    }
    await accept(...requests.flat().filter((statement) => statement.verb.id !== requests[1]?.[0]?.verb.id));
    expect(verbNames(records.statements)).toEqual([
      'launched',
      'initialized',
      'experienced',
      'completed',
      'satisfied',
      'satisfied',
      'terminated',
    ]);
    await expect(accept(...(requests[1] ?? []))).rejects.toMatchObject({ code: 'delivery.rule-broken' });
  });

  it('9.3.0.0-2: of two completed at once one is stored and the other refused', async () => {
    const { accept, say, records } = await running([['Completed']]);
    await accept(say('initialized'));
    records.beforeNextWrite(() => accept(say('completed')));
    await expect(accept(say('completed'))).rejects.toMatchObject({ issues: [{ requirement: '9.3.0.0-2' }] });
    expect(verbNames(records.statements).filter((verb) => verb === 'completed')).toHaveLength(1);
  });

  it('9.3.6.0-2: an allowed statement that a new launch overtakes is refused', async () => {
    const { accept, say, records, launch } = await running([['Completed']]);
    await accept(say('initialized'));
    records.beforeNextWrite(() => launch());
    await expect(accept(say('experienced'))).rejects.toMatchObject({ code: 'delivery.session-ended' });
    expect(verbNames(records.statements)).not.toContain('experienced');
  });

  it('takes ten allowed statements at once', async () => {
    const { accept, say, records } = await running([['Completed']]);
    await accept(say('initialized'));
    await Promise.all(Array.from({ length: 10 }, () => accept(say('experienced'))));
    expect(records.statements).toHaveLength(12);
  });

  it('E10: another learner, registration or session is refused and nothing is stored', async () => {
    const { accept, say, records, principal, deps } = await running([['Completed']]);
    await accept(say('initialized'));
    const stored = records.statements.length;
    const budi = { account: { homePage: 'https://sinau.example', name: 'budi' } };
    await expect(accept(say('experienced', { actor: budi }))).rejects.toMatchObject({
      issues: [{ requirement: '8.1.3.0-3' }],
    });
    const context = { ...say('experienced').context, registration: '00000000-0000-4000-8000-000000000000' };
    await expect(accept(say('experienced', { context }))).rejects.toMatchObject({
      issues: [{ requirement: '8.1.4.0-3' }],
    });
    for (const stranger of [
      { ...principal, sessionId: 'other' },
      { ...principal, registration: '00000000-0000-4000-8000-000000000000' },
    ]) {
      const refused = acceptAuStatements(deps, { principal: stranger, statements: [say('experienced')] });
      await expect(refused).rejects.toMatchObject({ code: 'delivery.session-ended' });
    }
    expect(records.statements).toHaveLength(stored);
  });

  it('9.3.0.0-6: keeps what was reached over sessions', async () => {
    const world = deliveryWorld(courseOf([['CompletedAndPassed']]));
    const first = await world.start();
    await acceptAuStatements(world.deps, {
      principal: first.principal,
      statements: [first.say('initialized'), first.say('completed'), first.say('terminated')],
    });
    const second = await world.start();
    const accept = (...statements: Statement[]) =>
      acceptAuStatements(world.deps, { principal: second.principal, statements });
    await accept(second.say('initialized'));
    await expect(accept(second.say('completed'))).rejects.toMatchObject({
      issues: [{ requirement: '9.3.0.0-6' }],
    });
    await accept(second.say('passed'));
    expect(verbNames(world.records.statements).slice(-3)).toEqual(['passed', 'satisfied', 'satisfied']);
  });

  it('satisfies every object at most once over any mix of AUs, modes, waivers and verbs', async () => {
    const move = fc.record({
      au: fc.nat(3),
      mode: fc.constantFrom('Normal', 'Browse', 'Review'),
      say: fc.array(fc.constantFrom('completed', 'passed', 'failed', 'experienced', 'terminated'), {
        maxLength: 4,
      }),
      waive: fc.option(fc.nat(3)),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 8 }), async (moves) => {
        const world = deliveryWorld(
          courseOf([
            ['Completed', 'Passed'],
            ['CompletedAndPassed', 'NotApplicable'],
          ]),
        );
        for (const { au, mode, say: words, waive } of moves) {
          const { principal, say } = await world.start({ auIndex: au, mode: mode as 'Normal' });
          for (const word of ['initialized', ...words]) {
            const statements = [say(word as 'passed')];
            await acceptAuStatements(world.deps, { principal, statements }).catch(onlyRefusals);
          }
          if (waive !== null)
            await waiveAu(world.deps, { registration, auIndex: waive, reason: 'Tested Out' });
        }
        const all = world.records.statements;
        const keys = all
          .filter(({ verb }) =>
            [verbs.satisfied, verbs.completed, verbs.passed, verbs.waived].some((id) => id === verb.id),
          )
          .map(({ verb, object }) => `${verb.id} ${'id' in object ? object.id : ''}`);
        expect(new Set(keys).size).toBe(keys.length);
        const { satisfied } = await readProgress(world.deps, { registration, personId: sri });
        expect(all.some((statement) => typeOf(statement) === 'course')).toBe(satisfied);
      }),
      { numRuns: 60 },
    );
  });
});

function onlyRefusals(error: unknown): void {
  expect(error).toMatchObject({ code: 'delivery.rule-broken' });
}

describe('waiveAu', () => {
  it('9.3.7: waives once, with a session of its own, and satisfies what that completes', async () => {
    const { deps, records } = deliveryWorld(courseOf([['Passed']]));
    const input = { registration, auIndex: 0, reason: 'Equivalent AU' } as const;
    expect(await waiveAu(deps, input)).toEqual({ outcome: 'waived' });
    expect(await waiveAu(deps, input)).toEqual({ outcome: 'was-waived' });
    expect(verbNames(records.statements)).toEqual(['waived', 'satisfied', 'satisfied']);
    const sessions = records.statements.map(({ context }) => JSON.stringify(context?.extensions));
    expect(new Set(sessions).size).toBe(1);
  });
});

describe('waiveAu, while a learner moves to another version', () => {
  it('L6: waives nothing by the place that a part had before', async () => {
    const { deps, records, entitlements } = deliveryWorld(courseOf([['Passed', 'Passed']]));
    await openRegistration(deps, { registration });
    const state = await deps.registrations.read(registration);
    if (!state) throw new Error('the registration was not opened');
    await deps.registrations.save({ ...state, version: 2 });
    const input = { registration, auIndex: 0, reason: 'Tested Out' } as const;
    await expect(waiveAu(deps, input)).rejects.toMatchObject({ code: 'platform.unavailable' });
    expect(records.statements).toEqual([]);
    entitlements.set(registration, { personId: sri, courseId: 'c1', version: 2, open: true });
    expect(await waiveAu(deps, input)).toEqual({ outcome: 'waived' });
  });
});

describe('readProgress', () => {
  it('tells every AU before anything was launched', async () => {
    const { deps } = deliveryWorld(courseOf([['CompletedAndPassed', 'NotApplicable']]));
    expect(await readProgress(deps, { registration, personId: sri })).toMatchObject({
      satisfied: false,
      percent: 0,
      aus: [
        { state: 'not-started', missing: ['completed', 'passed'] },
        { state: 'not-started', missing: [] },
      ],
    });
  });

  it('tells state, score and what is missing, and 100 only when the course is satisfied', async () => {
    const { deps, accept, say, launched } = await running([['CompletedAndPassed', 'CompletedOrPassed']]);
    const read = () => readProgress(deps, { registration, personId: sri });
    await accept(say('initialized'));
    const progress = 'https://w3id.org/xapi/cmi5/result/extensions/progress';
    await accept(say('experienced', { result: { extensions: { [progress]: 50 } } }));
    expect(await read()).toMatchObject({
      percent: 25,
      aus: [
        { state: 'in-progress', percent: 50, savedAt: '2026-03-02T01:00:00.000Z' },
        { missing: ['completed-or-passed'] },
      ],
      open: { auIndex: 0, sessionId: launched.sessionId },
    });
    await accept(say('completed'), say('failed'), say('terminated'));
    const failed = await read();
    expect(failed).toMatchObject({ percent: 49, aus: [{ state: 'failed', missing: ['passed'] }, {}] });
    expect(failed).not.toHaveProperty('open');
    await waiveAu(deps, { registration, auIndex: 0, reason: 'Administrative' });
    expect(await read()).toMatchObject({
      percent: 50,
      satisfied: false,
      aus: [{ state: 'done', waived: true }, {}],
    });
    await waiveAu(deps, { registration, auIndex: 1, reason: 'Administrative' });
    expect(await read()).toMatchObject({ percent: 100, satisfied: true, satisfiedAt: expect.any(String) });
  });

  it('C2: gives the same answer for an absent and a foreign registration', async () => {
    const { deps } = deliveryWorld(courseOf([['Completed']]));
    const absent = '00000000-0000-4000-8000-000000000000';
    const refused = { code: 'delivery.not-entitled' };
    await expect(readProgress(deps, { registration: absent, personId: sri })).rejects.toMatchObject(refused);
    await expect(readProgress(deps, { registration, personId: 'budi' as typeof sri })).rejects.toMatchObject(
      refused,
    );
  });
});
