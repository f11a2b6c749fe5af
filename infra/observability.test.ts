import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { referredBy } from './testing/references.ts';
import { sinau } from './testing/synthesise.ts';

const runbook = readFileSync(resolve(import.meta.dirname, '../docs/runbook.md'), 'utf8');
const anchors = [...runbook.matchAll(/^##+ (.+)$/gm)].map(([, heading = '']) =>
  heading
    .toLowerCase()
    .replace(/[^\w -]/g, '')
    .replaceAll(' ', '-'),
);
const alarms = () => sinau().ofType('AWS::CloudWatch::Alarm');

describe('alarms', () => {
  it('each lead to a page of the runbook that is there', () => {
    expect(alarms().length).toBeGreaterThan(20);
    for (const { id, properties } of alarms()) {
      const [, anchor] = /docs\/runbook\.md#([\w-]+)$/.exec(String(properties.AlarmDescription)) ?? [];
      expect([id, anchors.includes(anchor ?? '')]).toEqual([id, true]);
    }
  });

  it('go off when the seal of an agency stands still', () => {
    const filters = sinau()
      .ofType('AWS::Logs::MetricFilter')
      .filter(({ id }) => id.startsWith('SealsStandStill'));
    expect(filters).toHaveLength(1);
    expect(JSON.stringify(filters)).toContain('sealing stands still');
    const alarms = sinau()
      .ofType('AWS::CloudWatch::Alarm')
      .map((alarm) => JSON.stringify(alarm));
    expect(alarms.filter((one) => one.includes('SealsStandStill'))).toHaveLength(1);
    // Work of seals that failed waits by itself.
    expect(alarms.filter((one) => one.includes('SealsDeadLetters'))).not.toEqual([]);
  });

  it('go off when a look at somebody’s records was not noted, at each door that shows any', () => {
    const filters = sinau()
      .ofType('AWS::Logs::MetricFilter')
      .filter(({ id }) => !id.startsWith('SealsStandStill'));
    expect(filters.map(({ id }) => id.toLowerCase().replace(/readingsnotnoted.*/, '')).sort()).toEqual([
      ...['api', 'portal', 'records', 'xapi'],
    ]);
    for (const { properties } of filters) {
      expect(properties.FilterPattern).toBe('{ $.message = "a reading was not noted" }');
    }
    expect(alarms().some(({ properties }) => properties.MetricName === 'ReadingsNotNoted')).toBe(true);
  });

  it('each reach a person', () => {
    for (const { properties, stack } of alarms()) {
      const [topic] = referredBy(sinau(), properties.AlarmActions, stack);
      expect(topic?.type).toBe('AWS::SNS::Topic');
    }
    expect(sinau().ofType('AWS::SNS::Subscription')).toEqual([
      expect.objectContaining({ properties: expect.objectContaining({ Protocol: 'email' }) }),
    ]);
  });

  it('R15: go off with the first message in each queue of dead letters', () => {
    const letters = sinau()
      .ofType('AWS::SQS::Queue')
      .filter(({ id }) => id.includes('DeadLetters'));
    expect(letters.length).toBeGreaterThan(5);
    for (const queue of letters) {
      const own = alarms().filter(({ properties, stack }) =>
        referredBy(sinau(), properties.Dimensions, stack).has(queue),
      );
      expect(own.map(({ properties }) => properties)).toEqual([
        expect.objectContaining({
          ...{ MetricName: 'ApproximateNumberOfMessagesVisible', Namespace: 'AWS/SQS' },
          ...{ Threshold: 1, ComparisonOperator: 'GreaterThanOrEqualToThreshold', EvaluationPeriods: 1 },
          AlarmActions: expect.any(Array),
        }),
      ]);
    }
  });

  it.each(['AWS::Lambda::Function', 'AWS::SQS::Queue', 'AWS::DynamoDB::GlobalTable'])(
    'watch every %s whose failure nobody would see',
    (type) => {
      const watched = new Set(
        alarms().flatMap(({ properties, stack }) => [...referredBy(sinau(), properties.Dimensions, stack)]),
      );
      const worthIt = sinau()
        .ofType(type)
        .filter(({ id }) =>
          type === 'AWS::SQS::Queue' ? id.includes('DeadLetters') : !id.startsWith('Custom'),
        );
      expect(worthIt.length).toBeGreaterThan(1);
      expect(worthIt.filter((one) => !watched.has(one)).map(({ id }) => id)).toEqual([]);
    },
  );
});
