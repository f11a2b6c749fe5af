import { addModule, type Course, type CourseId } from '@sinau/catalogue';
import { createContentRoom } from '@sinau/catalogue/adapters';
import { courseOf, memoryCatalogue } from '@sinau/catalogue/testing';
import type { LtiClientId, LtiTool } from '@sinau/delivery/lti';
import type { StoredLineItem } from '@sinau/delivery/lti-services';
import { sampleTool } from '@sinau/delivery/testing';
import type { PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { createMemoryObjectStore } from '@sinau/platform/testing';
import { describe, expect, it } from 'vitest';
import { joinLinks, linkTroubles } from './join-links.ts';

const courseId = 'c1' as CourseId;
const author: PersonPrincipal = {
  ...{ kind: 'person', personId: 'rina' as PersonId, name: 'Rina', roles: ['provider-author'] },
  providerId: 'p1' as ProviderId,
};
const lineItem = { scoreMaximum: 100, label: 'Ujian' };

/** A course with a link to a tool that has a single place. */
async function world(tool: Partial<LtiTool> = {}) {
  const found = sampleTool({ deployments: [{ deploymentId: 'd1', name: 'Hukum' }], ...tool });
  const items: StoredLineItem[] = [];
  const deps = {
    ...memoryCatalogue(),
    contentRoom: createContentRoom({ content: createMemoryObjectStore() }),
    addresses: { activityBase: 'https://sinau.example/activities' } as never,
    mediaOrigins: [],
    tools: { mayPlace: async () => true, mayLeadTo: async () => true },
    launchOrders: {
      find: async (clientId: LtiClientId) => (clientId === found.clientId ? found : undefined),
      listOf: async () => [found],
      order: async () => '',
    },
    toolItems: { listItems: async () => items },
    ...{ clock: fixedClock(), ids: countedIds(), digest: nodeDigest },
  };
  await deps.courses.change({ course: courseOf({ latestVersion: 0 }) });
  const add = async (
    over: { readonly clientId?: string; readonly deploymentId?: string } = {},
  ): Promise<Course> =>
    addModule(
      { ...deps, content: deps.contentRoom, activityBase: 'https://sinau.example/activities' },
      {
        ...{ principal: author, courseId },
        module: {
          ...{ kind: 'lti', title: 'Kuliah' },
          placement: { clientId: found.clientId, deploymentId: 'd1', custom: { id: '3' }, lineItem, ...over },
        },
      },
    );
  const { draft } = await add();
  const moduleId = draft.modules[0]?.moduleId ?? '';
  return { deps, items, tool: found, add, of: { courseId, moduleId }, links: joinLinks(deps) };
}

describe('links to tools, for authors', () => {
  it('are told with the places that the tool has, and are changed', async () => {
    const { links, of, tool, deps } = await world();
    const link = {
      ...{ tool: tool.name, isInUse: true, deploymentId: 'd1', custom: { id: '3' }, lineItem },
      places: [{ deploymentId: 'd1', name: 'Hukum' }],
    };
    expect(await links.linkOf(author, of)).toEqual(link);
    const { rev = 0 } = (await deps.courses.find(courseId)) ?? {};
    await links.editLink(author, of, { rev, deploymentId: 'd1', custom: { id: '4' } });
    const { lineItem: _gone, ...unscored } = link;
    expect(await links.linkOf(author, of)).toEqual({ ...unscored, custom: { id: '4' } });
  });

  it('are told with what the tool itself has made of their line item, and of no other one', async () => {
    const { links, items, of, tool } = await world();
    const item = (lineItemId: string, label: string): StoredLineItem => ({
      ...{ courseId, clientId: tool.clientId, lineItemId, createdAt: '2026-03-02T01:00:00.000Z', rev: 1 },
      said: { label, scoreMaximum: 20, resourceLinkId: of.moduleId },
    });
    items.push(item('another', 'Kuis'));
    expect(await links.linkOf(author, of)).not.toHaveProperty('saidByTool');
    items.push(item(of.moduleId, 'Ujian baru'));
    expect(await links.linkOf(author, of)).toMatchObject({
      ...{ saidByTool: { label: 'Ujian baru', scoreMaximum: 20 }, lineItem },
    });
  });

  it('that nobody can open are found, by what is the matter', async () => {
    const { deps, add } = await world();
    await add({ deploymentId: 'gone' });
    const course = await add({ clientId: 'unknown' });
    const [, second, third] = course.draft.modules.map(({ moduleId }) => moduleId);
    expect([...(await linkTroubles(deps, course))]).toEqual([
      [second, 'place-gone'],
      [third, 'tool-off'],
    ]);
  });

  it('cannot be opened while their tool is not in use', async () => {
    const { deps, links, of } = await world({ status: 'disabled' });
    expect(await links.linkOf(author, of)).toMatchObject({ isInUse: false });
    const course = await deps.courses.find(courseId);
    expect([...(course ? await linkTroubles(deps, course) : [])]).toEqual([[of.moduleId, 'tool-off']]);
  });
});
