import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withPlainKeys } from './slim-sdk.ts';

describe('withPlainKeys', () => {
  it('writes constants of the file into keys, and nothing else', () => {
    const source =
      'const _a = "acl";\nconst b = [0];\nexport var x = [9, { [_a]: 1, [_c]: 2 }, b[_a], [_a]];';
    expect(withPlainKeys(source)).toBe(
      'const _a = "acl";\nconst b = [0];\nexport var x = [9, { "acl": 1, [_c]: 2 }, b[_a], [_a]];',
    );
  });

  it.each(['client-s3', 'client-sqs', 'client-dynamodb'])(
    'leaves no computed key in %s, and the same values',
    async (name) => {
      const file = new URL(
        import.meta.resolve(`@aws-sdk/${name}`).replace(/dist-\w+\/.*$/, 'dist-es/schemas/schemas_0.js'),
      );
      const source = readFileSync(file, 'utf8');
      const plain = withPlainKeys(source);
      expect(plain).not.toMatch(/\{ \[\w+\]:/);
      const literalsOf = (text: string) => {
        const constants = Object.fromEntries(
          [...text.matchAll(/^const (\w+) = "([^"]*)";$/gm)].map(([, key = '', value = '']) => [key, value]),
        );
        return [...text.matchAll(/(?:\[(\w+)\]|"([^"]*)"): /g)].map(
          ([, key, value]) => value ?? constants[key ?? ''],
        );
      };
      expect(literalsOf(plain)).toEqual(literalsOf(source));
    },
  );
});
