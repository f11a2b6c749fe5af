import { toStoredItem } from './attribute-value.ts';
import type { Condition, QueryInput, TransactItem, UpdateInput } from './dynamo.ts';

/** Names and values as the SDK wants them: absent rather than empty. */
export function attributes(
  names?: Readonly<Record<string, string>>,
  values?: Readonly<Record<string, unknown>>,
) {
  return {
    ...(names && Object.keys(names).length > 0 ? { ExpressionAttributeNames: names } : {}),
    ...(values && Object.keys(values).length > 0 ? { ExpressionAttributeValues: toStoredItem(values) } : {}),
  };
}

/** A condition that gives back the row it met. */
export function conditionOf(condition: Condition | undefined) {
  if (!condition) return {};
  return {
    ConditionExpression: condition.expression,
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
    ...attributes(condition.names, condition.values),
  };
}

export function updateOf(input: Omit<UpdateInput, 'returnNew'>) {
  return {
    TableName: input.table,
    Key: toStoredItem(input.key),
    UpdateExpression: input.update,
    ...(input.condition === undefined
      ? {}
      : {
          ConditionExpression: input.condition,
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
        }),
    ...attributes(input.names, input.values),
  };
}

/** True when a second application changes nothing more: no counters, no appended lists. */
export function isRepeatable(update: string): boolean {
  return !/\bADD\b|\blist_append\b|[+-]/i.test(update);
}

export function queryOf(input: QueryInput) {
  const prefix = input.index ?? '';
  const names: Record<string, string> = { '#pk': `${prefix}pk` };
  const values: Record<string, unknown> = { ':pk': input.partition };
  let expression = '#pk = :pk';
  // An empty prefix is the whole partition; DynamoDB refuses it as a key value.
  if (input.sort && !('prefix' in input.sort && input.sort.prefix === '')) {
    names['#sk'] = `${prefix}sk`;
    if ('prefix' in input.sort) {
      expression += ' AND begins_with(#sk, :from)';
      values[':from'] = input.sort.prefix;
    } else {
      expression += ' AND #sk BETWEEN :from AND :to';
      [values[':from'], values[':to']] = input.sort.between;
    }
  }
  return {
    TableName: input.table,
    KeyConditionExpression: expression,
    ScanIndexForward: input.descending !== true,
    ...attributes(names, values),
    ...(input.index === undefined ? {} : { IndexName: input.index }),
    ...(input.limit === undefined ? {} : { Limit: input.limit }),
    ...(input.consistent === undefined ? {} : { ConsistentRead: input.consistent }),
    ...(input.startAfter === undefined ? {} : { ExclusiveStartKey: toStoredItem(input.startAfter) }),
  };
}

export function transactItemOf(item: TransactItem) {
  switch (item.kind) {
    case 'put':
      return {
        Put: { TableName: item.table, Item: toStoredItem(item.item), ...conditionOf(item.condition) },
      };
    case 'update':
      return { Update: updateOf(item) };
    case 'delete':
      return {
        Delete: { TableName: item.table, Key: toStoredItem(item.key), ...conditionOf(item.condition) },
      };
    case 'check':
      return {
        ConditionCheck: {
          TableName: item.table,
          Key: toStoredItem(item.key),
          ConditionExpression: item.condition.expression,
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
          ...attributes(item.condition.names, item.condition.values),
        },
      };
  }
}
