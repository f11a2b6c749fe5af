import type { Statement } from '@sinau/xapi';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAuStatement, checkAuStatements } from './check-au-statement.ts';
import { openedSession, type SessionState, untouched } from './session.ts';
import { allowed, altered, defined, session, terms } from './testing/session-samples.ts';
import { auVerbNames, categories, contextExtensions, resultExtensions } from './vocabulary.ts';

interface Example {
  readonly requirement: string;
  readonly name: string;
  readonly state?: SessionState;
  /** Conforming; passes in `state`, or in `passesIn` where the state itself is the offence. */
  readonly good: Statement;
  readonly passesIn?: SessionState;
  /** Differs from `good` by the one defect. */
  readonly bad: Statement;
}

const sessionKey = contextExtensions.sessionId;
const masteryKey = contextExtensions.masteryScore;
const passed = defined('passed');
const failed = defined('failed');
const completed = defined('completed');
const terminated = defined('terminated');
const plain = allowed();
const browse = session(['initialized'], { terms: { ...terms, launchMode: 'Browse' } });
const review = session(['initialized'], { terms: { ...terms, launchMode: 'Review' } });
const otherId = '00000000-0000-4000-8000-ffffffffffff';
const changed = (
  requirement: string,
  name: string,
  example: { good: Statement; path: readonly (string | number)[]; value?: unknown; state?: SessionState },
): Example => {
  const { good, path, value, state } = example;
  return { requirement, name, good, bad: altered(good, path, value), ...(state && { state }) };
};
const inState = (
  requirement: string,
  name: string,
  example: { statement: Statement; state: SessionState; passesIn?: SessionState },
): Example => {
  const { statement, state, passesIn = session() } = example;
  return { requirement, name, good: statement, bad: statement, state, passesIn };
};

const unread = (over: Partial<SessionState['session']>): SessionState => ({
  ...session([]),
  session: { ...session([]).session, ...over },
});

