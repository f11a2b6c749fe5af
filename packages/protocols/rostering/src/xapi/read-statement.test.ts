import { parseStatements, type Statement } from '@sinau/xapi';
import { describe, expect, it } from 'vitest';
import { readResultStatement } from './read-statement.ts';

const receivedAt = '2026-11-24T08:00:00.000Z';

/** As the plugin logstore_xapi of Moodle writes a course that was completed: without an id. */
const moodle = (over: object = {}) => ({
  actor: { name: 'Sri Contoh', account: { homePage: 'https://moodle.kampus.example', name: '1734' } },
  verb: { id: 'http://id.tincanapi.com/verb/completed', display: { en: 'completed' } },
  object: {
    id: 'https://moodle.kampus.example/course/view.php?id=4',
    definition: {
      type: 'http://id.tincanapi.com/activitytype/lms/course',
      name: { en: 'Pelayanan publik' },
    },
  },
  timestamp: '2026-11-24T14:31:41+07:00',
  context: {
    platform: 'Moodle',
    language: 'en',
    extensions: {
      'http://lrs.learninglocker.net/define/extensions/info': {
        'http://moodle.org': '4.1.0',
        event_name: '\\core\\event\\course_completed',
      },
    },
    contextActivities: {
      grouping: [
        {
          id: 'https://moodle.kampus.example',
          definition: { type: 'http://id.tincanapi.com/activitytype/lms', name: { en: 'Moodle' } },
        },
      ],
    },
  },
  ...over,
});

const key = 'course-v1:UNIV+ADM310+2026';

/** As event-routing-backends of Open edX writes a grade that is enough. */
const openEdx = (verb: string, over: object = {}) => ({
  id: '6D1F033B-3f70-558c-b53a-e6bb63cbaef9',
  version: '1.0.3',
  actor: {
    objectType: 'Agent',
    account: { homePage: 'https://mooc.kampus.example', name: '32e08e30-f8ae-4ce2-94a8-c2bfe38a70cb' },
  },
  verb: { id: verb, display: { en: 'x' } },
  object: {
    id: `https://mooc.kampus.example/course/${key}`,
    objectType: 'Activity',
    definition: { extensions: {}, type: 'http://adlnet.gov/expapi/activities/course' },
  },
  timestamp: '2026-11-24T06:36:01.917775+00:00',
  ...over,
});

const adl = (verb: string) => `http://adlnet.gov/expapi/verbs/${verb}`;

/** Every statement here is one that the rules of xAPI allow. */
function read(sent: object) {
  const parsed = parseStatements(sent, { version: '1.0.3' });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return readResultStatement(parsed.statements[0] as Statement, receivedAt);
}

describe('a statement of Moodle', () => {
  it('completes a course for the account that it names', () => {
    expect(read(moodle())).toEqual([
      {
        ...{ kind: 'completion', completed: true, externalCourseId: '4', externalLearnerId: '1734' },
        occurredAt: '2026-11-24T14:31:41+07:00',
      },
    ]);
  });

  it('gives a score from its lowest point on, which is final when the course is done', () => {
    const scored = (result: object) =>
      read(moodle({ verb: { id: adl('scored') }, result }))?.map((one) =>
        one.kind === 'score' ? [one.given, one.maximum, one.isFinal] : [],
      );
    expect(scored({ score: { raw: 88, min: 0, max: 100, scaled: 0.88 } })).toEqual([[88, 100, false]]);
    expect(scored({ score: { raw: 6, min: 1, max: 11 }, completion: true })).toEqual([[5, 10, true]]);
    expect(scored({ score: { scaled: 0.7 } })).toEqual([[70, 100, false]]);
    expect(scored({ score: { raw: 3 } })).toBeUndefined();
    expect(scored({ score: { scaled: -0.5 } })).toBeUndefined();
  });

  it('is no result where it is of a part of a course, of another place, or views it alone', () => {
    const at = (id: string) => read(moodle({ object: { id } }));
    expect(at('https://moodle.kampus.example/mod/quiz/view.php?id=4')).toBeUndefined();
    expect(at('https://moodle.kampus.example/course/view.php')).toBeUndefined();
    expect(at('https://moodle.kampus.example/course/view.php?id=4%20or%201')).toBeUndefined();
    expect(at('urn:uuid:6d1f033b-3f70-458c-b53a-e6bb63cbaef9')).toBeUndefined();
    expect(read(moodle({ verb: { id: 'http://id.tincanapi.com/verb/viewed' } }))).toBeUndefined();
  });
});

