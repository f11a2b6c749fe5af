import type { PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { type LtiPlacement, readElsewhere } from '@sinau/lti';
import { nodeDigest } from '@sinau/platform/crypto';
import { createMemoryObjectStore } from '@sinau/platform/testing';
import { describe, expect, it } from 'vitest';
import { createContentRoom } from './adapters/index.ts';
import type { CourseId } from './course.ts';
import {
  addModule,
  editPlacement,
  freezeDraft,
  getPlacement,
  getVersionStructure,
  type PlacementEdit,
} from './index.ts';
import { courseOf, memoryCatalogue } from './testing/index.ts';

const courseId = 'c1' as CourseId;
const author = (providerId: string): PersonPrincipal => ({
  ...{ kind: 'person', personId: 'rina' as PersonId, name: 'Rina', roles: ['provider-author'] },
  providerId: providerId as ProviderId,
});
const placement: LtiPlacement = {
  ...{ clientId: 'tool-1', deploymentId: 'hukum', url: 'https://kampus.example/3', text: 'Kuliah ketiga' },
  custom: { id: '3' },
  lineItem: { scoreMaximum: 100, label: 'Ujian', tag: 'akhir', submissionReview: { label: 'Lihat' } },
  availableFrom: '2026-03-02T00:00:00.000Z',
};

/** A course with a link that stands in a version, and places that the tool has. */
async function setup() {
  const places = new Set(['hukum', 'ekonomi']);
  const deps = {
    ...memoryCatalogue(),
    content: createContentRoom({ content: createMemoryObjectStore() }),
    activityBase: 'https://sinau.example/activities',
    mediaOrigins: [],
    tools: {
      mayPlace: async (_: unknown, { deploymentId }: Pick<LtiPlacement, 'deploymentId'>) =>
        places.has(deploymentId),
      mayLeadTo: async (url: string) => !url.startsWith('https://10.'),
    },
    ...{ clock: fixedClock(), ids: countedIds(), digest: nodeDigest },
  };
  await deps.courses.change({ course: courseOf({ latestVersion: 0 }) });
  const at = { principal: author('p1'), courseId };
  await addModule(deps, { ...at, module: { kind: 'lti', title: 'Kuliah', placement } });
  const { version } = await freezeDraft(deps, at);
  const [module] = version.modules;
  if (!module) throw new Error('no module');
  const of = { ...at, moduleId: module.moduleId };
  const edit = async (change: Partial<Omit<PlacementEdit, 'rev'>> = {}) => {
    const { rev = 0 } = (await deps.courses.find(courseId)) ?? {};
    const asItWas = { deploymentId: 'hukum', custom: { id: '3' } };
    return editPlacement(deps, { ...of, edit: { rev, ...asItWas, ...change } });
  };
  return { deps, at, of, module, edit, places };
}

describe('a link to a tool that stands in a course', () => {
  it('is changed as the same link: it keeps its id, its rules and what only the tool can say', async () => {
    const { deps, at, of, module, edit } = await setup();
    const lineItem = { scoreMaximum: 10, label: 'Ujian akhir' };
    const url = 'https://kampus.example/4';
    const course = await edit({ deploymentId: 'ekonomi', url, custom: { id: '4' }, lineItem });
    expect(course.draft.modules).toEqual([
      { ...module, packageId: expect.any(String), originHash: expect.any(String) },
    ]);
    const { lineItem: itemBefore, ...before } = placement;
    const changed = {
      ...{ ...before, deploymentId: 'ekonomi', url, custom: { id: '4' } },
      lineItem: { ...itemBefore, ...lineItem },
    };
    expect(await getPlacement(deps, of)).toEqual(changed);
    const { version } = await freezeDraft(deps, at);
    const placed = async (number: number) => {
      const found = await getVersionStructure(deps, { courseId, version: number });
      return found?.structure.aus.map(({ id, description, launchParameters }) => [
        id,
        description,
        readElsewhere(launchParameters)?.content,
      ]);
    };
    const id = `https://sinau.example/activities/module/${module.moduleId}`;
    const text = { und: 'Kuliah ketiga' };
    expect(await placed(version.version)).toEqual([[id, text, { kind: 'lti', placement: changed }]]);
    // Who is on the version before sees it as it was.
    expect(await placed(1)).toEqual([[id, text, { kind: 'lti', placement }]]);
  });

  it('lets go of its address and its line item, and of nothing else', async () => {
    const { deps, of, edit } = await setup();
    await edit({ custom: {} });
    const { url: _url, lineItem: _item, ...kept } = placement;
    expect(await getPlacement(deps, of)).toEqual({ ...kept, custom: {} });
  });

  it('names the package that it took the place of', async () => {
    const { deps, module, edit } = await setup();
    const { draft } = await edit();
    const packages = await deps.courses.listPackages(courseId);
    expect(packages.find(({ packageId }) => packageId === draft.modules[0]?.packageId)?.supersedes).toBe(
      module.packageId,
    );
  });

  it('is pointed to another place when its own was removed, and to none that is not there', async () => {
    const { deps, of, edit, places } = await setup();
    places.delete('hukum');
    for (const deploymentId of ['hukum', 'kedokteran']) {
      await expect(edit({ deploymentId })).rejects.toMatchObject({
        code: 'request.invalid',
        issues: [{ path: '/placement/clientId' }],
      });
    }
    await edit({ deploymentId: 'ekonomi' });
    expect(await getPlacement(deps, of)).toMatchObject({ clientId: 'tool-1', deploymentId: 'ekonomi' });
  });

  it('F3: leads to no inner network, and to nothing that is no address', async () => {
    const { deps, of, edit } = await setup();
    for (const url of ['https://10.0.0.1/', 'javascript:alert(1)', 'kuliah']) {
      await expect(edit({ url })).rejects.toMatchObject({ issues: [{ path: '/placement/url' }] });
    }
    expect(await getPlacement(deps, of)).toEqual(placement);
  });

  it('is not changed over what somebody else has changed, and leaves no content behind', async () => {
    const { deps, of, edit } = await setup();
    const stale = { rev: 1, deploymentId: 'hukum', custom: {} };
    await expect(editPlacement(deps, { ...of, edit: stale })).rejects.toMatchObject({
      code: 'catalogue.version-conflict',
    });
    const discarded: string[] = [];
    const change = async () => 'conflict' as const;
    const discard = async (originHash: string) => void discarded.push(originHash);
    const { rev = 0 } = (await deps.courses.find(courseId)) ?? {};
    const racing = {
      ...deps,
      courses: { ...deps.courses, change },
      content: { ...deps.content, discard },
    };
    await expect(editPlacement(racing, { ...of, edit: { ...stale, rev } })).rejects.toMatchObject({
      code: 'catalogue.version-conflict',
    });
    expect(discarded).toHaveLength(1);
    await edit();
  });

  it('C2: is there for its own provider alone, and other modules are no links', async () => {
    const { deps, at, of } = await setup();
    const link = { kind: 'link', title: 'Peraturan', url: 'https://contoh.go.id/perlan' } as const;
    const { draft } = await addModule(deps, { ...at, module: link });
    const others = [
      { ...of, principal: author('p2') },
      { ...of, moduleId: draft.modules[1]?.moduleId ?? '' },
      { ...of, moduleId: 'x' },
    ];
    const edit = { rev: 3, deploymentId: 'hukum', custom: {} };
    for (const other of others) {
      await expect(getPlacement(deps, other)).rejects.toMatchObject({ code: 'catalogue.not-found' });
      await expect(editPlacement(deps, { ...other, edit })).rejects.toMatchObject({
        code: 'catalogue.not-found',
      });
    }
  });
});
