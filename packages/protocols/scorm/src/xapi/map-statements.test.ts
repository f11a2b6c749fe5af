import { uuidOfName } from '@sinau/kernel';
import { nodeDigest } from '@sinau/platform/crypto';
import { parseStatements } from '@sinau/xapi';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CommitPlace, decideCommit } from '../runtime/attempt.ts';
import {
  type InteractionData,
  interactionTypes,
  type RuntimeData,
  untouchedData,
} from '../runtime/runtime-data.ts';
import { type DocumentContext, mapDocuments } from './map-documents.ts';
import { courseCompletedStatement, mapStatements } from './map-statements.ts';
import type { ScormContext, SessionView } from './session-view.ts';
import { statementId } from './statement-id.ts';

const sco = 'https://lms.example/sco/1';
const attempt = `${sco}?attemptId=3f0c6c1e-1111-4222-8333-944445555666`;
const context: ScormContext = {
  digest: nodeDigest,
  actor: { homePage: 'https://lms.example', name: 'p-1' },
  registration: '9d1c8f60-2f4b-4c0d-8a01-5b0f6d2e7a11',
  version: '2004',
  mode: 'normal',
  sco: {
    activityId: sco,
    name: { id: 'Etika' },
    item: {
      identifier: 'I1',
      title: 'Etika',
      visible: true,
      children: [],
      sharedData: [],
      hiddenControls: [],
    },
  },
  course: { activityId: 'https://lms.example/course/1', name: { id: 'Kursus' } },
  attemptId: '3f0c6c1e-1111-4222-8333-944445555666',
  sessionId: 's-1',
  entry: 'ab-initio',
  sequence: 4,
  timestamp: '2026-11-27T12:00:00.000Z',
  language: 'id',
};
const view = (data: Partial<RuntimeData> = {}, more: Partial<SessionView> = {}): SessionView => {
  const whole = { ...untouchedData, completion: 'unknown', ...data } as const;
  const { completion, success } = whole;
  return {
    initialized: true,
    terminated: false,
    data: whole,
    status: { completion, success },
    totalSeconds: 0,
    ...more,
  };
};
const closedView: SessionView = view({}, { initialized: false });
const shortVerb = (id: string) => id.slice(id.lastIndexOf('/') + 1);
const map = (before: SessionView, after: SessionView, more: Partial<ScormContext> = {}) =>
  mapStatements(before, after, { ...context, ...more });
const verbsOf = (...input: Parameters<typeof map>) => map(...input).map(({ verb }) => shortVerb(verb.id));
const interaction = (more: Partial<InteractionData>): InteractionData => ({
  id: 'q 1',
  objectives: [],
  correctResponses: [],
  ...more,
});

function expectValid(statements: ReturnType<typeof map>) {
  if (statements.length === 0) return;
  for (const version of ['1.0.3', '2.0.0'] as const) {
    expect(parseStatements(structuredClone(statements), { version })).toMatchObject({ ok: true });
  }
}

