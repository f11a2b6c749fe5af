import { sampleTool } from '@sinau/delivery/testing';
import { elsewhereParameters } from '@sinau/lti';
import { describe, expect, it } from 'vitest';
import { type ImpactDeps, toolImpact } from './tool-impact.ts';

/** By course: which tool each version has a part of, and which one is published. */
const courses: Readonly<Record<string, { readonly of: readonly string[]; readonly published?: number }>> = {
  offered: { of: ['c1', 'c1'], published: 2 },
  // The next version does without it; some are still on the one before.
  older: { of: ['c1', 'c2'], published: 2 },
  draft: { of: ['c1'] },
  others: { of: ['c2'], published: 1 },
};
/** Who takes which version. */
const taking: Readonly<Record<string, readonly number[]>> = {
  offered: [1, 2, 2],
  older: [1, 2],
  others: [1],
};

function world(pages: (courseId: string, after?: string) => string | undefined = () => undefined) {
  const versionsOf = (courseId: string) => courses[courseId]?.of ?? [];
  const moduleOf = (clientId: string) => ({ moduleId: `m-${clientId}`, kind: 'lti' });
  return {
    courses: {
      listOfProvider: async () => ({
        courses: Object.entries(courses).map(([courseId, { of, published }]) => ({
          ...{ courseId, latestVersion: of.length },
          ...(published !== undefined && { publishedVersion: published }),
        })),
      }),
      find: async (courseId: string) => ({ courseId, title: { id: courseId } }),
      listVersions: async (courseId: string) =>
        versionsOf(courseId)
          .map((clientId, index) => ({ version: index + 1, modules: [moduleOf(clientId)] }))
          .toReversed(),
    },
    content: {
      find: async (courseId: string, version: number) => {
        const clientId = versionsOf(courseId)[version - 1] ?? '';
        const content = { kind: 'lti', placement: { clientId, deploymentId: 'd1', custom: {} } } as const;
        const launchParameters = elsewhereParameters({ title: { id: 'P' }, content });
        return { structure: { aus: [{ index: 0, launchParameters }] }, parts: [moduleOf(clientId)] };
      },
    },
    enrolments: {
      listRunning: async (courseId: string, shard: number, { after }: { readonly after?: string }) => ({
        enrolments: shard === 0 && !after ? (taking[courseId] ?? []).map((version) => ({ version })) : [],
        ...(pages(courseId, after) !== undefined && { next: pages(courseId, after) }),
      }),
    },
  } as unknown as ImpactDeps;
}

describe('what turning a tool off stops', () => {
  it('is courses that offer it or have learners in it, and whoever is on a version with it', async () => {
    expect(await toolImpact(world(), sampleTool())).toEqual({ courses: 2, learners: 4, isMore: false });
  });

  it('twin: is nothing of a tool that stands in no course', async () => {
    const unused = sampleTool({ clientId: 'c9' as never });
    expect(await toolImpact(world(), unused)).toEqual({ courses: 0, learners: 0, isMore: false });
  });

  it('says that there is more where a course has more learners than a page waits for', async () => {
    const endless = world((courseId) => (courseId === 'offered' ? 'next' : undefined));
    expect(await toolImpact(endless, sampleTool())).toMatchObject({ courses: 2, isMore: true });
  });
});
