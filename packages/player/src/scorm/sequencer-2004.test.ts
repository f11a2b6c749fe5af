import type { Item, Organization, ScormStart } from '@sinau/scorm';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRunTime, type RunTimeClasses } from './run-time.ts';
import type { NavigationRequest, Sequencer, Step } from './sequencer.ts';
import { createSequencer2004 } from './sequencer-2004.ts';
import {
  cluster,
  controlled,
  item,
  itemStart,
  mapped,
  organization,
  plainSequencing,
  primary,
  rule,
  startOf,
  withRollup,
} from './testing/courses.ts';

let Api: NonNullable<RunTimeClasses['scorm2004']>;
beforeAll(async () => {
  const { scorm2004 } = await loadRunTime('2004');
  if (!scorm2004) throw new Error('no run-time');
  Api = scorm2004;
});

const idsIn = (items: readonly Item[]): string[] =>
  items.flatMap(({ identifier, launch, children }) => [...(launch ? [identifier] : []), ...idsIn(children)]);

function page(of: Organization, more: Partial<ScormStart> = {}) {
  const items = idsIn(of.items).map((id) => itemStart(id));
  const start = startOf('2004', { organization: of, items, ...more });
  return createSequencer2004(start, Api);
}

const opened = (step: Step) => (step.kind === 'open' ? step.itemId : step.kind);

/** Runs the SCO that is open: sets the values and ends it, as the learner wishes or as it does itself. */
function play(
  sequencer: Sequencer,
  itemId: string,
  how: { readonly values?: Readonly<Record<string, string>>; readonly request?: NavigationRequest } = {},
) {
  const runTime = sequencer.runTimeFor(itemStart(itemId));
  expect(runTime.call('Initialize', [''])).toBe('true');
  for (const [element, value] of Object.entries(how.values ?? {})) {
    expect([element, runTime.call('SetValue', [element, value])]).toEqual([element, 'true']);
  }
  const { request } = how;
  return sequencer.terminate({ runTime, call: [''], ...(request && { request }) });
}

