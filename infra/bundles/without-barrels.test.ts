import { describe, expect, it } from 'vitest';
import { rewriteImports } from './without-barrels.ts';

describe('rewriteImports', () => {
  const homes = async () => new Map([['A', '/sdk/a.js']]);

  it('imports each name from where it lives, and leaves what it does not know to the index file', async () => {
    const source = [
      'import { A, B as C } from "@smithy/core/protocols";',
      'import { A as D,\n  E } from "@aws-sdk/core/client";',
      'import { A } from "./a";',
      'export { A } from "@smithy/core/protocols";',
    ].join('\n');
    expect(await rewriteImports(source, homes)).toBe(
      [
        'import { A } from "/sdk/a.js";import { B as C } from "@smithy/core/protocols";',
        'import { A as D } from "/sdk/a.js";import { E } from "@aws-sdk/core/client";',
        'import { A } from "./a";',
        'export { A } from "@smithy/core/protocols";',
      ].join('\n'),
    );
  });

  it('leaves a file without such imports as it is', async () => {
    const source = 'const text = \'import { A } from "@smithy/core/protocols";\';';
    expect(await rewriteImports(source, homes)).toBe(source);
  });
});