const examples: readonly Example[] = [
  changed('6.3.0.0-1', 'voids a statement', {
    good: plain,
    path: ['verb', 'id'],
    value: 'http://adlnet.gov/expapi/verbs/voided',
  }),
  changed('8.1.3.0-3', 'names another learner', {
    good: plain,
    path: ['actor', 'account', 'name'],
    value: 'person-2',
  }),
  changed('8.1.3.0-3', 'names a learner of another system in a defined statement', {
    good: completed,
    path: ['actor', 'account', 'homePage'],
    value: 'https://other.example',
  }),
  changed('8.1.4.0-3', 'leaves out the registration of an allowed statement', {
    good: plain,
    path: ['context', 'registration'],
  }),
  changed('8.1.5.0-6', 'is about another activity', {
    good: passed,
    path: ['object', 'id'],
    value: 'https://publisher.example/au/1',
  }),
  changed('9.1.0.0-1', 'has no id', { good: plain, path: ['id'] }),
  changed('9.2.0.0-2', 'has a Group as actor', {
    good: passed,
    path: ['actor', 'objectType'],
    value: 'Group',
  }),
  changed('9.2.0.0-3', 'identifies the actor by mail', {
    good: passed,
    path: ['actor'],
    value: { mbox: 'mailto:sri@example.com' },
  }),
  inState('9.3.0.0-2', 'completes twice in a session', {
    statement: completed,
    state: session(['initialized', 'completed']),
  }),
  inState('9.3.0.0-2', 'passes twice in a session', {
    statement: passed,
    state: session(['initialized', 'passed'], { verdict: { ...untouched, judged: 'passed' } }),
  }),
  inState('9.3.0.0-2', 'fails twice in a session', {
    statement: failed,
    state: session(['initialized', 'failed']),
  }),
  inState('9.3.0.0-3', 'passes after failing in a session', {
    statement: passed,
    state: session(['initialized', 'failed']),
  }),
  inState('9.3.0.0-3', 'fails after passing in a session', {
    statement: failed,
    state: session(['initialized', 'passed']),
  }),
  inState('9.3.0.0-4', 'comes before initialized', { statement: plain, state: session([]) }),
  inState('9.3.0.0-5', 'comes after terminated', {
    statement: plain,
    state: session(['initialized', 'terminated']),
  }),
  inState('9.3.0.0-6', 'completes a second time in the registration', {
    statement: completed,
    state: session(['initialized'], { verdict: { ...untouched, completed: true } }),
  }),
  inState('9.3.0.0-7', 'passes a second time in the registration', {
    statement: passed,
    state: session(['initialized'], { verdict: { ...untouched, judged: 'passed' } }),
  }),
  inState('9.3.0.0-8', 'fails after a pass in the registration', {
    statement: failed,
    state: session(['initialized'], { verdict: { ...untouched, judged: 'passed' } }),
  }),
  inState('9.3.2.0-3', 'initializes twice', {
    statement: defined('initialized'),
    state: session(['initialized']),
    passesIn: session([]),
  }),
  changed('9.3.4.0-2', 'passes below the mastery score', {
    good: passed,
    path: ['result', 'score'],
    value: { scaled: 0.89 },
  }),
  changed('9.3.5.0-2', 'fails at the mastery score', {
    good: failed,
    path: ['result', 'score'],
    value: { scaled: 0.9 },
  }),
  inState('9.3.6.0-2', 'comes after the session was abandoned', {
    statement: plain,
    state: { ...session(), session: { ...session().session, abandoned: true } },
  }),
  changed('9.4.0.0-1', 'has an object that is no activity', {
    good: passed,
    path: ['object'],
    value: { objectType: 'StatementRef', id: otherId },
  }),
  changed('9.5.1.0-2', 'scores completion', {
    good: completed,
    path: ['result', 'score'],
    value: { scaled: 0.5 },
  }),
  changed('9.5.1.0-3', 'has a raw score without min', { good: passed, path: ['result', 'score', 'min'] }),
  changed('9.5.1.0-3', 'has a raw score 0 without max', {
    good: passed,
    path: ['result', 'score'],
    value: { scaled: 0.95, raw: 0, min: 0 },
  }),
  changed('9.5.2.0-1', 'passes without success', { good: passed, path: ['result', 'success'] }),
  changed('9.5.2.0-1', 'passes with success false', {
    good: passed,
    path: ['result', 'success'],
    value: false,
  }),
  changed('9.5.2.0-2', 'fails with success true', { good: failed, path: ['result', 'success'], value: true }),
  changed('9.5.2.0-3', 'completes with success', {
    good: completed,
    path: ['result', 'success'],
    value: true,
  }),
  changed('9.5.3.0-1', 'completes with completion false', {
    good: completed,
    path: ['result', 'completion'],
    value: false,
  }),
  changed('9.5.3.0-2', 'passes with completion', {
    good: passed,
    path: ['result', 'completion'],
    value: true,
  }),
  changed('9.5.4.1-1', 'terminates without result', { good: terminated, path: ['result'] }),
  changed('9.5.4.1-2', 'completes without duration', { good: completed, path: ['result', 'duration'] }),
  changed('9.5.4.1-3', 'passes without duration', { good: passed, path: ['result', 'duration'] }),
  changed('9.5.4.1-4', 'fails without duration', { good: failed, path: ['result', 'duration'] }),
  changed('9.6.0.0-1', 'has no context', { good: passed, path: ['context'] }),
  changed('9.6.1.0-1', 'has no registration', { good: passed, path: ['context', 'registration'] }),
  changed('9.6.1.0-1', 'has another registration', {
    good: passed,
    path: ['context', 'registration'],
    value: otherId,
  }),
  changed('9.6.2.2-1', 'judges without the moveOn category', {
    good: passed,
    path: ['context', 'contextActivities', 'category'],
    value: [{ id: categories.cmi5 }],
  }),
  changed('9.6.2.2-2', 'carries the moveOn category as an allowed statement', {
    good: plain,
    path: ['context', 'contextActivities', 'category'],
    value: [{ id: categories.moveOn }],
  }),
  changed('9.6.2.2-2', 'terminates with the moveOn category', {
    good: terminated,
    path: ['context', 'contextActivities', 'category', 1],
    value: { id: categories.moveOn },
  }),
  changed('9.6.3.1-4', 'has no session id', { good: plain, path: ['context', 'extensions', sessionKey] }),
  changed('10.2.1.0-7', 'overwrites the session id', {
    good: plain,
    path: ['context', 'extensions', sessionKey],
    value: 'session-2',
  }),
  changed('9.6.3.2-2', 'scores without the mastery score', {
    good: passed,
    path: ['context', 'extensions', masteryKey],
  }),
  changed('9.6.3.2-2', 'names another mastery score', {
    good: failed,
    path: ['context', 'extensions', masteryKey],
    value: 0.8,
  }),
  changed('9.7.0.0-1', 'has no timestamp', { good: plain, path: ['timestamp'] }),
  changed('9.7.0.0-2', 'has a local timestamp', {
    good: plain,
    path: ['timestamp'],
    value: '2026-03-02T08:00:00.000+07:00',
  }),
  inState('10.2.1.0-4', 'comes before LMS.LaunchData was read', {
    statement: defined('initialized'),
    state: unread({ launchDataRead: false }),
    passesIn: session([]),
  }),
  changed('10.2.1.0-6', 'leaves out the grouping of the template', {
    good: plain,
    path: ['context', 'contextActivities'],
  }),
  changed('10.2.1.0-6', 'overwrites the grouping of the template', {
    good: passed,
    path: ['context', 'contextActivities', 'grouping'],
    value: [{ id: 'https://publisher.example/au/2' }],
  }),
  inState('10.2.2.0-2', 'completes in Browse mode', { statement: completed, state: browse }),
  inState('10.2.2.0-3', 'passes in Review mode', { statement: passed, state: review }),
  inState('11.0.0.0-3', 'comes before the learner preferences were read', {
    statement: defined('initialized'),
    state: unread({ preferencesRead: false }),
    passesIn: session([]),
  }),
];

