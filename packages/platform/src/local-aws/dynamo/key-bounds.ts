import type { AttributeValue } from 'aws-lambda';
import type dynalite from 'dynalite/db/index.js';
import { attributeType, openKeyPiece } from './row-keys.ts';
import { validationError } from './service-error.ts';
import type { StoredTable } from './tables.ts';

/** Half-open range of keys under the prefix of a table or index. */
export interface KeyBounds {
  readonly gte: string;
  readonly lt: string;
}

/** The range that the conditions of a query stand for. */
export function keyBounds(
  table: StoredTable,
  schema: readonly dynalite.KeyElement[],
  conditions: Readonly<Record<string, dynalite.KeyCondition>>,
): KeyBounds {
  const [hash, range] = schema.map(({ AttributeName }) => AttributeName);
  const partition = hash === undefined ? undefined : conditions[hash];
  if (hash === undefined || partition?.ComparisonOperator !== 'EQ') {
    throw validationError(`Query condition missed key schema element: ${hash}`);
  }
  const unknown = Object.keys(conditions).find((name) => name !== hash && name !== range);
  if (unknown !== undefined) throw validationError(`Query condition missed key schema element: ${range}`);
  const piece = pieceOf(table, hash);
  const start = `${piece(partition.AttributeValueList[0])}/`;
  const sort = range === undefined ? undefined : conditions[range];
  if (range === undefined || !sort) return { gte: start, lt: `${start}~` };
  const { gte, lt } = sortBounds(sort, pieceOf(table, range));
  return { gte: start + gte, lt: start + lt };
}

function pieceOf(table: StoredTable, name: string) {
  return (value: AttributeValue | undefined): string => {
    if (value?.[attributeType(table, name)] === undefined) {
      throw validationError(
        'One or more parameter values were invalid: Condition parameter type does not match schema type',
      );
    }
    // DynamoDB refuses it for `begins_with` as well, where everything would begin with it.
    if (value.S === '' || value.B === '') {
      throw validationError(
        'One or more parameter values are not valid. ' +
          `The AttributeValue for a key attribute cannot contain an empty string value. Key: ${name}`,
      );
    }
    return openKeyPiece(table, name, { [name]: value });
  };
}

/** Every stored piece ends in `/`, which sorts before any digit of a longer value; `~` sorts after all. */
function sortBounds(
  { ComparisonOperator, AttributeValueList }: dynalite.KeyCondition,
  piece: (value: AttributeValue | undefined) => string,
): KeyBounds {
  const first = piece(AttributeValueList[0]);
  switch (ComparisonOperator) {
    case 'EQ':
      return { gte: `${first}/`, lt: `${first}/~` };
    case 'LT':
      return { gte: '', lt: `${first}/` };
    case 'LE':
      return { gte: '', lt: `${first}/~` };
    case 'GT':
      return { gte: `${first}/~`, lt: '~' };
    case 'GE':
      return { gte: `${first}/`, lt: '~' };
    case 'BETWEEN':
      return { gte: `${first}/`, lt: `${piece(AttributeValueList[1])}/~` };
    case 'BEGINS_WITH':
      return { gte: first, lt: `${first}~` };
    default:
      throw validationError('Attempted conditional constraint is not an indexable operation');
  }
}