const passed = { 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed' };
const failed = { 'cmi.completion_status': 'completed', 'cmi.success_status': 'failed' };
const onward = { kind: 'continue' } as const;

describe('a course that flows', () => {
  const flowing = organization(
    [
      item('a'),
      item('b'),
      cluster('c', [item('c1'), item('c2')], { sequencing: controlled({ flow: true }) }),
    ],
    controlled({ flow: true }),
  );

  it('opens its first item, and goes on and back', () => {
    const course = page(flowing);
    expect(opened(course.begin())).toBe('a');
    expect(course.navigation()).toMatchObject({ previous: false, next: true });
    expect(opened(play(course, 'a', { request: onward }).step)).toBe('b');
    expect(opened(play(course, 'b', { request: onward }).step)).toBe('c1');
    expect(course.navigation()).toMatchObject({ previous: true, next: true });
    expect(opened(play(course, 'c1', { request: { kind: 'previous' } }).step)).toBe('b');
  });

  it('opens what the learner chooses, and what the content asks for', () => {
    const course = page(flowing);
    course.begin();
    expect([...course.navigation().choices].toSorted()).toEqual(['a', 'b', 'c1', 'c2']);
    expect(opened(play(course, 'a', { request: { kind: 'choice', itemId: 'c2' } }).step)).toBe('c2');
    expect(opened(play(course, 'c2', { values: { 'adl.nav.request': '{target=b}choice' } }).step)).toBe('b');
    expect(opened(play(course, 'b', { values: { 'adl.nav.request': 'continue' } }).step)).toBe('c1');
  });

  it("puts the learner's wish before the content's", () => {
    const course = page(flowing);
    course.begin();
    const values = { 'adl.nav.request': 'exitAll' };
    expect(opened(play(course, 'a', { values, request: onward }).step)).toBe('b');
  });

  it('leaves the choice to the learner where content simply ends', () => {
    const course = page(flowing);
    course.begin();
    expect(play(course, 'a', { values: passed }).step).toEqual({ kind: 'choose' });
    expect(course.statusOf('a')).toEqual({ completion: 'completed', success: 'passed' });
    expect(opened(course.navigate(onward))).toBe('b');
  });

  it('tells by the ends of the session how it was left', () => {
    const exited = page(flowing);
    exited.begin();
    expect(play(exited, 'a', { request: { kind: 'exitAll' } }).step).toEqual({ kind: 'leave', how: 'exit' });
    const suspended = page(flowing);
    suspended.begin();
    expect(play(suspended, 'a', { values: { 'adl.nav.request': 'suspendAll' } }).step).toEqual({
      kind: 'leave',
      how: 'suspend',
    });
  });

  it('rolls the whole course up, for the server', () => {
    const course = page(flowing);
    course.begin();
    for (const id of ['a', 'b', 'c1']) play(course, id, { values: passed, request: onward });
    expect(course.told()).toMatchObject({ currentItemId: 'c2' });
    expect(course.told()?.rollup?.completion).not.toBe('completed');
    play(course, 'c2', { values: passed });
    expect(course.told()?.rollup).toMatchObject({ completion: 'completed', success: 'passed' });
  });

  it.each([
    [
      'it was suspended',
      (course: Sequencer) => void play(course, 'b', { request: { kind: 'suspendAll' } }),
      'b',
    ],
    [
      'the page was closed in the middle of an item',
      (course: Sequencer) => void course.runTimeFor(itemStart('b')).call('Initialize', ['']),
      'b',
    ],
    ['its content had just ended', (course: Sequencer) => void play(course, 'b', { values: passed }), 'c1'],
  ])('goes on in a new page where %s', (_, stop, at) => {
    const course = page(flowing);
    course.begin();
    play(course, 'a', { values: passed, request: onward });
    stop(course);
    const { state = '', rollup } = course.told() ?? {};
    expect(rollup?.completion).not.toBe('completed');
    const next = page(flowing, { sequencingState: state });
    expect(opened(next.begin())).toBe(at);
    expect(next.statusOf('a')).toEqual({ completion: 'completed', success: 'passed' });
  });

  it.each([
    ['suspended by its content', { 'cmi.exit': 'suspend' }],
    ['ended by its content', { 'cmi.exit': 'normal', ...passed }],
    ['ended without a word', {}],
  ])('opens the last item again in a new page where it was %s', (_, values) => {
    const single = organization([item('a')], controlled({ flow: true }));
    const course = page(single);
    course.begin();
    play(course, 'a', { values });
    expect(opened(page(single, { sequencingState: course.told()?.state ?? '' }).begin())).toBe('a');
  });

  it('begins anew after an exit, and where the state is damaged', () => {
    const course = page(flowing);
    course.begin();
    play(course, 'a', { request: { kind: 'exitAll' } });
    expect(opened(page(flowing, { sequencingState: course.told()?.state ?? '' }).begin())).toBe('a');
    expect(opened(page(flowing, { sequencingState: '{"sequencing":' }).begin())).toBe('a');
    expect(opened(page(flowing, { sequencingState: 'null' }).begin())).toBe('a');
  });
});

it('a course of choices alone begins with the first, and goes nowhere by itself', () => {
  const course = page(organization([item('a'), item('b')], controlled({ flow: false })));
  expect(opened(course.begin())).toBe('a');
  expect(course.navigation().next).toBe(false);
  expect([...course.navigation().choices]).toEqual(['a', 'b']);
  expect(opened(play(course, 'a', { request: { kind: 'choice', itemId: 'b' } }).step)).toBe('b');
});

it('does not offer to go on again where everything behind was skipped', () => {
  const skipped = rule('skip' as const, { condition: 'always', not: false });
  const last = item('b', { sequencing: controlled({}, { preConditionRules: [skipped] }) });
  const course = page(organization([item('a'), last], controlled({ flow: true })));
  course.begin();
  const { step } = play(course, 'a', { values: passed, request: onward });
  expect(step.kind).not.toBe('open');
  expect(step.kind === 'leave' || !course.navigation().next).toBe(true);
});

it('shows what may be chosen where nothing can be opened', () => {
  const closed = rule('disabled' as const, { condition: 'always', not: false });
  const shut = item('a', { sequencing: controlled({}, { preConditionRules: [closed] }) });
  const course = page(organization([shut], controlled({ flow: false })));
  expect(course.begin()).toEqual({ kind: 'choose' });
  expect([...course.navigation().choices]).toEqual(['a']);
});

describe('a forced sequence', () => {
  /** Each part may be entered only when the one before is done: its objective is read under a global name. */
  const gate = (before: string) => {
    const about = { not: true, referencedObjective: `after-${before}` };
    const conditions = [
      { condition: 'satisfied' as const, ...about },
      { condition: 'objectiveStatusKnown' as const, ...about },
    ];
    return [{ combination: 'any' as const, action: 'disabled' as const, conditions }];
  };
  const step = (id: string, before?: string) =>
    item(id, {
      sequencing: controlled(
        {},
        {
          objectives: [
            primary({ id: `${id}-done`, maps: [mapped(`g-${id}`, 'write')] }),
            ...(before
              ? [
                  {
                    ...primary({ id: `after-${before}`, maps: [mapped(`g-${before}`, 'read')] }),
                    primary: false,
                  },
                ]
              : []),
          ],
          ...(before && { preConditionRules: gate(before) }),
        },
      ),
    });
  const forced = organization(
    [step('a'), step('b', 'a'), step('c', 'b')],
    controlled({ flow: true, choice: true }),
  );

  it('opens the next part when the one before was passed, and not before', () => {
    const course = page(forced);
    expect(opened(course.begin())).toBe('a');
    expect([...course.navigation().choices]).toEqual(['a']);
    const failing = play(course, 'a', { values: failed, request: { kind: 'choice', itemId: 'b' } });
    expect(opened(failing.step)).not.toBe('b');
    expect(opened(course.navigate({ kind: 'choice', itemId: 'a' }))).toBe('a');
    expect(opened(play(course, 'a', { values: passed, request: onward }).step)).toBe('b');
    expect([...course.navigation().choices].toSorted()).toEqual(['a', 'b']);
  });

  it('knows in a new page what was passed before', () => {
    const course = page(forced);
    course.begin();
    const { commit } = play(course, 'a', { values: passed, request: { kind: 'suspendAll' } });
    expect(commit?.globalObjectives).toMatchObject({ 'g-a': { satisfiedStatus: true } });
    const next = page(forced, { sequencingState: course.told()?.state ?? '' });
    expect(opened(next.begin())).toBe('a');
    expect([...next.navigation().choices].toSorted()).toEqual(['a', 'b']);
  });

  it('takes what was passed from the objectives of the server where there is no state', () => {
    const course = page(forced, {
      globalObjectives: { 'g-a': { id: 'g-a', satisfiedStatus: true, satisfiedStatusKnown: true } },
    });
    expect(opened(course.begin())).toBe('a');
    expect([...course.navigation().choices].toSorted()).toEqual(['a', 'b']);
  });
});

it('remediation: who fails is led through it again, who passes is led on', () => {
  const lesson = item('lesson');
  const test = item('test', {
    sequencing: controlled(
      {},
      {
        objectives: [primary({ id: 'mastered', satisfiedByMeasure: true, minNormalizedMeasure: 0.8 })],
        postConditionRules: [
          rule('exitParent' as const, { condition: 'satisfied', not: false }),
          rule('retryAll' as const, { condition: 'satisfied', not: true }),
        ],
      },
    ),
  });
  const round = cluster('round', [lesson, test], { sequencing: controlled({ flow: true, choice: false }) });
  const course = page(organization([round, item('after')], controlled({ flow: true, choice: false })));
  expect(opened(course.begin())).toBe('lesson');
  expect(opened(play(course, 'lesson', { request: onward }).step)).toBe('test');
  const scored = (scaled: string) => ({ 'cmi.score.scaled': scaled, 'cmi.completion_status': 'completed' });
  expect(opened(play(course, 'test', { values: scored('0.5') }).step)).toBe('lesson');
  expect(opened(play(course, 'lesson', { request: onward }).step)).toBe('test');
  play(course, 'test', { values: scored('0.9'), request: onward });
  expect(course.told()?.currentItemId).toBe('after');
});

describe('what the manifest says of items', () => {
  it('gives content its objectives, and its passing score only where the measure decides', () => {
    const seeded = (satisfiedByMeasure: boolean) => {
      const objectives = [primary({ id: 'main', satisfiedByMeasure, minNormalizedMeasure: 0.7 })];
      const course = page(
        organization([item('a', { sequencing: controlled({}, { objectives }) })], controlled({ flow: true })),
      );
      course.begin();
      const runTime = course.runTimeFor(itemStart('a'));
      runTime.call('Initialize', ['']);
      return ['cmi.objectives._count', 'cmi.objectives.0.id'].map((element) =>
        runTime.call('GetValue', [element]),
      );
    };
    expect(seeded(true)).toEqual(['1', 'main']);
    expect(seeded(false)).toEqual(['1', 'main']);
  });

  it('makes no objective of a primary one without a name', () => {
    const sequencing = controlled(
      {},
      { objectives: [primary({ satisfiedByMeasure: true, minNormalizedMeasure: 0.5 })] },
    );
    const course = page(organization([item('a', { sequencing })], controlled({ flow: true })));
    course.begin();
    const { commit } = play(course, 'a', {
      values: { 'cmi.score.scaled': '0.6', 'cmi.completion_status': 'completed' },
    });
    expect(commit?.runtimeData).not.toMatchObject({ cmi: { objectives: { 0: expect.anything() } } });
    expect(course.statusOf('a')).toEqual({ completion: 'completed', success: 'passed' });
  });

  it('hides controls, and delivers items with a limit of time', () => {
    const limited = item('a', {
      hiddenControls: ['previous', 'continue'],
      maxTimeAllowedSeconds: 7200,
      sequencing: { ...plainSequencing, limitConditions: { attemptAbsoluteDurationLimitSeconds: 7200 } },
    });
    const course = page(organization([limited], controlled({ flow: true })));
    expect(opened(course.begin())).toBe('a');
    expect([...course.navigation().hidden].toSorted()).toEqual(['continue', 'previous']);
  });

  it('shares data between items as the manifest maps it', () => {
    const maps = [{ targetId: 'notes', read: true, write: true }];
    const course = page(organization([item('a', { sharedData: maps })], controlled({ flow: true })));
    course.begin();
    const runTime = course.runTimeFor({
      ...itemStart('a'),
      seed: { cmi: {}, adl: { data: { 0: { id: 'notes', store: 'dulu' } } } },
    });
    runTime.call('Initialize', ['']);
    expect(runTime.call('GetValue', ['adl.data.0.store'])).toBe('dulu');
    expect(runTime.call('SetValue', ['adl.data.0.store', 'kini'])).toBe('true');
    expect(runTime.snapshot().runtimeData).toMatchObject({
      adl: { data: { 0: { id: 'notes', store: 'kini' } } },
    });
  });

  it('tells no score of a course in which nothing has weight', () => {
    const scoreOf = (objectiveMeasureWeight: number) => {
      const rollupRules = { ...plainSequencing.rollupRules, objectiveMeasureWeight };
      const weighed = item('a', {
        sequencing: controlled({}, { rollupRules, objectives: [primary({ id: 'p' })] }),
      });
      const course = page(organization([weighed], controlled({ flow: true })));
      course.begin();
      play(course, 'a', { values: { ...passed, 'cmi.score.scaled': '0.9' } });
      return course.told()?.rollup?.score;
    };
    expect(scoreOf(1)).toEqual({ scaled: 0.9 });
    expect(scoreOf(0)).toBeUndefined();
  });

  it('rolls up by the rules of the manifest: any of the children, in percent, or not', () => {
    const done = { condition: 'completed' as const, not: false };
    const reached = (rules: Parameters<typeof withRollup>[0]) => {
      const course = page(
        organization([item('a'), item('b')], controlled({ flow: true }, withRollup(rules))),
      );
      course.begin();
      play(course, 'a', { values: passed });
      return course.told()?.rollup?.completion;
    };
    const completedBy = (more: Partial<Parameters<typeof withRollup>[0][number]>) =>
      reached([
        {
          childActivitySet: 'any',
          minimumCount: 0,
          minimumPercent: 0,
          combination: 'any',
          conditions: [done],
          action: 'completed',
          ...more,
        },
      ]);
    expect(completedBy({})).toBe('completed');
    expect(completedBy({ childActivitySet: 'all' })).not.toBe('completed');
    expect(completedBy({ childActivitySet: 'atLeastPercent', minimumPercent: 0.5 })).toBe('completed');
    expect(completedBy({ childActivitySet: 'atLeastPercent', minimumPercent: 0.6 })).not.toBe('completed');
    expect(completedBy({ conditions: [{ ...done, not: true }], childActivitySet: 'all' })).not.toBe(
      'completed',
    );
  });
});

it('the state of two hundred untouched activities is small', () => {
  const many = organization(
    Array.from({ length: 200 }, (_, index) => item(`i${index}`)),
    controlled({ flow: true }),
  );
  const course = page(many);
  course.begin();
  play(course, 'i0', { values: passed, request: onward });
  const state = course.told()?.state ?? '';
  expect(state).not.toBe('');
  expect(state.length).toBeLessThan(60_000);
  expect(opened(page(many, { sequencingState: state }).begin())).toBe('i1');
});