describe('checkAuStatement', () => {
  it.each(examples)(
    '$requirement refuses a statement that $name',
    ({ requirement, good, bad, state = session(), passesIn = state }) => {
      expect(checkAuStatement(passesIn, good)).toMatchObject({ outcome: 'accepted' });
      expect(checkAuStatement(state, bad)).toMatchObject({ outcome: 'refused', requirement });
    },
  );

  it.each(['launched', 'satisfied', 'waived', 'abandoned', 'experienced'])(
    '9.3.0.0-1 refuses %s with the cmi5 category and lets it pass without',
    (name) => {
      const verb = { id: `https://w3id.org/xapi/adl/verbs/${name}` };
      const bad = { ...defined('terminated'), verb };
      expect(checkAuStatement(session(), bad)).toMatchObject({ requirement: '9.3.0.0-1' });
      expect(checkAuStatement(session(), allowed({ verb }))).toMatchObject({ outcome: 'accepted' });
    },
  );

  it.each(['2026-03-02T01:00:00Z', '2026-03-02T01:00:00.5+00:00', '2026-03-02T01:00:00+0000'])(
    'takes %s for UTC',
    (timestamp) => {
      expect(checkAuStatement(session(), allowed({ timestamp }))).toMatchObject({ outcome: 'accepted' });
    },
  );

  it('takes a single activity in place of a list, more context than the template, and a name of the actor', () => {
    const statement = allowed({
      actor: { account: terms.actor, name: 'Sri' },
      context: {
        registration: terms.registration.toUpperCase(),
        contextActivities: { grouping: { id: terms.publisherId }, other: [{ id: 'https://x.example/1' }] },
        extensions: { [sessionKey]: terms.sessionId, 'https://x.example/2': null },
      },
    });
    expect(checkAuStatement(session(), statement)).toMatchObject({ outcome: 'accepted' });
  });

  it('judges by a mastery score of 0 as by any other', () => {
    const state = session(['initialized'], { terms: { ...terms, masteryScore: 0 } });
    const at = (statement: Statement, scaled: number) =>
      altered(altered(statement, ['context', 'extensions', masteryKey], 0), ['result', 'score'], { scaled });
    expect(checkAuStatement(state, at(passed, 0))).toMatchObject({ outcome: 'accepted' });
    expect(checkAuStatement(state, at(failed, 0))).toMatchObject({ requirement: '9.3.5.0-2' });
    expect(checkAuStatement(state, at(failed, -0.1))).toMatchObject({ outcome: 'accepted' });
    const untold = altered(at(passed, 0), ['context', 'extensions', masteryKey], undefined);
    expect(checkAuStatement(state, untold)).toMatchObject({ requirement: '9.6.3.2-2' });
  });

  it('judges without a score whatever the mastery score, and any score without one', () => {
    const unscored = altered(
      altered(passed, ['result', 'score'], undefined),
      ['context', 'extensions', masteryKey],
      undefined,
    );
    expect(checkAuStatement(session(), unscored)).toMatchObject({ outcome: 'accepted' });
    const { masteryScore: _, ...free } = terms;
    const low = altered(passed, ['result', 'score'], { scaled: 0.1 });
    expect(checkAuStatement(session(['initialized'], { terms: free }), low)).toMatchObject({
      outcome: 'accepted',
    });
  });

  it('lets a repeated statement pass without effect, even the one that ended the session', () => {
    const state = session(['initialized', 'completed', 'terminated']);
    for (const verb of ['initialized', 'completed', 'terminated'] as const) {
      const again = defined(verb, { id: `accepted-${verb}` });
      expect(checkAuStatement(state, again)).toEqual({ outcome: 'accepted', next: state });
    }
    expect(checkAuStatement(state, completed)).toMatchObject({ requirement: '9.3.0.0-5' });
  });

  it('remembers verdict, score and progress in Normal mode only', () => {
    const progress = allowed({ result: { extensions: { [resultExtensions.progress]: 40 } } });
    const after = checkAuStatements(session(), [progress, failed]);
    expect(after).toMatchObject({
      next: { verdict: { judged: 'failed', score: 0.89, progress: 40, completed: false } },
    });
    expect(checkAuStatements(session(), [completed, progress, passed])).toMatchObject({
      next: { verdict: { judged: 'passed', score: 0.9, progress: 100, completed: true } },
    });
    expect(checkAuStatements(browse, [progress])).toMatchObject({ next: { verdict: untouched } });
  });

  it.each([101, -1, 1.5, '40', null])('takes no notice of a progress of %j', (value) => {
    const statement = allowed({ result: { extensions: { [resultExtensions.progress]: value } } });
    expect(checkAuStatement(session(), statement)).toMatchObject({ next: { verdict: untouched } });
  });
});

