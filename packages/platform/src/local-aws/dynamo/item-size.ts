import type { AttributeValue } from 'aws-lambda';
import type dynalite from 'dynalite/db/index.js';

/** Bytes of a row by DynamoDB's rules: names and text in UTF-8, two digits to a byte. */
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

/** One byte, one for each pair of significant digits counted from the decimal point, one for a minus. */
function numberBytes(text: string): number {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const digits =
    whole.padStart(evenAbove(whole.length), '0') + fraction.padEnd(evenAbove(fraction.length), '0');
  const pairs = digits.replace(/^(00)+/, '').length / 2;
  const trailing = /(00)*$/.exec(digits)?.[0].length ?? 0;
  if (pairs === 0) return 1;
  return 1 + pairs - trailing / 2 + (text.startsWith('-') ? 1 : 0);
}

function evenAbove(length: number): number {
  return length + (length % 2);
}

function base64Bytes(text: string): number {
  return Buffer.byteLength(text, 'base64');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
