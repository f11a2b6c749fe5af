import { expect, it } from 'vitest';
import { negotiatePullType } from './media-types.ts';

const lines = 'application/x-ndjson';
const csv = 'text/csv';

it.each([
  [undefined, lines],
  ['', lines],
  ['*/*', lines],
  ['application/*', lines],
  ['text/csv', csv],
  ['TEXT/CSV; charset=utf-8', csv],
  ['text/*', csv],
  ['application/json, text/plain, */*', lines],
  ['text/csv;q=0.5, application/x-ndjson;q=0.4', csv],
  ['text/csv;q=0.5, */*', lines],
  ['*/*, application/x-ndjson;q=0', csv],
  ['application/json', lines],
  ['application/jsonl;q=0.5, text/csv', csv],
  ['application/xml', undefined],
  ['text/html, application/xhtml+xml', undefined],
  ['text/csv;q=0', undefined],
  ['text/csv;q=2', undefined],
  ['nonsense', undefined],
])('reads Accept %j', (header, wanted) => {
  expect(negotiatePullType(header)).toBe(wanted);
});
