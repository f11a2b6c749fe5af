import { describe, expect, it } from 'vitest';
import type { Au } from '../structure/model.ts';
import { buildLaunchData } from './launch-data.ts';
import {
  abandonedStatement,
  launchedStatement,
  satisfiedStatement,
  waivedStatement,
} from './lms-statements.ts';
import { terms } from './testing/session-samples.ts';
import { categories, contextExtensions, resultExtensions } from './vocabulary.ts';

const stamp = { id: '00000000-0000-4000-8000-000000000001', timestamp: '2026-03-02T01:00:00.000Z' };
const au: Au = {
  index: 0,
  id: terms.publisherId,
  title: { id: 'Pengantar' },
  description: { id: '-' },
  objectives: [],
  url: 'index.html?a=1',
  file: 'index.html',
  launchMethod: 'AnyWindow',
  moveOn: 'CompletedAndPassed',
  masteryScore: 0.9,
  launchParameters: '{"level":2}',
  entitlementKey: 'key-1',
};
const ids = (list: unknown) => (list as { id: string }[]).map((activity) => activity.id);

describe('statements of the LMS', () => {
  it('9.3.1, 9.6.3: launched tells mastery score, mode, URL, moveOn and parameters', () => {
    const statement = launchedStatement(stamp, terms, { au, launchUrl: 'https://c.example/index.html?a=1' });
    expect(statement).toMatchObject({
      ...stamp,
      verb: { id: 'http://adlnet.gov/expapi/verbs/launched' },
      actor: { objectType: 'Agent', account: terms.actor },
      object: { id: terms.activityId },
    });
    expect(statement.context?.registration).toBe(terms.registration);
    expect(statement.context?.extensions).toEqual({
      [contextExtensions.sessionId]: terms.sessionId,
      [contextExtensions.launchMode]: 'Normal',
      [contextExtensions.launchUrl]: 'https://c.example/index.html?a=1',
      [contextExtensions.moveOn]: 'CompletedAndPassed',
      [contextExtensions.masteryScore]: 0.9,
      [contextExtensions.launchParameters]: '{"level":2}',
    });
    expect(ids(statement.context?.contextActivities?.grouping)).toEqual([terms.publisherId]);
    expect(ids(statement.context?.contextActivities?.category)).toEqual([categories.cmi5]);
  });

  it('9.3.1: launched leaves out what the launch data leave out', () => {
    const { masteryScore: _, ...free } = terms;
    const { launchParameters: __, ...plain } = au;
    const statement = launchedStatement(stamp, free, { au: plain, launchUrl: 'https://c.example/' });
    expect(Object.keys(statement.context?.extensions ?? {})).toHaveLength(4);
  });

  it('9.5.4.2: abandoned tells its duration, never a negative one, and judges nothing', () => {
    expect(abandonedStatement(stamp, terms, 61_234).result).toEqual({ duration: 'PT61.23S' });
    expect(abandonedStatement(stamp, terms, -5).result).toEqual({ duration: 'PT0S' });
    const { context } = abandonedStatement(stamp, terms, 0);
    expect(ids(context?.contextActivities?.category)).toEqual([categories.cmi5]);
  });

  it('9.3.7, 9.5.2, 9.5.3, 9.6.2.2: waived has success, completion, reason and the moveOn category', () => {
    const statement = waivedStatement(stamp, { ...terms, sessionId: 'waiver-1', au }, 'Tested Out');
    expect(statement.result).toEqual({
      success: true,
      completion: true,
      extensions: { [resultExtensions.reason]: 'Tested Out' },
    });
    expect(ids(statement.context?.contextActivities?.category)).toEqual([categories.cmi5, categories.moveOn]);
    expect(statement.context?.extensions).toEqual({ [contextExtensions.sessionId]: 'waiver-1' });
  });

  it.each(['block', 'course'] as const)(
    '9.3.9: satisfied names the %s by our id and the publisher by grouping',
    (kind) => {
      const publisherId = `https://publisher.example/${kind}/1`;
      const activityId = `https://sinau.example/activities/${kind}/1`;
      const title = { id: 'Blok' };
      const statement = satisfiedStatement(stamp, terms, { kind, activityId, publisherId, title });
      expect(statement.object).toEqual({
        objectType: 'Activity',
        id: activityId,
        definition: { type: `https://w3id.org/xapi/cmi5/activitytype/${kind}`, name: title },
      });
      expect(ids(statement.context?.contextActivities?.grouping)).toEqual([publisherId]);
      expect(statement.context?.extensions).toEqual({ [contextExtensions.sessionId]: terms.sessionId });
      expect(statement.result).toBeUndefined();
    },
  );
});

describe('buildLaunchData', () => {
  it('10.2: holds template, mode and moveOn always, and what the structure gives', () => {
    expect(buildLaunchData(au, terms, 'https://sinau.example/kursus/1')).toEqual({
      contextTemplate: {
        contextActivities: { grouping: [{ id: terms.publisherId }] },
        extensions: { [contextExtensions.sessionId]: terms.sessionId },
      },
      launchMode: 'Normal',
      moveOn: 'CompletedAndPassed',
      launchParameters: '{"level":2}',
      masteryScore: 0.9,
      entitlementKey: { courseStructure: 'key-1' },
      returnURL: 'https://sinau.example/kursus/1',
    });
    const { masteryScore: _, ...free } = terms;
    const least = buildLaunchData({ moveOn: 'NotApplicable' }, free);
    expect(Object.keys(least)).toEqual(['contextTemplate', 'launchMode', 'moveOn']);
  });
});
