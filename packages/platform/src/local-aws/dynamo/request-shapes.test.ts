import { describe, expect, it } from 'vitest';
import { prepare } from './requests.ts';

const query = (from: string, to: string) => ({
  TableName: 'table',
  KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :to',
  ExpressionAttributeNames: { '#pk': 'pk', '#sk': 'sk' },
  ExpressionAttributeValues: { ':pk': { S: 'a' }, ':from': { S: from }, ':to': { S: to } },
});

const update = (value: object, condition = 'n = :n OR attribute_not_exists(n)') => ({
  TableName: 'table',
  Key: { pk: { S: 'a' }, sk: { S: 'b' } },
  UpdateExpression: 'SET #n = :n',
  ConditionExpression: condition,
  ExpressionAttributeNames: { '#n': 'n' },
  ExpressionAttributeValues: { ':n': value },
});

describe('a request like one before, with other values', () => {
  it('is read with its own values', () => {
    for (const [from, to] of [['a', 'b'] as const, ['c', 'd'] as const, ['e', 'f'] as const]) {
      const { KeyConditions } = prepare('Query', query(from, to));
      expect(KeyConditions?.sk?.AttributeValueList).toEqual([{ S: from }, { S: to }]);
    }
    const first = JSON.stringify(prepare('UpdateItem', update({ N: '1' }))._updates);
    const second = JSON.stringify(prepare('UpdateItem', update({ N: '22' }))._updates);
    expect(second).toBe(first.replaceAll('"1"', '"22"'));
  });

  it('is still refused for what is wrong with its values', () => {
    prepare('Query', query('a', 'b'));
    expect(() => prepare('Query', query('b', 'a'))).toThrow('greater than or equal to lower bound');
    prepare('UpdateItem', update({ N: '1' }));
    expect(() => prepare('UpdateItem', update({ N: 'one' }))).toThrow(
      'cannot be converted to a numeric value',
    );
    expect(() => prepare('UpdateItem', update({ SS: [] }))).toThrow('may not be empty');
  });

  it('is read anew when values of another type, or other names, come with the same text', () => {
    const begins = 'begins_with(n, :n)';
    prepare('UpdateItem', update({ S: 'x' }, begins));
    expect(() => prepare('UpdateItem', update({ N: '1' }, begins))).toThrow('Incorrect operand type');
    const named = (name: string) => ({ ...update({ N: '1' }), ExpressionAttributeNames: { '#n': name } });
    expect(prepare('UpdateItem', named('x'))._updates?.paths).toEqual([['x']]);
    expect(prepare('UpdateItem', named('y'))._updates?.paths).toEqual([['y']]);
  });

  it('keeps what it was given apart from what others do with theirs', () => {
    const one = prepare('UpdateItem', update({ N: '1' }));
    one._updates?.paths.push(['changed']);
    expect(prepare('UpdateItem', update({ N: '2' }))._updates?.paths).toEqual([['n']]);
  });
});
