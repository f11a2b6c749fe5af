import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Item, Key } from './dynamo.ts';

/** An attribute as DynamoDB writes it: binary as bytes in SDK errors, as base64 text in stream records. */
export interface StoredAttribute {
  readonly S?: string | undefined;
  readonly N?: string | undefined;
  readonly B?: Uint8Array | string | undefined;
  readonly BOOL?: boolean | undefined;
  readonly NULL?: boolean | undefined;
  readonly L?: readonly StoredAttribute[] | undefined;
  readonly M?: Readonly<Record<string, StoredAttribute>> | undefined;
  readonly SS?: readonly string[] | undefined;
  readonly NS?: readonly string[] | undefined;
  readonly BS?: readonly (Uint8Array | string)[] | undefined;
}

/** A row, a key or a set of values as DynamoDB stores them; members that are undefined are left out. */
export function toStoredItem(item: Key | Readonly<Record<string, unknown>>): Record<string, AttributeValue> {
  const stored: Record<string, AttributeValue> = {};
  for (const [name, value] of Object.entries(item)) if (value !== undefined) stored[name] = toStored(value);
  return stored;
}

/** Throws a `TypeError` for what DynamoDB has no type for. */
function toStored(value: unknown): AttributeValue {
  switch (typeof value) {
    case 'string':
      return { S: value };
    case 'number':
      return { N: numberText(value) };
    case 'boolean':
      return { BOOL: value };
    case 'object':
      return toStoredObject(value);
    default:
      throw new TypeError(`a value of type ${typeof value} cannot be stored`);
  }
}

function toStoredObject(value: object | null): AttributeValue {
  if (value === null) return { NULL: true };
  if (value instanceof Uint8Array) return { B: value };
  if (Array.isArray(value)) return { L: value.filter((one) => one !== undefined).map(toStored) };
  if (value instanceof Set) return toStoredSet([...value]);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) {
    return { M: toStoredItem(value as Record<string, unknown>) };
  }
  throw new TypeError(`a ${value.constructor.name} cannot be stored`);
}

function toStoredSet(members: unknown[]): AttributeValue {
  if (members.length === 0) throw new TypeError('an empty set cannot be stored');
  if (members.every((one) => typeof one === 'string')) return { SS: members };
  if (members.every((one) => typeof one === 'number')) return { NS: members.map(numberText) };
  if (members.every((one) => one instanceof Uint8Array)) return { BS: members };
  throw new TypeError('a set holds texts, numbers or bytes, all of one kind');
}

function numberText(value: number): string {
  const exact = Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
  if (!exact) throw new TypeError(`the number ${value} cannot be stored exactly`);
  return String(value);
}

/** The row in the types of this program. */
export function readStoredItem(attributes: Readonly<Record<string, StoredAttribute>>): Item {
  // Every row of both tables has pk and sk, strings.
  return readMap(attributes) as Item;
}

function readMap(attributes: Readonly<Record<string, StoredAttribute>>): Record<string, unknown> {
  const map: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(attributes)) map[name] = readValue(value);
  return map;
}

function readValue(value: StoredAttribute): unknown {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return Number(value.N);
  if (value.B !== undefined) return readBytes(value.B);
  if (value.BOOL !== undefined) return value.BOOL;
  if (value.M !== undefined) return readMap(value.M);
  if (value.L !== undefined) return value.L.map(readValue);
  if (value.SS !== undefined) return new Set(value.SS);
  if (value.NS !== undefined) return new Set(value.NS.map(Number));
  if (value.BS !== undefined) return new Set(value.BS.map(readBytes));
  return null;
}

function readBytes(bytes: Uint8Array | string): Uint8Array {
  return typeof bytes === 'string' ? new Uint8Array(Buffer.from(bytes, 'base64')) : bytes;
}