describe('a statement of Open edX', () => {
  it.each([
    ['passed', { completed: true, passed: true }],
    ['failed', { completed: false, passed: false }],
    ['completed', { completed: true }],
  ])('%s is of the course by its key, under the id of the statement', (verb, said) => {
    expect(read(openEdx(adl(verb)))).toEqual([
      {
        ...{ kind: 'completion', ...said, externalCourseId: key },
        ...{ eventId: '6d1f033b-3f70-558c-b53a-e6bb63cbaef9' },
        externalLearnerId: '32e08e30-f8ae-4ce2-94a8-c2bfe38a70cb',
        occurredAt: '2026-11-24T06:36:01.917775+00:00',
      },
    ]);
  });

  it('tells a running grade of the course, and none of its sections', () => {
    const earned = 'http://id.tincanapi.com/verb/earned';
    const result = { score: { scaled: 0.75, raw: 0.75, min: 0, max: 1 } };
    expect(read(openEdx(earned, { result }))).toMatchObject([
      { kind: 'score', given: 0.75, maximum: 1, isFinal: false },
    ]);
    const id = 'https://mooc.kampus.example/xblock/block-v1:UNIV+ADM310+2026+type@sequential+block@a2';
    expect(read(openEdx(earned, { result, object: { id } }))).toBeUndefined();
  });

  it('knows keys in old words, escaped ones, and addresses that end with a slash', () => {
    const at = (path: string) =>
      read(openEdx(adl('passed'), { object: { id: `https://mooc.kampus.example${path}` } }))?.[0]
        ?.externalCourseId;
    expect(at('/courses/UNIV/ADM310/2026/')).toBe('UNIV/ADM310/2026');
    expect(at('/course/course-v1%3AUNIV%2BADM310%2B2026')).toBe(key);
    expect(at('/course/%E0%A4')).toBeUndefined();
    expect(at(`/course/course-v1:${'x'.repeat(300)}`)).toBeUndefined();
  });

  it('leaves enrolments to whoever enrols', () => {
    for (const verb of ['registered', 'unregistered']) expect(read(openEdx(adl(verb)))).toBeUndefined();
  });
});

describe('any statement', () => {
  it('is of a pseudonym of ours where the account has that name, and of nobody without an account', () => {
    const named = (account: object) => read(moodle({ actor: account }))?.[0];
    const subject = 'ab'.repeat(32);
    const account = { homePage: 'https://moodle.kampus.example', name: subject };
    expect(named({ account })).toMatchObject({ subject, externalLearnerId: subject });
    expect(named({ mbox: 'mailto:sri@contoh.example' })).toBeUndefined();
    expect(named({ objectType: 'Group', account })).toBeUndefined();
  });

  it('F7: neither names nor what extensions hold are read', () => {
    const extensions = {
      'https://x.example/a': { nik: '3174', deep: [{ html: '<script>alert(1)</script>' }] },
      'https://x.example/__proto__': { polluted: true },
    };
    const hostile = read(moodle({ result: { completion: true, extensions }, context: { extensions } }));
    expect(hostile).toHaveLength(1);
    expect(JSON.stringify(hostile)).not.toMatch(/Contoh|3174|script|polluted/);
  });

  it('without a time of its own happened when it came', () => {
    const { timestamp: _, ...timeless } = moodle();
    expect(read(timeless)?.[0]?.occurredAt).toBe(receivedAt);
  });
});
