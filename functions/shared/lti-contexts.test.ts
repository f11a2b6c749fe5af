import type { Course, CourseVersion } from '@sinau/catalogue';
import type { CourseContent } from '@sinau/delivery';
import { elsewhereParameters } from '@sinau/lti';
import { describe, expect, it } from 'vitest';
import { createLtiContexts } from './lti-contexts.ts';

const link = (title: string, url: string) =>
  elsewhereParameters({
    title: { id: title },
    content: { kind: 'lti', placement: { clientId: 't1', deploymentId: 'd1', url, custom: {} } },
  });
const page = elsewhereParameters({
  title: { id: 'P' },
  content: { kind: 'external', page: { url: 'https://x.example' } },
});

/** What each version holds, by module: kind and launch parameters. */
const held: Readonly<Record<number, readonly (readonly [string, string, string?])[]>> = {
  1: [['m1', 'lti', link('Lama', 'https://t.example/1')]],
  2: [
    ['m0', 'cmi5'],
    ['m1', 'lti', link('Baru', 'https://t.example/2')],
    ['m2', 'external', page],
  ],
  3: [['m0', 'cmi5']],
};

function contexts() {
  const modulesOf = (version: number) =>
    (held[version] ?? []).map(([moduleId, kind]) => ({ moduleId, kind }));
  const versions = [3, 2, 1].map(
    (version) => ({ version, modules: modulesOf(version) }) as unknown as CourseVersion,
  );
  const read: number[] = [];
  return {
    read,
    ...createLtiContexts({
      courses: {
        find: async (courseId) =>
          courseId === 'c1' ? ({ courseId, title: { id: 'Kursus' } } as unknown as Course) : undefined,
        listVersions: async () => versions,
      },
      content: {
        find: async (_, version) => {
          read.push(version);
          const aus = (held[version] ?? []).map(([, , launchParameters], index) => ({
            index,
            launchParameters,
          }));
          return { structure: { aus }, parts: modulesOf(version) } as unknown as CourseContent;
        },
      },
    }),
  };
}

describe('courses as contexts of tools', () => {
  it('hold the links of every version, as the newest says, and nothing else', async () => {
    const { find, read } = contexts();
    expect(await find('c1')).toMatchObject({
      title: 'Kursus',
      links: [
        {
          ...{ resourceLinkId: 'm1', courseId: 'c1', title: 'Baru', versions: [2, 1] },
          placement: { clientId: 't1', url: 'https://t.example/2' },
        },
      ],
    });
    expect(read.toSorted()).toEqual([1, 2]);
  });

  it('are there only where a course is', async () => {
    expect(await contexts().find('c2')).toBeUndefined();
  });
});
