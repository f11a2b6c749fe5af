import type { Item } from './dynamo.ts';

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

/** The row as the document client would have read it. */
export function readStoredItem(attributes: Readonly<Record<string, StoredAttribute>>): Item {
  // Every row of both tables has pk and sk, strings.
  return readMap(attributes) as Item;
}

function readMap(attributes: Readonly<Record<string, StoredAttribute>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, readValue(value)]));
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
