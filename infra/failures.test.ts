import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { referredBy } from './testing/references.ts';
import { type Resource, sinau } from './testing/synthesise.ts';

const isDeadLetters = ({ type, id }: Resource) => type === 'AWS::SQS::Queue' && id.includes('DeadLetters');
const deadLettersOf = (value: unknown, stack: string) =>
  [...referredBy(sinau(), value, stack)].filter(isDeadLetters);
const queues = () => sinau().ofType('AWS::SQS::Queue');

describe('work that fails', () => {
  it('of a queue goes to dead letters after its tries', () => {
    const working = queues().filter((queue) => !isDeadLetters(queue));
    expect(working).toHaveLength(7);
    for (const { properties, stack } of working) {
      expect(properties.RedrivePolicy).toMatchObject({ maxReceiveCount: expect.any(Number) });
      expect(deadLettersOf(properties.RedrivePolicy, stack)).toHaveLength(1);
    }
  });

  it('of a stream goes to dead letters, one bad row by itself', () => {
    const streams = sinau()
      .ofType('AWS::Lambda::EventSourceMapping')
      .filter(({ properties }) => properties.StartingPosition !== undefined);
    expect(streams).toHaveLength(2);
    for (const { properties, stack } of streams) {
      expect(properties).toMatchObject({
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        MaximumRetryAttempts: 10,
        StartingPosition: 'TRIM_HORIZON',
      });
      expect(deadLettersOf(properties.DestinationConfig, stack)).toHaveLength(1);
    }
  });

  it('of a queue is reported message by message, and comes again only when nobody works on it any more', () => {
    const mappings = sinau()
      .ofType('AWS::Lambda::EventSourceMapping')
      .filter(({ properties }) => properties.StartingPosition === undefined);
    expect(mappings).toHaveLength(7);
    for (const { properties, stack } of mappings) {
      expect(properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
      const [queue] = referredBy(sinau(), properties.EventSourceArn, stack);
      const [lambda] = referredBy(sinau(), properties.FunctionName, stack);
      expect(queue?.properties.VisibilityTimeout).toBeGreaterThanOrEqual(
        6 * Number(lambda?.properties.Timeout),
      );
    }
  });

  it('of a schedule goes to dead letters, whether it did not start or broke off', () => {
    const ruleSchema = z.array(z.object({ Arn: z.unknown(), DeadLetterConfig: z.unknown() }));
    const rules = sinau().ofType('AWS::Events::Rule');
    expect(rules).toHaveLength(5);
    for (const { properties, stack } of rules) {
      for (const target of ruleSchema.parse(properties.Targets)) {
        expect(deadLettersOf(target.DeadLetterConfig, stack)).toHaveLength(1);
        const [lambda] = referredBy(sinau(), target.Arn, stack);
        // A message that a rule puts into a queue has that queue's dead letters.
        if (lambda?.type === 'AWS::SQS::Queue') {
          expect(deadLettersOf(lambda.properties.RedrivePolicy, stack)).toHaveLength(1);
          continue;
        }
        const invoked = sinau()
          .ofType('AWS::Lambda::EventInvokeConfig')
          .filter(({ properties: config }) =>
            referredBy(sinau(), config.FunctionName, stack).has(lambda as Resource),
          );
        expect(deadLettersOf(invoked[0]?.properties.DestinationConfig, stack)).toHaveLength(1);
      }
    }
  });

  it('waits 14 days', () => {
    const letters = queues().filter(isDeadLetters);
    expect(letters).toHaveLength(9);
    for (const { properties } of letters) expect(properties.MessageRetentionPeriod).toBe(14 * 24 * 3600);
  });
});