describe('statementId', () => {
  it('is the UUID version 5 of RFC 9562, appendix A.4', () => {
    const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
    expect(uuidOfName(nodeDigest, dns, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  it('keeps parts apart', () => {
    expect(statementId(nodeDigest, ['a|b', 'c'])).not.toBe(statementId(nodeDigest, ['a', 'b|c']));
    expect(statementId(nodeDigest, ['a%7Cb'])).not.toBe(statementId(nodeDigest, ['a|b']));
  });
});

describe('mapStatements: sessions', () => {
  it('says initialized with registration, category, course and attempt', () => {
    const [statement, ...more] = map(closedView, view());
    expect(more).toEqual([]);
    expect(statement).toEqual({
      id: statement?.id,
      timestamp: context.timestamp,
      actor: { objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'p-1' } },
      verb: { id: 'http://adlnet.gov/expapi/verbs/initialized', display: { en: 'initialized' } },
      object: {
        objectType: 'Activity',
        id: sco,
        definition: { type: 'http://adlnet.gov/expapi/activities/lesson', name: { id: 'Etika' } },
      },
      context: {
        registration: context.registration,
        contextActivities: {
          grouping: [
            {
              objectType: 'Activity',
              id: 'https://lms.example/course/1',
              definition: { type: 'http://adlnet.gov/expapi/activities/course', name: { id: 'Kursus' } },
            },
            {
              objectType: 'Activity',
              id: attempt,
              definition: { type: 'http://adlnet.gov/expapi/activities/attempt' },
            },
          ],
          category: [
            {
              objectType: 'Activity',
              id: 'https://w3id.org/xapi/scorm',
              definition: { type: 'http://adlnet.gov/expapi/activities/profile' },
            },
          ],
        },
      },
    });
  });

  it('says resumed where the attempt goes on, and repeats nothing of the sessions before', () => {
    const data = { completion: 'completed', success: 'passed', score: { scaled: 1 } } as const;
    expect(verbsOf({ ...view(data), initialized: false }, view(data), { entry: 'resume' })).toEqual([
      'resumed',
    ]);
  });

  it('says suspended and terminated with the result of the SCO', () => {
    const data: Partial<RuntimeData> = {
      completion: 'incomplete',
      success: 'failed',
      score: { scaled: 0.4, raw: 40, min: 0, max: 100 },
      sessionSeconds: 65.25,
      exit: 'suspend',
    };
    const statements = map(view(data), view(data, { terminated: true }));
    expect(statements.map(({ verb }) => shortVerb(verb.id))).toEqual(['suspended', 'terminated']);
    const result = {
      success: false,
      completion: false,
      score: { scaled: 0.4, raw: 40, min: 0, max: 100 },
      duration: 'PT1M5.25S',
    };
    expect(statements.map((statement) => statement.result)).toEqual([result, result]);
    expect(verbsOf(view(), view({}, { terminated: true }))).toEqual(['terminated']);
    expect(verbsOf(view({}, { terminated: true }), view({}, { terminated: true }))).toEqual([]);
  });

  it.each(['browse', 'review'] as const)('says nothing in %s', (mode) => {
    const after = view({ completion: 'completed' }, { terminated: true });
    expect(map(closedView, after, { mode })).toEqual([]);
    expect(mapDocuments(closedView, after, { ...context, mode, attempts: [] })).toEqual([]);
  });
});

describe('mapStatements: verdicts and scores', () => {
  it('says what the status that counts has become', () => {
    const after = view(
      { score: { scaled: 0.9 } },
      { status: { completion: 'completed', success: 'passed' } },
    );
    const statements = map(view(), after);
    expect(statements.map(({ verb, result }) => [shortVerb(verb.id), result])).toEqual([
      ['scored', { score: { scaled: 0.9 } }],
      ['completed', { completion: true, score: { scaled: 0.9 } }],
      ['passed', { success: true, score: { scaled: 0.9 } }],
    ]);
    expect(
      verbsOf(
        after,
        view({ score: { scaled: 0.9 } }, { status: { completion: 'completed', success: 'failed' } }),
      ),
    ).toEqual(['failed']);
  });

  it.each([
    ['2004', { scaled: -0.5 }, { scaled: -0.5 }],
    ['2004', { scaled: 0.8, raw: 8, min: 0, max: 10 }, { scaled: 0.8, raw: 8, min: 0, max: 10 }],
    ['2004', { raw: 8, min: 0, max: 10 }, { scaled: 0.8, raw: 8, min: 0, max: 10 }],
    ['2004', { raw: 8 }, { raw: 8 }],
    ['1.2', { raw: 85 }, { scaled: 0.85, raw: 85 }],
    ['1.2', { raw: 15, min: 10, max: 20 }, { scaled: 0.5, raw: 15, min: 10, max: 20 }],
    ['1.2', { raw: 5, max: 10 }, { scaled: 0.5, raw: 5, max: 10 }],
    ['1.2', { raw: 1, min: 0, max: 3 }, { scaled: 0.3333333, raw: 1, min: 0, max: 3 }],
    ['1.2', { raw: 120, max: 100 }, { raw: 120 }],
    ['1.2', { raw: 50, min: 0, max: 0 }, { scaled: 0.5, raw: 50 }],
    ['1.2', { raw: -5, min: 0, max: 100 }, { raw: -5, max: 100 }],
  ] as const)('scores %s %j as %j', (version, score, expected) => {
    expect(map(view(), view({ score }), { version })[0]?.result).toEqual({ score: expected });
  });

  it('says no score where there are only bounds', () => {
    expect(map(view(), view({ score: { min: 0, max: 100 } }))).toEqual([]);
  });

  it('says progressed', () => {
    const [statement] = map(view({ progressMeasure: 0.2 }), view({ progressMeasure: 0.5 }));
    expect([shortVerb(statement?.verb.id ?? ''), statement?.result]).toEqual([
      'progressed',
      { score: { scaled: 0.5 } },
    ]);
  });

  it('says that the course is completed, the same from whatever session', () => {
    const rollup = { occasion: '1', success: true, score: { scaled: 0.8 } };
    const statement = courseCompletedStatement(context, rollup);
    expect(statement).toMatchObject({
      verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
      object: { id: 'https://lms.example/course/1' },
      result: { completion: true, success: true, score: { scaled: 0.8 } },
    });
    expect(statement.context?.contextActivities).not.toHaveProperty('parent');
    expect(courseCompletedStatement({ ...context, sessionId: 's-2', sequence: 9 }, rollup).id).toBe(
      statement.id,
    );
    expect(courseCompletedStatement(context, { occasion: '2' }).id).not.toBe(statement.id);
    expectValid([statement]);
  });
});

describe('mapStatements: interactions', () => {
  const one = (version: '1.2' | '2004', more: Partial<InteractionData>) =>
    map(view(), view({ interactions: [interaction(more)] }), { version })[0];
  const definitionOf = (statement: ReturnType<typeof one>) =>
    statement && 'definition' in statement.object ? statement.object.definition : undefined;

  it('says responded about a cmi.interaction of the SCO', () => {
    const statement = one('2004', {
      type: 'choice',
      response: 'a[,]b',
      correctResponses: ['a[,]b', 'c'],
      result: 'correct',
      latencySeconds: 3.5,
      timestamp: '2026-11-27T18:59:00+07:00',
      description: '{lang=en-US}Choose',
    });
    expect(statement).toMatchObject({
      timestamp: '2026-11-27T11:59:00.000Z',
      object: {
        id: `${sco}/interactions/q%201`,
        definition: {
          type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
          interactionType: 'choice',
          correctResponsesPattern: ['a[,]b', 'c'],
          description: { 'en-US': 'Choose' },
        },
      },
      result: { response: 'a[,]b', success: true, duration: 'PT3.5S' },
      context: { contextActivities: { parent: [{ id: sco }] } },
    });
  });

  it.each([
    ['1.2', 'choice', 'a,b', 'a[,]b'],
    ['1.2', 'choice', '{a, b}', 'a[,]b'],
    ['1.2', 'choice', 'a[,]b', 'a[,]b'],
    ['1.2', 'sequencing', 'c,a,b', 'c[,]a[,]b'],
    ['1.2', 'matching', '1.a,2.b', '1[.]a[,]2[.]b'],
    ['1.2', 'matching', '{1.a}', '1[.]a'],
    ['1.2', 'performance', 's1.x,s2.y', 's1[.]x[,]s2[.]y'],
    ['1.2', 'fill-in', 'Merah, putih', 'Merah, putih'],
    ['1.2', 'true-false', 't', 'true'],
    ['1.2', 'true-false', '0', 'false'],
    ['1.2', 'numeric', '5', '5'],
    ['1.2', 'likert', 'a', 'a'],
    ['2004', 'matching', '1[.]a[,]2[.]b', '1[.]a[,]2[.]b'],
    ['2004', 'choice', 'a,b', 'a,b'],
    ['2004', 'true-false', 'true', 'true'],
    ['2004', 'fill-in', '{lang=id}merah[,]putih', '{lang=id}merah[,]putih'],
  ] as const)('writes the %s response of %s %j as %j', (...[version, type, response, expected]) => {
    const statement = one(version, { type, response, correctResponses: [response] });
    expect(statement?.result?.response).toBe(expected);
    const pattern = type === 'numeric' ? `${expected}[:]${expected}` : expected;
    expect(definitionOf(statement)).toMatchObject({
      interactionType: type,
      correctResponsesPattern: [pattern],
    });
    if (statement) expectValid([statement]);
  });

  it.each([
    ['correct', { success: true }],
    ['incorrect', { success: false }],
    ['unanticipated', {}],
    ['neutral', {}],
    [0.75, { score: { raw: 0.75 } }],
  ] as const)('tells the result %j as %j', (result, expected) => {
    expect(one('2004', { result, type: 'other', response: 'x' })?.result).toEqual({
      ...expected,
      response: 'x',
    });
  });

  it('keeps a range of numbers, and takes what has no type for other', () => {
    expect(
      definitionOf(one('2004', { type: 'numeric', response: '3', correctResponses: ['1[:]5'] })),
    ).toMatchObject({
      correctResponsesPattern: ['1[:]5'],
    });
    expect(definitionOf(one('1.2', { response: 'x' }))?.interactionType).toBe('other');
  });

  it('waits for an answer and tells each change of it', () => {
    const asked = view({ interactions: [interaction({ type: 'choice' })] });
    const first = view({ interactions: [interaction({ type: 'choice', response: 'a' })] });
    const second = view({ interactions: [interaction({ type: 'choice', response: 'b' })] });
    expect(map(view(), asked)).toEqual([]);
    expect(map(asked, first)).toHaveLength(1);
    expect(map(first, first)).toEqual([]);
    expect(map(first, second, { sequence: 5 })[0]?.id).not.toBe(map(asked, first)[0]?.id);
  });

  it.each([
    '2026-11-27T11:59:00Z',
    '2026-11-27T11:59:00.0Z',
    '2026-11-27T18:59+07',
    '2026-11-27T18:59:00.00+0700',
  ])('uses the time that content gives as %s', (timestamp) => {
    expect(one('2004', { response: 'x', timestamp })?.timestamp).toBe('2026-11-27T11:59:00.000Z');
  });

  it.each([
    ['a clock of tomorrow', '2026-11-28T12:00:00Z'],
    ['a clock of last year', '2025-11-27T12:00:00Z'],
    ['no offset', '2026-11-27T11:59:00'],
    ['no date', 'yesterday'],
    ['a date that is none', '2026-13-40T11:59:00Z'],
  ])('uses the time of the commit for %s', (_, timestamp) => {
    expect(one('2004', { response: 'x', timestamp })?.timestamp).toBe(context.timestamp);
  });
});

describe('mapStatements: objectives and comments', () => {
  it('speaks of the objectives with the SCO as parent', () => {
    const known = { id: 'o1', completion: 'unknown', success: 'unknown', score: {} } as const;
    const now = {
      id: 'o1',
      completion: 'completed',
      success: 'failed',
      score: { scaled: 0.2 },
      description: 'Tujuan',
    } as const;
    const statements = map(view({ objectives: [known] }), view({ objectives: [now] }));
    expect(statements.map(({ verb, result }) => [shortVerb(verb.id), result])).toEqual([
      ['scored', { score: { scaled: 0.2 } }],
      ['completed', { completion: true }],
      ['failed', { success: false, score: { scaled: 0.2 } }],
    ]);
    for (const statement of statements) {
      expect(statement).toMatchObject({
        object: {
          id: `${sco}/objectives/o1`,
          definition: {
            type: 'http://adlnet.gov/expapi/activities/objective',
            description: { id: 'Tujuan' },
          },
        },
        context: { contextActivities: { parent: [{ id: sco }] } },
      });
    }
    expect(map(view({ objectives: [now] }), view({ objectives: [now] }))).toEqual([]);
  });

  it('says commented with the words alone', () => {
    const comments = [{ comment: '{lang=id}Bagus', timestamp: '2026-11-27T11:00:00Z' }];
    const [statement] = map(view(), view({ commentsFromLearner: comments }));
    expect(statement).toMatchObject({ result: { response: 'Bagus' }, timestamp: '2026-11-27T11:00:00.000Z' });
  });

  it('says of the growing text of 1.2 what is new', () => {
    const say = (from: string, to: string) =>
      map(
        view({ commentsFromLearner: [{ comment: from }] }),
        view({ commentsFromLearner: [{ comment: to }] }),
        { version: '1.2' },
      ).map(({ result }) => result?.response);
    expect(say('Satu.', 'Satu.Dua.')).toEqual(['Dua.']);
    expect(say('Satu.', 'Lain.')).toEqual(['Lain.']);
    expect(say('Satu.', 'Satu.')).toEqual([]);
  });
});

describe('mapDocuments', () => {
  const documents = (before: SessionView, after: SessionView, more: Partial<DocumentContext> = {}) =>
    mapDocuments(before, after, { ...context, attempts: [], learnerName: 'Sari', ...more });
  const idsOf = (list: ReturnType<typeof documents>) =>
    list.map((one) =>
      (one.kind === 'state' ? one.stateId : one.profileId).replace('https://w3id.org/xapi/scorm/', ''),
    );

  it('writes all of them at the start, with the attempt appended', () => {
    const item = {
      ...context.sco.item,
      dataFromLms: 'a=1',
      maxTimeAllowedSeconds: 60,
      completionThreshold: { minProgressMeasure: 0.8, completedByMeasure: true, progressWeight: 1 },
      timeLimitAction: 'exit,message',
    } as const;
    const list = documents(closedView, view({ location: 'p1', preferences: { language: 'id' } }), {
      attempts: [`${sco}?attemptId=old`],
      sco: { ...context.sco, item },
    });
    expect(idsOf(list)).toEqual(['activity-state', 'activity-profile', 'agent-profile', 'attempt-state']);
    expect(list.map(({ content }) => content)).toEqual([
      { attempts: [`${sco}?attemptId=old`, attempt] },
      {
        launch_data: 'a=1',
        completion_threshold: 0.8,
        max_time_allowed: 'PT1M',
        time_limit_action: 'exit,message',
      },
      { learner_name: 'Sari', preferences: { language: 'id' } },
      {
        mode: 'normal',
        credit: 'credit',
        location: 'p1',
        total_time: 'PT0S',
        preferences: { language: 'id' },
      },
    ]);
    expect(list[0]).toMatchObject({ kind: 'state', activityId: sco, registration: context.registration });
    expect(list[3]).toMatchObject({ kind: 'state', activityId: attempt });
  });

  it('does not list an attempt twice', () => {
    expect(idsOf(documents(closedView, view(), { attempts: [attempt] }))).not.toContain('activity-state');
  });

  it('writes what has changed and nothing else', () => {
    expect(documents(view(), view())).toEqual([]);
    expect(idsOf(documents(view(), view({ location: 'p2' })))).toEqual(['attempt-state']);
    expect(idsOf(documents(view(), view({ suspendData: 'x' })))).toEqual(['attempt-state/suspend-data']);
    expect(idsOf(documents(view(), view({ preferences: { audioLevel: 1 } })))).toEqual([
      'agent-profile',
      'attempt-state',
    ]);
    expect(documents(view(), view({ sharedData: { 'urn:d': 'x' } }))[0]?.content).toMatchObject({
      adl_data: [{ id: 'urn:d', store: 'x' }],
    });
  });
});

describe('mapStatements: whatever is committed', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 8 }).filter((value) => value !== '');
  const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
  const real = fc.integer({ min: -2000, max: 2000 }).map((value) => value / 10);
  const without = <Parts extends object>(parts: Parts): Parts =>
    Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Parts;
  const score = fc
    .record({
      scaled: maybe(fc.integer({ min: -10, max: 10 }).map((value) => value / 10)),
      raw: maybe(real),
      min: maybe(real),
      max: maybe(real),
    })
    .map(without);
  const status = {
    completion: fc.constantFrom('completed', 'incomplete', 'unknown' as const),
    success: fc.constantFrom('passed', 'failed', 'unknown' as const),
  };
  const data = fc
    .record({
      ...status,
      score,
      progressMeasure: maybe(fc.constantFrom(0, 0.5, 1)),
      exit: fc.constantFrom('', 'suspend', 'normal' as const),
      sessionSeconds: maybe(fc.nat(100_000).map((value) => value / 100)),
      suspendData: maybe(text),
      objectives: fc.uniqueArray(fc.record({ id: text, ...status, score }), {
        selector: ({ id }) => id,
        maxLength: 3,
      }),
      interactions: fc.array(
        fc
          .record({
            id: text,
            type: maybe(fc.constantFrom(...interactionTypes)),
            objectives: fc.constant([]),
            correctResponses: fc.array(text, { maxLength: 2 }),
            response: maybe(text),
            result: maybe(fc.constantFrom('correct', 'incorrect', 'neutral' as const, 0.5)),
            latencySeconds: maybe(fc.nat(1000)),
            description: maybe(text),
            timestamp: maybe(fc.constantFrom('2026-11-27T11:00:00Z', 'x')),
          })
          .map(without),
        { maxLength: 3 },
      ),
      commentsFromLearner: fc.array(fc.record({ comment: text }), { maxLength: 2 }),
    })
    .map(without);
  const version = fc.constantFrom('1.2', '2004' as const);
  const toView = (value: unknown, more: Partial<SessionView> = {}) =>
    view(value as Partial<RuntimeData>, more);

  it('is valid xAPI, has ids of its own and says nothing when nothing has changed', () => {
    fc.assert(
      fc.property(data, data, version, (from, to, spoken) => {
        const before = toView(from, { initialized: false });
        const after = toView(to, { terminated: true });
        const statements = map(before, after, { version: spoken });
        expectValid(statements);
        expect(new Set(statements.map(({ id }) => id)).size).toBe(statements.length);
        expect(map(before, after, { version: spoken })).toEqual(statements);
        expect(map(after, after, { version: spoken })).toEqual([]);
      }),
    );
  });

  it('makes the same statements however often and in whatever order commits are sent again', () => {
    const run = (commits: readonly { readonly sequence: number; readonly data: unknown }[]) => {
      let kept: CommitPlace | undefined;
      let before: SessionView = closedView;
      const stored = new Map<string, string>();
      for (const commit of commits) {
        const { sequence } = commit;
        const place = { run: 1, visit: 1, sequence, terminated: false };
        const decision = decideCommit(kept, { ...place, mode: 'normal' });
        if (decision.outcome !== 'accept') continue;
        const after = toView(commit.data);
        for (const statement of map(before, after, { sequence })) {
          expect(stored.has(statement.id)).toBe(false);
          stored.set(statement.id, JSON.stringify(statement));
        }
        kept = place;
        before = after;
      }
      return stored;
    };
    fc.assert(
      fc.property(fc.array(data, { minLength: 1, maxLength: 5 }), fc.array(fc.nat(4)), (list, again) => {
        const commits = list.map((one, sequence) => ({ sequence, data: one }));
        const noisy = commits.flatMap((commit, index) => [
          commit,
          ...again.flatMap((old) => (old <= index ? (commits[old] ?? []) : [])),
        ]);
        expect(run(noisy)).toEqual(run(commits));
      }),
    );
  });

  it('makes a commit that was told but not kept again with the same ids', () => {
    fc.assert(
      fc.property(data, data, (from, to) => {
        const first = map(toView(from), toView(to));
        const later = map(toView(from), toView(to), { timestamp: '2026-11-27T12:00:09.000Z' });
        expect(later.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
      }),
    );
  });
});
