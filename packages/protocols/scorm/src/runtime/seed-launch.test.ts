import { describe, expect, it } from 'vitest';
import type { Item } from '../manifest/model.ts';
import type { SequencingObjective, SharedParts } from '../manifest/sequencing-model.ts';
import { parseCommit } from './parse-commit.ts';
import { type RuntimeData, untouchedData } from './runtime-data.ts';
import { type LaunchSeed, seedLaunch } from './seed-launch.ts';

const item: Item = {
  identifier: 'I1',
  title: 'T',
  visible: true,
  children: [],
  sharedData: [],
  hiddenControls: [],
  maxTimeAllowedSeconds: 5400,
  timeLimitAction: 'exit,message',
  dataFromLms: 'a=1',
};
const fresh = { entry: 'ab-initio', newAttempt: true } as const;
const resumed = { entry: 'resume', newAttempt: false } as const;
const seed = (more: Partial<LaunchSeed> & Pick<LaunchSeed, 'version'>): LaunchSeed => ({
  item,
  learner: { id: 'p-1', name: 'Sari' },
  mode: 'normal',
  entry: fresh,
  totalSeconds: 0,
  globalObjectives: {},
  ...more,
});
const nothing: SharedParts = {
  satisfiedStatus: false,
  normalizedMeasure: false,
  rawScore: false,
  minScore: false,
  maxScore: false,
  completionStatus: false,
  progressMeasure: false,
};
const objective = (id: string | undefined, more: Partial<SequencingObjective> = {}): SequencingObjective => ({
  ...(id !== undefined && { id }),
  primary: false,
  satisfiedByMeasure: false,
  minNormalizedMeasure: 1,
  maps: [],
  ...more,
});
const sequenced = (objectives: readonly SequencingObjective[]): Item => ({
  ...item,
  completionThreshold: { minProgressMeasure: 0.8, completedByMeasure: true, progressWeight: 1 },
  sharedData: [
    { targetId: 'urn:d', read: true, write: true },
    { targetId: 'urn:w', read: false, write: true },
  ],
  sequencing: {
    controlMode: {
      choice: true,
      choiceExit: true,
      flow: false,
      forwardOnly: false,
      useCurrentAttemptObjectiveInfo: true,
      useCurrentAttemptProgressInfo: true,
    },
    preConditionRules: [],
    exitConditionRules: [],
    postConditionRules: [],
    limitConditions: {},
    rollupRules: {
      rollupObjectiveSatisfied: true,
      rollupProgressCompletion: true,
      objectiveMeasureWeight: 1,
      rules: [],
    },
    objectives,
    randomization: { randomizationTiming: 'never', reorderChildren: false, selectionTiming: 'never' },
    deliveryControls: { tracked: true, completionSetByContent: false, objectiveSetByContent: false },
    constrainedChoice: { preventActivation: false, constrainChoice: false },
    rollupConsiderations: {
      requiredForSatisfied: 'always',
      requiredForNotSatisfied: 'always',
      requiredForCompleted: 'always',
      requiredForIncomplete: 'always',
      measureSatisfactionIfActive: true,
    },
  },
});