describe('checkAuStatements', () => {
  it('takes a batch in order and refuses all of it for one bad statement, naming it', () => {
    const opened = session([]);
    const whole = [defined('initialized'), allowed(), defined('completed'), passed, terminated];
    expect(checkAuStatements(opened, whole)).toMatchObject({ outcome: 'accepted' });
    expect(checkAuStatements(opened, [...whole, allowed()])).toMatchObject({
      outcome: 'refused',
      index: 5,
      requirement: '9.3.0.0-5',
    });
    expect(checkAuStatements(opened, [allowed(), ...whole])).toMatchObject({ index: 0 });
    expect(checkAuStatements(session(), [completed, defined('completed')])).toMatchObject({
      index: 1,
      requirement: '9.3.0.0-2',
    });
  });

  it('keeps the once-only rules over any sequence of statements and sessions', () => {
    const step = fc.oneof(
      fc.constantFrom(...auVerbNames).map((verb) => ({ kind: 'defined' as const, verb })),
      fc.constant({ kind: 'allowed' as const }),
      fc.constantFrom('Normal', 'Browse', 'Review').map((mode) => ({ kind: 'launch' as const, mode })),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const kept: { verb: string; session: number }[] = [];
        let sessions = 0;
        let state: SessionState = session([]);
        for (const move of steps) {
          if (move.kind === 'launch') {
            sessions += 1;
            state = {
              terms: { ...terms, launchMode: move.mode as 'Normal' },
              session: { ...openedSession, launchDataRead: true, preferencesRead: true },
              verdict: state.verdict,
            };
            continue;
          }
          const statement = move.kind === 'allowed' ? allowed() : defined(move.verb);
          const check = checkAuStatement(state, statement);
          if (check.outcome === 'refused') continue;
          state = check.next;
          kept.push({ verb: move.kind === 'allowed' ? 'allowed' : move.verb, session: sessions });
        }
        const of = (verb: string) => kept.filter((entry) => entry.verb === verb);
        expect(of('completed').length).toBeLessThanOrEqual(1);
        expect(of('passed').length).toBeLessThanOrEqual(1);
        const passedAt = kept.findIndex((entry) => entry.verb === 'passed');
        if (passedAt >= 0) expect(kept.slice(passedAt).some((entry) => entry.verb === 'failed')).toBe(false);
        for (let n = 0; n <= sessions; n += 1) {
          const inSession = kept.filter((entry) => entry.session === n).map((entry) => entry.verb);
          if (inSession.length > 0) expect(inSession[0]).toBe('initialized');
          const ended = inSession.indexOf('terminated');
          if (ended >= 0) expect(ended).toBe(inSession.length - 1);
          const definedVerbs = inSession.filter((verb) => verb !== 'allowed');
          expect(new Set(definedVerbs).size).toBe(definedVerbs.length);
        }
      }),
    );
  });
});
