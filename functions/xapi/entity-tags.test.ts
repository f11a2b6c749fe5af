import { expect, it } from 'vitest';
import { parseEntityTags } from './entity-tags.ts';

it.each([
  [undefined, undefined],
  ['*', '*'],
  ['"a"', ['a']],
  ['W/"a", "b" ,c', ['a', 'b', 'c']],
  ['""', ['']],
])('reads %j as %j', (header, tags) => {
  expect(parseEntityTags(header)).toEqual(tags);
});
