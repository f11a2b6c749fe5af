import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCommit } from './parse-commit.ts';
import { cmiLimits } from './read-cmi.ts';

type Cmi = Readonly<Record<string, unknown>>;
/** As it comes through JSON. */
const body = (cmi: unknown, more: Cmi = {}, adl?: unknown): unknown =>
  throughJson({
    successStatus: 'unknown',
    completionStatus: 'incomplete',
    totalTimeSeconds: 12,
    score: {},
    runtimeData: { cmi, ...(adl === undefined ? {} : { adl }) },
    commitSequence: 3,
    ...more,
  });
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
function parsed(version: '1.2' | '2004', commit: unknown) {
  const parse = parseCommit(commit, version);
  if (parse.outcome === 'refused') throw new Error(`${parse.issue.path}: ${parse.issue.message}`);
  return parse;
}
const data2004 = (cmi: Cmi) => parsed('2004', body(cmi)).commit.data;
const data12 = (cmi: Cmi) => parsed('1.2', body(cmi)).commit.data;
const issue = (commit: unknown) => {
  const parse = parseCommit(commit, '2004');
  return parse.outcome === 'refused' ? parse.issue : undefined;
};

const tree2004 = {
  _version: '1.0',
  comments_from_learner: { 0: { comment: 'Bagus', location: 'p1', timestamp: '2026-11-27T10:00:00Z' } },
  comments_from_lms: {},
  completion_status: 'incomplete',
  completion_threshold: '0.8',
  credit: 'credit',
  entry: 'ab-initio',
  exit: 'suspend',
  interactions: {
    0: {
      id: 'q1',
      type: 'choice',
      objectives: { 0: { id: 'o1' } },
      timestamp: '2026-11-27T10:00:00Z',
      weighting: '1',
      learner_response: 'a[,]b',
      result: 'incorrect',
      latency: 'PT3.5S',
      description: '{lang=id}Pilih',
      correct_responses: { 0: { pattern: 'a' }, 1: { pattern: 'b' } },
    },
  },
  launch_data: '',
  learner_id: 'p-1',
  learner_name: 'Sari',
  learner_preference: { audio_level: '1', language: 'id', delivery_speed: '1', audio_captioning: '0' },
  location: 'slide-3',
  max_time_allowed: '',
  mode: 'normal',
  objectives: {
    0: {
      id: 'o1',
      success_status: 'passed',
      completion_status: 'completed',
      progress_measure: '1',
      description: 'Tujuan',
      score: { scaled: '0.9', raw: '90', min: '0', max: '100' },
    },
  },
  progress_measure: '0.25',
  scaled_passing_score: '',
  score: { scaled: '0.5', raw: 50, min: '', max: '' },
  session_time: 'PT1M5S',
  success_status: 'unknown',
  suspend_data: 'é=1',
  time_limit_action: 'continue,no message',
  total_time: 'PT0S',
};

const tree12 = {
  suspend_data: 's',
  launch_data: '',
  comments: 'Halo',
  comments_from_lms: '',
  core: {
    student_id: 'p-1',
    student_name: 'Sari',
    lesson_location: '5',
    credit: 'credit',
    lesson_status: 'failed',
    entry: '',
    lesson_mode: 'normal',
    exit: 'logout',
    session_time: '0000:01:05.25',
    total_time: '0000:00:00',
    score: { raw: '40', min: '0', max: '100' },
  },
  objectives: { 0: { id: 'o', status: 'passed', score: { raw: '1' } } },
  student_data: { mastery_score: '80', max_time_allowed: '', time_limit_action: '' },
  student_preference: { audio: '50', language: 'id', speed: '0', text: '0' },
  interactions: {
    0: {
      id: 'q',
      time: '10:00:00',
      type: 'true-false',
      weighting: '',
      student_response: 't',
      result: 'wrong',
      latency: '00:00:03.5',
      objectives: {},
      correct_responses: { 0: { pattern: 'f' } },
    },
  },
};

