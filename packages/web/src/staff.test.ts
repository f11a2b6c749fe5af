import { describe, expect, it } from 'vitest';
import { registerPortal } from './portal.tsx';
import { registerStaffPages } from './staff.ts';
import { isStaffPath } from './staff-path.ts';
import { fixtureAssets } from './testing/fixture-portal.ts';
import { createFixturePorts } from './testing/fixture-ports.ts';

const options = {
  assets: { paths: fixtureAssets.paths, readFiles: async () => ({}), readStubs: async () => ({}) },
  hasOutbox: true,
  portalOrigin: 'http://localhost',
  safeReturnTo: () => '/',
  contentSecurityPolicy: { contentSource: 'http://*.localhost', uploadOrigin: 'http://127.0.0.1' },
  notFound: () => new Error('there is nothing'),
} as unknown as Parameters<typeof registerPortal>[2];

function declaredBy(declare: typeof registerPortal): readonly string[] {
  const names: string[] = [];
  declare(({ method, path }) => names.push(`${method} ${path}`), createFixturePorts(), options);
  return names;
}

describe('the two parts of the portal', () => {
  const [first, staff] = [declaredBy(registerPortal), declaredBy(registerStaffPages)];
  const pathOf = (name: string) => name.split(' ')[1] ?? '';

  it('divide the pages by the first word of their addresses', () => {
    expect(first.length).toBeGreaterThan(100);
    expect(staff.length).toBeGreaterThan(500);
    expect(first.filter((name) => isStaffPath(pathOf(name)))).toEqual([]);
    expect(staff.filter((name) => !isStaffPath(pathOf(name)))).toEqual([]);
  });

  it('declare no page twice', () => {
    const all = [...first, ...staff];
    expect(all.filter((name, n) => all.indexOf(name) !== n)).toEqual([]);
  });

  it.each([
    ['/agency', true],
    ['/agency/people', true],
    ['/studio/', true],
    ['/agencyx', false],
    ['/courses/agency', false],
    ['//agency', false],
    ['/', false],
    ['', false],
  ])('%s is of staff: %s', (path, expected) => {
    expect(isStaffPath(path)).toBe(expected);
  });
});