describe('seedLaunch', () => {
  it('starts SCORM 1.2 from nothing, with what the manifest says', () => {
    expect(seedLaunch(seed({ version: '1.2', item: { ...item, masteryScore: 80 } })).tree).toEqual({
      cmi: {
        core: {
          student_id: 'p-1',
          student_name: 'Sari',
          credit: 'credit',
          lesson_status: 'not attempted',
          entry: 'ab-initio',
          lesson_mode: 'normal',
          total_time: '0000:00:00.00',
          score: {},
        },
        launch_data: 'a=1',
        objectives: {},
        student_data: {
          mastery_score: '80',
          max_time_allowed: '0001:30:00.00',
          time_limit_action: 'exit,message',
        },
        student_preference: {},
        interactions: {},
      },
    });
  });

  it('starts SCORM 2004 with the named objectives and what global ones know', () => {
    const objectives = [
      objective('P', { primary: true, satisfiedByMeasure: true, minNormalizedMeasure: 0.7 }),
      objective('A', {
        maps: [
          {
            target: 'g.a',
            read: { ...nothing, satisfiedStatus: true, normalizedMeasure: true },
            write: nothing,
          },
        ],
      }),
      objective('B', { maps: [{ target: 'g.a', read: nothing, write: nothing }] }),
      objective('C', {
        maps: [{ target: 'g.c', read: { ...nothing, satisfiedStatus: true }, write: nothing }],
      }),
    ];
    const globalObjectives = {
      'g.a': { satisfiedStatus: true, normalizedMeasure: 0.9 },
      'g.c': { satisfiedStatus: false, satisfiedStatusKnown: false },
    };
    const { tree, data } = seedLaunch(
      seed({ version: '2004', item: sequenced(objectives), globalObjectives }),
    );
    expect(tree.cmi).toMatchObject({
      learner_id: 'p-1',
      mode: 'normal',
      credit: 'credit',
      entry: 'ab-initio',
      total_time: 'PT0S',
      launch_data: 'a=1',
      max_time_allowed: 'PT1H30M',
      completion_threshold: '0.8',
      scaled_passing_score: '0.7',
      completion_status: 'unknown',
      objectives: {
        0: { id: 'P', success_status: 'unknown', score: {} },
        1: { id: 'A', success_status: 'passed', score: { scaled: '0.9' } },
        2: { id: 'B', success_status: 'unknown' },
        3: { id: 'C', success_status: 'unknown' },
      },
    });
    expect(tree.adl).toEqual({ data: { 0: { id: 'urn:d' }, 1: { id: 'urn:w' } } });
    expect(data.objectives.map(({ id }) => id)).toEqual(['P', 'A', 'B', 'C']);
  });

  it('hands over shared data that may be read', () => {
    const sharedData = { 'urn:d': 'x', 'urn:w': 'secret', 'urn:other': 'y' };
    const { tree, data } = seedLaunch(seed({ version: '2004', item: sequenced([]), sharedData }));
    expect(tree.adl).toEqual({ data: { 0: { id: 'urn:d', store: 'x' }, 1: { id: 'urn:w' } } });
    expect(data.sharedData).toEqual({ 'urn:d': 'x' });
  });

  it('gives a nameless primary objective no place, and no passing score where the measure does not decide', () => {
    const { tree } = seedLaunch(
      seed({ version: '2004', item: sequenced([objective(undefined, { primary: true })]) }),
    );
    expect(tree.cmi).toMatchObject({ objectives: {} });
    expect(tree.cmi).not.toHaveProperty('scaled_passing_score');
  });

  it('clears what a new attempt does not inherit', () => {
    const data: RuntimeData = { ...untouchedData, suspendData: 'x', success: 'passed', score: { raw: 1 } };
    const { tree } = seedLaunch(seed({ version: '1.2', data, preferences: { language: 'id' } }));
    expect(JSON.stringify(tree)).not.toContain('suspend_data');
    expect(tree.cmi).toMatchObject({ student_preference: { language: 'id' } });
  });

  it.each(['browse', 'review'] as const)('gives no credit in %s', (mode) => {
    expect(seedLaunch(seed({ version: '2004', mode })).tree.cmi).toMatchObject({ mode, credit: 'no-credit' });
    expect(seedLaunch(seed({ version: '1.2', mode })).tree.cmi).toMatchObject({
      core: { lesson_mode: mode, credit: 'no-credit' },
    });
  });

  it.each(['1.2', '2004'] as const)('resumes %s with everything but session time and exit', (version) => {
    const older = version === '1.2';
    const data: RuntimeData = {
      completion: 'completed',
      success: 'failed',
      score: { raw: 40, min: 0, max: 100, ...(older ? {} : { scaled: 0.0000004 }) },
      exit: 'suspend',
      location: 'p7',
      suspendData: 'é'.repeat(1000),
      sessionSeconds: 60,
      objectives: [{ id: 'o', completion: 'completed', success: 'passed', score: { raw: 1 } }],
      interactions: [
        {
          id: 'q',
          type: 'choice',
          objectives: ['o'],
          timestamp: older ? '10:00:00' : '2026-11-27T10:00:00Z',
          correctResponses: ['a'],
          weighting: 2,
          response: 'b',
          result: 'incorrect',
          latencySeconds: 3.5,
        },
      ],
      commentsFromLearner: [{ comment: 'Halo' }],
      preferences: { audioLevel: 1, language: 'id', deliverySpeed: 1 },
      sharedData: {},
    };
    const seeded = seedLaunch(seed({ version, entry: resumed, data, totalSeconds: 3661.5 }));
    const body: unknown = JSON.parse(JSON.stringify({ runtimeData: seeded.tree }));
    const parse = parseCommit(body, version);
    const { sessionSeconds: _, ...kept } = data;
    expect(parse).toMatchObject({ outcome: 'parsed', warnings: [] });
    expect(parse.outcome === 'parsed' && parse.commit.data).toEqual({ ...kept, exit: '' });
    expect(seeded.data).toEqual({ ...kept, exit: '' });
    expect(JSON.stringify(seeded.tree)).toContain(
      older ? '"total_time":"0001:01:01.50"' : '"total_time":"PT1H1M1.5S"',
    );
  });
});