describe('parseCommit', () => {
  it('reads the whole tree of 2004 without complaint', () => {
    const { commit, warnings } = parsed(
      '2004',
      body(
        tree2004,
        {
          globalObjectives: { g1: { id: 'g1', satisfiedStatus: true, normalizedMeasure: 0.5 } },
          courseId: 'c',
          scoId: 'I1',
          learnerId: 'p-1',
          learnerName: 'Sari',
        },
        { nav: { request: 'suspendAll' }, data: { 0: { id: 'urn:d', store: 'x' } } },
      ),
    );
    expect(warnings).toEqual([]);
    expect(commit).toEqual({
      navigationRequest: 'suspendAll',
      claims: { courseId: 'c', scoId: 'I1', learnerId: 'p-1' },
      globalObjectives: { g1: { id: 'g1', satisfiedStatus: true, normalizedMeasure: 0.5 } },
      data: {
        completion: 'incomplete',
        success: 'unknown',
        score: { scaled: 0.5, raw: 50 },
        progressMeasure: 0.25,
        exit: 'suspend',
        location: 'slide-3',
        suspendData: 'é=1',
        sessionSeconds: 65,
        objectives: [
          {
            id: 'o1',
            completion: 'completed',
            success: 'passed',
            score: { scaled: 0.9, raw: 90, min: 0, max: 100 },
            progressMeasure: 1,
            description: 'Tujuan',
          },
        ],
        interactions: [
          {
            id: 'q1',
            type: 'choice',
            objectives: ['o1'],
            timestamp: '2026-11-27T10:00:00Z',
            correctResponses: ['a', 'b'],
            weighting: 1,
            response: 'a[,]b',
            result: 'incorrect',
            latencySeconds: 3.5,
            description: '{lang=id}Pilih',
          },
        ],
        commentsFromLearner: [{ comment: 'Bagus', location: 'p1', timestamp: '2026-11-27T10:00:00Z' }],
        preferences: { audioLevel: 1, language: 'id', deliverySpeed: 1, audioCaptioning: 0 },
        sharedData: { 'urn:d': 'x' },
      },
    });
  });

  it('reads the whole tree of 1.2 without complaint', () => {
    const { commit, warnings } = parsed('1.2', body(tree12));
    expect(warnings).toEqual([]);
    expect(commit.data).toEqual({
      completion: 'completed',
      success: 'failed',
      score: { raw: 40, min: 0, max: 100 },
      exit: 'logout',
      location: '5',
      suspendData: 's',
      sessionSeconds: 65.25,
      objectives: [{ id: 'o', completion: 'completed', success: 'passed', score: { raw: 1 } }],
      interactions: [
        {
          id: 'q',
          type: 'true-false',
          objectives: [],
          timestamp: '10:00:00',
          correctResponses: ['f'],
          response: 't',
          result: 'incorrect',
          latencySeconds: 3.5,
        },
      ],
      commentsFromLearner: [{ comment: 'Halo' }],
      preferences: { audioLevel: 50, language: 'id', deliverySpeed: 0 },
      sharedData: {},
    });
  });

  it.each([
    ['passed', 'completed', 'passed'],
    ['failed', 'completed', 'failed'],
    ['completed', 'completed', 'unknown'],
    ['incomplete', 'incomplete', 'unknown'],
    ['browsed', 'incomplete', 'unknown'],
    ['not attempted', 'not attempted', 'unknown'],
    ['', 'not attempted', 'unknown'],
  ])('takes the 1.2 status %j apart', (status, completion, success) => {
    expect(data12({ core: { lesson_status: status } })).toMatchObject({ completion, success });
  });

  it('reads a score as result, lists as arrays, and nothing from an empty tree', () => {
    const read = data2004({ interactions: [{ id: 'q', result: '0.5' }, { id: 'r', result: '-1' }, {}] });
    expect(read.interactions.map(({ result }) => result)).toEqual([0.5, -1]);
    expect(data2004({})).toEqual({
      completion: 'unknown',
      success: 'unknown',
      score: {},
      exit: '',
      objectives: [],
      interactions: [],
      commentsFromLearner: [],
      preferences: {},
      sharedData: {},
    });
  });

  it.each([
    [{ completion_status: 'finished' }, 'cmi.completion_status'],
    [{ score: { scaled: '1.5' } }, 'cmi.score.scaled'],
    [{ score: { raw: 'many' } }, 'cmi.score.raw'],
    [{ score: { raw: '1e3' } }, 'cmi.score.raw'],
    [{ score: 'x' }, 'cmi.score'],
    [{ progress_measure: '2' }, 'cmi.progress_measure'],
    [{ session_time: '00:01:00' }, 'cmi.session_time'],
    [{ location: ['x'] }, 'cmi.location'],
    [{ interactions: { 0: { id: 'q', type: 'riddle' } } }, 'cmi.interactions.0.type'],
    [{ interactions: { 0: { id: 'q', result: 'wrong' } } }, 'cmi.interactions.0.result'],
    [{ favourite_colour: 'purple' }, 'cmi.favourite_colour'],
    [{ objectives: { 0: { id: 'o', mood: 'x' } } }, 'cmi.objectives.0.mood'],
  ])('leaves out what is wrong in %j and tells where', (cmi, path) => {
    const { warnings, commit } = parsed('2004', body(cmi));
    expect(warnings.map((warning) => warning.path)).toEqual([path]);
    expect(JSON.stringify(commit.data)).not.toMatch(/finished|many|riddle|purple|mood/);
  });

  it('cuts long texts and lists with a warning', () => {
    const { commit, warnings } = parsed(
      '2004',
      body({
        location: 'x'.repeat(1001),
        interactions: Array.from({ length: cmiLimits.interactions + 1 }, (_, n) => ({ id: `q${n}` })),
      }),
    );
    expect(commit.data.location).toHaveLength(1000);
    expect(commit.data.interactions).toHaveLength(cmiLimits.interactions);
    expect(warnings.map(({ path }) => path).sort()).toEqual(['cmi.interactions', 'cmi.location']);
  });

  it('keeps suspend data of 64,000 characters whole and refuses what it would have to cut', () => {
    const long = 'é'.repeat(64_000);
    expect(data2004({ suspend_data: long }).suspendData).toBe(long);
    expect(issue(body({ suspend_data: 'x'.repeat(65_537) }))?.path).toBe('cmi.suspend_data');
  });

  it.each([
    [null, ''],
    ['x', ''],
    [[], ''],
    [body('x'), 'runtimeData.cmi'],
    [body({}, { runtimeData: undefined }), 'runtimeData.cmi'],
  ])('refuses %.40j', (commit, path) => {
    expect(issue(commit)?.path).toBe(path);
  });

  it('bounds warnings and global objectives', () => {
    const odd = Object.fromEntries(Array.from({ length: 2000 }, (_, n) => [`k${n}`, {}]));
    const { warnings, commit } = parsed('2004', body(odd, { globalObjectives: { ...odd, bad: 1 } }));
    expect(warnings.length).toBeLessThanOrEqual(50);
    expect(Object.keys(commit.globalObjectives)).toHaveLength(1000);
    const nested = parsed('2004', body({}, { globalObjectives: { g: { deep: { er: 1 }, ok: 1 } } }));
    expect(nested.commit.globalObjectives).toEqual({ g: { ok: 1 } });
  });

  it('never throws, whatever the body', () => {
    const json = fc.json({ maxDepth: 4 });
    const odd = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(json, odd, odd, (text, cmi, more) => {
        for (const version of ['1.2', '2004'] as const) {
          expect(['parsed', 'refused']).toContain(parseCommit(JSON.parse(text), version).outcome);
          const keys = {
            interactions: cmi,
            objectives: [cmi],
            score: more,
            core: cmi,
            comments_from_learner: cmi,
          };
          const odd = body(keys, { globalObjectives: more }, { data: cmi, nav: more });
          expect(parseCommit(odd, version).outcome).toBe('parsed');
        }
      }),
    );
  });
});
