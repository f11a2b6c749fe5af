import type { AttributeValue } from 'aws-lambda';
import type dynalite from 'dynalite/db/index.js';

/** Bytes of a row by DynamoDB's rules: names and text in UTF-8, about half a byte for a digit. */
export function itemBytes(row: dynalite.Row): number {
  let bytes = 0;
  for (const [name, value] of Object.entries(row)) bytes += Buffer.byteLength(name) + valueBytes(value);
  return bytes;
}

function valueBytes(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return numberBytes(value.N);
  if (value.B !== undefined) return base64Bytes(value.B);
  if (value.SS !== undefined) return sum(value.SS.map((one) => Buffer.byteLength(one)));
  if (value.NS !== undefined) return sum(value.NS.map(numberBytes));
  if (value.BS !== undefined) return sum(value.BS.map(base64Bytes));
  // A list or map costs three bytes, and one more for each of its members.
  if (value.L !== undefined) return 3 + sum(value.L.map((one) => 1 + valueBytes(one)));
  if (value.M !== undefined) return 3 + Object.keys(value.M).length + itemBytes(value.M);
  return 1;
}

function numberBytes(text: string): number {
  const negative = text.startsWith('-') ? 1 : 0;
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const digits = `${whole}${fraction}`.replace(/^0+/, '').replace(fraction === '' ? /0+$/ : /^$/, '');
  return digits === '' ? 1 : 1 + Math.ceil(digits.length / 2) + negative;
}

function base64Bytes(text: string): number {
  return Buffer.byteLength(text, 'base64');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
