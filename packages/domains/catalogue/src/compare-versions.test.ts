import type { Au, CourseStructure } from '@sinau/cmi5';
import { describe, expect, it } from 'vitest';
import { differenceOf } from './compare-versions.ts';
import type { CourseModule } from './module.ts';
import { moduleOf, versionOf } from './testing/index.ts';

const words = { title: { id: 'Bagian' }, description: {}, objectives: [] };
const au = (id: string, over: Partial<Au> = {}): Omit<Au, 'index'> => ({
  ...words,
  id: `https://p.example/${id}`,
  ...{ url: `${id}.html`, file: `${id}.html`, launchMethod: 'AnyWindow', moveOn: 'Completed' },
  ...over,
});
const structureOf = (aus: readonly Omit<Au, 'index'>[]): CourseStructure => ({
  format: 1,
  course: {
    id: 'https://p.example/c',
    ...words,
    children: aus.map((_, index) => ({ kind: 'au', au: index })),
  },
  objectives: [],
  aus: aus.map((one, index) => ({ ...one, index })),
});
const side = (version: number, modules: readonly CourseModule[], aus: readonly Omit<Au, 'index'>[]) => ({
  version: versionOf({ version, modules, auCount: aus.length }),
  structure: structureOf(aus),
});
const a = moduleOf({ moduleId: 'a', packageId: 'pa', originHash: 'a'.repeat(32) });
const b = moduleOf({ moduleId: 'b', packageId: 'pb', originHash: 'b'.repeat(32), kind: 'video', share: 0.9 });
const c = moduleOf({ moduleId: 'c', packageId: 'pc', originHash: 'c'.repeat(32) });

describe('the difference of two versions', () => {
  it('is nothing when nothing differs', () => {
    const one = side(1, [a, b], [au('1'), au('2')]);
    expect(differenceOf(one, { ...one, version: { ...one.version, version: 2 } })).toEqual({
      ...{ from: 1, to: 2, parts: [], carried: 2 },
      modules: [
        { moduleId: 'a', title: { id: 'Etika' }, change: 'same', moved: false },
        { moduleId: 'b', title: { id: 'Etika' }, change: 'same', moved: false },
      ],
    });
  });

  it('names modules that came, went, moved, were replaced or have other rules', () => {
    const before = side(1, [a, b], [au('1'), au('2')]);
    const replaced = { ...a, packageId: 'pa2', originHash: 'd'.repeat(32) };
    const after = side(2, [{ ...b, share: 0.5 }, replaced, c], [au('2'), au('1'), au('3')]);
    const { modules } = differenceOf(before, after);
    expect(modules.map(({ moduleId, change, moved }) => [moduleId, change, moved])).toEqual([
      ['b', 'rules', true],
      ['a', 'replaced', true],
      ['c', 'added', false],
    ]);
    expect(differenceOf(after, before).modules.at(-1)).toMatchObject({ moduleId: 'c', change: 'removed' });
  });

  it('tells parts apart by the publisher’s id, wherever they stand', () => {
    const before = side(1, [moduleOf({ auCount: 4 })], [au('1'), au('2'), au('3'), au('4')]);
    const changed = [au('4'), au('1', { moveOn: 'Passed' }), au('2', { title: { id: 'Lain' } }), au('5')];
    const { parts, carried } = differenceOf(before, side(2, [moduleOf({ auCount: 4 })], changed));
    expect(parts.map(({ id, change }) => [id.at(-1), change])).toEqual([
      ['1', 'criterion'],
      ['2', 'title'],
      ['5', 'added'],
      ['3', 'removed'],
    ]);
    expect(carried).toBe(3);
  });

  it('says that content is another when the package is, though the structure is the same', () => {
    const before = side(1, [a], [au('1')]);
    const after = side(2, [{ ...a, packageId: 'pa2', originHash: 'd'.repeat(32) }], [au('1')]);
    expect(differenceOf(before, after).parts).toMatchObject([{ change: 'content' }]);
  });
});
