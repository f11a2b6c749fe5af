import type { CourseStructure } from '@sinau/cmi5';
import { describe, expect, it } from 'vitest';
import { buildStructure } from './build-structure.ts';
import type { CourseId } from './course.ts';
import type { CourseModule, PackageContent } from './module.ts';

/** A package of one block that holds one AU. */
function structureOf(block: string, au: string): CourseStructure {
  const names = { title: { id: 'Etika' }, description: {}, objectives: [] };
  return {
    format: 1,
    course: {
      ...{ id: 'https://contoh.go.id/kursus', title: names.title, description: {} },
      children: [{ kind: 'block', index: 0, id: block, ...names, children: [{ kind: 'au', au: 0 }] }],
    },
    objectives: [],
    aus: [{ index: 0, id: au, ...names, url: 'a.html', launchMethod: 'AnyWindow', moveOn: 'Passed' }],
  };
}

const moduleOf = (moduleId: string): CourseModule => ({
  ...{ moduleId, kind: 'cmi5', packageId: moduleId, originHash: moduleId, title: { id: moduleId } },
  ...{ auCount: 1, required: true, after: [] },
});

/** The structure of a course of two packages, each one block with one AU. */
function build(first: readonly [string, string], second: readonly [string, string]) {
  const contents = new Map<string, PackageContent>([
    ['a', { kind: 'cmi5', structure: structureOf(...first) }],
    ['b', { kind: 'cmi5', structure: structureOf(...second) }],
  ]);
  return buildStructure(
    {
      activityBase: 'https://sinau.example/xapi',
      content: { readPackage: (hash) => Promise.resolve(contents.get(hash)) },
    },
    {
      ...{ courseId: 'k1' as CourseId, title: { id: 'Kursus' }, description: {} },
      modules: [moduleOf('a'), moduleOf('b')],
    },
  );
}

describe('the structure of several packages', () => {
  it('holds a block for each, and numbers blocks and AUs anew', async () => {
    const { course, aus } = await build(['urn:x:b1', 'urn:x:a1'], ['urn:x:b2', 'urn:x:a2']);
    expect(aus.map(({ index, id }) => [index, id])).toEqual([
      [0, 'urn:x:a1'],
      [1, 'urn:x:a2'],
    ]);
    expect(course.children).toMatchObject([
      { kind: 'block', index: 0, children: [{ index: 1, id: 'urn:x:b1', children: [{ au: 0 }] }] },
      { kind: 'block', index: 2, children: [{ index: 3, id: 'urn:x:b2', children: [{ au: 1 }] }] },
    ]);
  });

  it.each<[string, [string, string], [string, string]]>([
    ['AU', ['urn:x:b1', 'urn:x:twice'], ['urn:x:b2', 'urn:x:twice']],
    ['block', ['urn:x:twice', 'urn:x:a1'], ['urn:x:twice', 'urn:x:a2']],
    ['block that is an AU elsewhere', ['urn:x:b1', 'urn:x:twice'], ['urn:x:twice', 'urn:x:a2']],
  ])('is refused when two hold one %s', async (_what, first, second) => {
    await expect(build(first, second)).rejects.toMatchObject({
      code: 'catalogue.not-publishable',
      issues: [{ path: '/modules', message: expect.stringContaining('urn:x:twice') }],
    });
  });
});
