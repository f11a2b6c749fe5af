import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '../../.dependency-cruiser.mjs';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../..');

async function inspect(baseDir: string, places: string[]): Promise<ICruiseResult> {
  const { output } = await cruise(places, { ...config.options, baseDir, validate: true, ruleSet: config });
  if (typeof output === 'string') throw new TypeError('expected the result as an object');
  return output;
}

/** One deliberate breach per rule: file → line of code that breaks the rule. */
const canaries: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'no-cycles': {
    'packages/kernel/src/ring-a.ts': "import { b } from './ring-b.ts';\nexport const a = () => b;",
    'packages/kernel/src/ring-b.ts': "import { a } from './ring-a.ts';\nexport const b = () => a;",
  },
  'kernel-depends-on-nothing': {
    'packages/kernel/src/leak.ts': "export { x } from '../../platform/src/x.ts';",
  },
  'events-know-kernel-only': {
    'packages/domain-events/src/leak.ts': "export { x } from '../../platform/src/x.ts';",
  },
  'protocols-know-kernel-and-each-other-only': {
    'packages/protocols/xapi/src/leak.ts': "export { x } from '../../../domains/lrs/src/x.ts';",
  },
  'domains-never-import-each-other': {
    'packages/domains/enrolment/src/neighbour.ts': "export { x } from '../../lrs/src/x.ts';",
  },
  'domains-know-nothing-above': {
    'packages/domains/enrolment/src/dynamo/above.ts': "export { x } from '../../../../web/src/x.ts';",
  },
  'domain-cores-are-pure': {
    'packages/domains/enrolment/src/technology.ts': "export { x } from '../../../platform/src/x.ts';",
  },
  'domain-cores-use-no-node-built-in': {
    'packages/domains/enrolment/src/built-in.ts': "export { readFile } from 'node:fs/promises';",
  },
  'protocols-use-no-node-built-in': {
    'packages/protocols/xapi/src/built-in.ts': "export { createHash } from 'node:crypto';",
  },
  'core-does-not-open-its-own-adapters': {
    'packages/domains/enrolment/src/shortcut.ts': "export { x } from './dynamo/x.ts';",
    'packages/domains/enrolment/src/dynamo/x.ts': 'export const x = 1;',
  },
  'platform-knows-no-business': {
    'packages/platform/src/business.ts': "export { x } from '../../domains/lrs/src/x.ts';",
  },
  'web-is-given-its-use-cases': {
    'packages/web/src/helps-itself.ts': "export { x } from '../../domains/lrs/src/x.ts';",
  },
  'player-knows-protocols-only': {
    'packages/player/src/helps-itself.ts': "export { x } from '../../platform/src/x.ts';",
  },
  'nothing-imports-functions-or-infra': {
    'packages/platform/src/upwards.ts': "export { x } from '../../../functions/xapi/x.ts';",
  },
  'functions-are-apart': {
    'functions/portal/reach.ts': "export { x } from '../xapi/x.ts';",
  },
  'local-aws-stays-local': {
    'functions/portal/local.ts': "export { x } from '../../packages/platform/src/local-aws/x.ts';",
  },
  'production-does-not-use-test-code': {
    'functions/portal/fake.ts': "export { x } from '../../packages/platform/src/testing/x.ts';",
  },
  'nothing-unresolvable': {
    'packages/kernel/src/nowhere.ts': "export { x } from './there-is-no-such-file.ts';",
  },
};

const targets = [
  'packages/platform/src/x.ts',
  'packages/platform/src/local-aws/x.ts',
  'packages/platform/src/testing/x.ts',
  'packages/domains/lrs/src/x.ts',
  'packages/web/src/x.ts',
  'functions/xapi/x.ts',
];

describe('direction of the house', () => {
  let dir: string;
  let broken: ICruiseResult;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'sinau-canary-'));
    const files = [
      ...targets.map((path) => [path, 'export const x = 1;'] as const),
      ...Object.values(canaries).flatMap((breach) => Object.entries(breach)),
    ];
    for (const [path, code] of files) {
      await mkdir(dirname(join(dir, path)), { recursive: true });
      await writeFile(join(dir, path), code);
    }
    broken = await inspect(dir, ['packages', 'functions']);
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));

  it.each(Object.keys(canaries))('sees a breach of %s', (rule) => {
    const sources = broken.summary.violations
      .filter((found) => found.rule.name === rule)
      .map(({ from }) => from);
    const [breach] = Object.keys(canaries[rule] ?? {});
    expect(sources).toContain(breach);
  });

  it('has a canary for every rule', () => {
    expect(config.forbidden?.map(({ name }) => name).sort()).toEqual(Object.keys(canaries).sort());
  });

  it('reads every source file of the repository and finds no breach', async () => {
    const { stdout } = await run(
      'git',
      ['ls-files', '--', 'packages/**/*.ts', 'packages/**/*.tsx', 'functions'],
      {
        cwd: root,
      },
    );
    const sources = stdout.split('\n').filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
    const result = await inspect(root, ['packages', 'functions', 'infra']);
    const read = new Set(result.modules.map(({ source }) => source));
    expect(sources.filter((path) => !read.has(path))).toEqual([]);
    // Imports by package name must lead to source files, or every rule between packages would be blind.
    const table = result.modules.find(({ source }) => source === 'packages/platform/src/http/error-table.ts');
    expect(table?.dependencies.map(({ resolved }) => resolved)).toEqual(['packages/kernel/src/index.ts']);
    expect(result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual(
      [],
    );
  });
});
