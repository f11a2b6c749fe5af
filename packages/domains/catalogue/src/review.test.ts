import type { ClientPrincipal, PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { readElsewhere } from '@sinau/lti';
import { nodeDigest } from '@sinau/platform/crypto';
import { createMemoryObjectStore } from '@sinau/platform/testing';
import { describe, expect, it } from 'vitest';
import { createContentRoom } from './adapters/index.ts';
import type { CourseId } from './course.ts';
import {
  addModule,
  changeSettings,
  checklist,
  commentReview,
  compareDraft,
  compareWithPublished,
  type DraftEdit,
  decideReview,
  editDraft,
  freezeDraft,
  getReview,
  getVersionStructure,
  listReviews,
  type NewModule,
  noDetails,
  placeElsewhere,
  publishCourse,
  retireCourse,
  submitForReview,
  unclassified,
  withdrawReview,
} from './index.ts';
import { courseOf, memoryCatalogue, moduleOf } from './testing/index.ts';

const person = (id: string, over: Partial<PersonPrincipal>): PersonPrincipal => ({
  kind: 'person',
  personId: id as PersonId,
  name: id,
  roles: ['provider-author'],
  ...over,
});
const rina = person('rina', { providerId: 'p1' as ProviderId });
const stranger = person('eko', { providerId: 'p2' as ProviderId });
const dewi = person('dewi', { roles: ['reviewer'] });
const courseId = 'c1' as CourseId;
const article: NewModule = { kind: 'article', title: 'Pengantar', text: '# Halo' };
const link: NewModule = { kind: 'link', title: 'Peraturan', url: 'https://contoh.go.id/perlan' };

async function setup() {
  const objects = createMemoryObjectStore();
  const deps = {
    ...memoryCatalogue(),
    content: createContentRoom({ content: objects }),
    activityBase: 'https://sinau.example/activities',
    mediaOrigins: ['https://media.contoh.ac.id'],
    tools: {
      mayPlace: async (_: unknown, { clientId }: { readonly clientId: string }) => clientId === 'tool-1',
      mayLeadTo: async (url: string) => !url.startsWith('https://10.'),
    },
    ...{ clock: fixedClock(), ids: countedIds(), digest: nodeDigest },
  };
  await deps.courses.change({ course: courseOf({ latestVersion: 0 }) });
  const at = { principal: rina, courseId };
  const add = (module: NewModule) => addModule(deps, { ...at, module });
  const edit = async (change: Omit<DraftEdit, 'rev'>) => {
    const course = await deps.courses.find(courseId);
    return editDraft(deps, { ...at, edit: { rev: course?.rev ?? 0, ...change } });
  };
  const submit = () => submitForReview(deps, { ...at, submission: {} });
  const seenRev = async () => (await deps.courses.find(courseId))?.rev ?? 0;
  const decide = async (principal: PersonPrincipal | ClientPrincipal, version = 1, rev?: number) =>
    decideReview(deps, {
      ...{ principal, courseId, version },
      decision: { outcome: 'approve', checked: [...checklist], rev: rev ?? (await seenRev()) },
    });
  return { deps, at, add, edit, submit, decide, seenRev, objects };
}

describe('a draft', () => {
  it('keeps what the course is about while somebody who knows nothing of it changes all other details', async () => {
    const { edit, deps } = await setup();
    const classification = {
      ...{ coreValues: ['loyal'], fields: ['hukum'] },
      digitalPillars: [],
    } as const;
    const now = async () => (await deps.courses.find(courseId))?.draft.details;
    await edit({ details: { ...noDetails, classification } as never });
    await edit({ details: { ...noDetails, price: 5_000 } as never });
    expect(await now()).toEqual({ ...noDetails, price: 5_000, classification });
    await edit({ details: { ...noDetails, classification: unclassified } as never });
    expect((await now())?.classification).toEqual(unclassified);
  });

  it('takes links and articles, and becomes one structure with an AU for each', async () => {
    const { deps, at, add } = await setup();
    await add(article);
    await add(link);
    const { version } = await freezeDraft(deps, at);
    expect(version).toMatchObject({
      version: 1,
      auCount: 2,
      modules: [{ kind: 'article' }, { kind: 'link' }],
    });
    const found = await getVersionStructure(deps, { courseId, version: 1 });
    expect(found?.structure.aus.map(({ moveOn, url }) => [moveOn, url])).toEqual([
      ['Completed', '_sinau/viewer/index.html'],
      ['Completed', '_sinau/viewer/index.html'],
    ]);
    const [first] = found?.structure.aus ?? [];
    expect(JSON.parse(first?.launchParameters ?? '')).toMatchObject({
      v: 1,
      kind: 'article',
      src: 'article.html.txt',
      type: 'text/html; charset=utf-8',
    });
  });

  it('A8: takes a recording from allowed hosts alone, and leads nobody to an inner network (F3)', async () => {
    const { deps, at, add } = await setup();
    await add({ kind: 'video', title: 'Kuliah', url: 'https://MEDIA.contoh.ac.id/kuliah 1.mp4?v=2' });
    for (const url of ['https://evil.example/a.mp4', 'https://media.contoh.ac.id.evil.example/a.mp4']) {
      await expect(add({ kind: 'audio', title: 'X', url })).rejects.toMatchObject({
        code: 'catalogue.host-not-allowed',
        issues: [
          { path: '/url', message: expect.stringMatching(/https:\/\/media\.contoh\.ac\.id\. .*operators/) },
        ],
      });
    }
    const inside = [
      'https://localhost/',
      'https://10.0.0.1/',
      'https://intranet/',
      'javascript:alert(1)',
      'x',
    ];
    for (const url of [
      ...inside,
      'http://media.contoh.ac.id/a.mp4',
      'https://a:b@media.contoh.ac.id/a.mp4',
    ]) {
      for (const kind of ['video', 'link'] as const) {
        await expect(add({ kind, title: 'X', url })).rejects.toMatchObject({
          code: 'request.invalid',
          issues: [{ path: '/url' }],
        });
      }
    }
    const { version } = await freezeDraft(deps, at);
    expect(version.modules).toMatchObject([{ kind: 'video', moveOn: 'Completed', share: 0.9 }]);
    const found = await getVersionStructure(deps, { courseId, version: 1 });
    expect(JSON.parse(found?.structure.aus[0]?.launchParameters ?? '')).toMatchObject({
      kind: 'video',
      src: 'https://media.contoh.ac.id/kuliah%201.mp4?v=2',
      share: 0.9,
    });
  });

  it('takes content of other systems, with the rule by which their results count', async () => {
    const { deps, at, add, edit } = await setup();
    const lineItem = { scoreMaximum: 100, label: 'Ujian' };
    const placement = { clientId: 'tool-1', deploymentId: '1', custom: { id: 'x' }, lineItem };
    await add({ kind: 'lti', title: 'Kuliah', placement });
    await add({ kind: 'external', title: 'Kelas', url: 'https://kuliah.contoh.ac.id/kelas/4' });
    const { version } = await freezeDraft(deps, at);
    expect(version.modules).toMatchObject([
      { kind: 'lti', moveOn: 'Passed', completion: { by: 'pass', passMark: 0.7 } },
      { kind: 'external', moveOn: 'Completed', completion: { by: 'completed' } },
    ]);
    const { structure } = (await getVersionStructure(deps, { courseId, version: 1 })) ?? {};
    expect(structure?.aus).toMatchObject([
      { moveOn: 'Passed', masteryScore: 0.7, launchMethod: 'OwnWindow' },
      { moveOn: 'Completed', launchMethod: 'OwnWindow' },
    ]);
    expect(structure?.aus.map(({ launchParameters }) => readElsewhere(launchParameters))).toEqual([
      { title: 'Kuliah', content: { kind: 'lti', placement } },
      { title: 'Kelas', content: { kind: 'external', page: { url: 'https://kuliah.contoh.ac.id/kelas/4' } } },
    ]);
    const [first, second] = version.modules.map(({ moduleId }) => moduleId);
    const changed = await edit({
      modules: [
        { moduleId: first ?? '', completion: { by: 'score' }, moveOn: 'CompletedAndPassed' },
        { moduleId: second ?? '' },
      ],
    });
    // The rule of results says what the criterion is; no other is taken.
    expect(changed.draft.modules[0]).toMatchObject({ moveOn: 'Completed', completion: { by: 'score' } });
    const again = await freezeDraft(deps, at);
    expect(again.version.version).toBe(2);
  });

  it('takes no content of a tool that is not its own, and no page of an inner network (F3)', async () => {
    const { add } = await setup();
    const placement = { clientId: 'tool-2', deploymentId: '1', custom: {} };
    await expect(add({ kind: 'lti', title: 'X', placement })).rejects.toMatchObject({
      issues: [{ path: '/placement/clientId' }],
    });
    const own = { ...placement, clientId: 'tool-1' };
    await expect(
      add({ kind: 'lti', title: 'X', placement: { ...own, url: 'https://10.0.0.1/' } }),
    ).rejects.toMatchObject({ issues: [{ path: '/placement/url' }] });
    await add({ kind: 'lti', title: 'X', placement: { ...own, url: 'https://kampus.example/kuliah' } });
    for (const url of ['https://10.0.0.1/', 'https://localhost/', 'javascript:alert(1)']) {
      await expect(add({ kind: 'external', title: 'X', url })).rejects.toMatchObject({
        issues: [{ path: '/url' }],
      });
    }
  });

  it('takes several parts at once from a system that chose them, all or none, and from no other provider', async () => {
    const { deps } = await setup();
    const modules = ['Satu', 'Dua'].map((title) => ({
      ...{ kind: 'lti' as const, title },
      placement: { clientId: 'tool-1', deploymentId: '1', custom: {} },
    }));
    const asked = { providerId: 'p1' as ProviderId, courseId, modules, requestId: 'r1' };
    const placed = await placeElsewhere(deps, asked);
    // The answer got lost, and the same request came once more, twice at once.
    const again = await Promise.all([placeElsewhere(deps, asked), placeElsewhere(deps, asked)]);
    expect(again.map(({ moduleIds }) => moduleIds)).toEqual([placed.moduleIds, placed.moduleIds]);
    const { draft } = (await deps.courses.find(courseId)) ?? {};
    expect(draft?.modules.map(({ moduleId }) => moduleId)).toEqual(placed.moduleIds);
    await expect(placeElsewhere(deps, { ...asked, providerId: 'p2' as ProviderId })).rejects.toMatchObject({
      code: 'catalogue.not-found',
    });
    const many = Array.from({ length: 99 }, () => modules[0]).flatMap((one) => one ?? []);
    await expect(placeElsewhere(deps, { ...asked, modules: many, requestId: 'r2' })).rejects.toThrow(
      'at most 100',
    );
    expect((await deps.courses.find(courseId))?.draft.modules).toHaveLength(2);
  });

  it('freezes what did not change once only, and what did once more', async () => {
    const { deps, at, add, edit } = await setup();
    await add(article);
    expect((await freezeDraft(deps, at)).version.version).toBe(1);
    expect((await freezeDraft(deps, at)).version.version).toBe(1);
    await edit({ jp: '2,5' });
    expect((await freezeDraft(deps, at)).version).toMatchObject({ version: 2, jp: 250 });
    expect(await deps.courses.findVersion(courseId, 1)).not.toHaveProperty('jp');
  });

  it('puts modules in another order, with what must be done before and what counts', async () => {
    const { deps, at, add, edit } = await setup();
    await add(article);
    const { draft } = await add(link);
    const [a, b] = draft.modules.map(({ moduleId }) => moduleId);
    if (!a || !b) throw new Error('two modules were added');
    await expect(edit({ modules: [{ moduleId: a, after: [b] }, { moduleId: b }] })).rejects.toMatchObject({
      code: 'request.invalid',
    });
    await edit({
      modules: [
        { moduleId: b, required: false },
        { moduleId: a, after: [b], share: 0.5 },
      ],
    });
    const { version } = await freezeDraft(deps, at);
    expect(version.modules).toMatchObject([
      { moduleId: b, required: false, after: [] },
      { moduleId: a, required: true, after: [b], share: 0.5 },
    ]);
    const found = await getVersionStructure(deps, { courseId, version: 1 });
    expect(found?.structure.aus.map(({ moveOn }) => moveOn)).toEqual(['NotApplicable', 'Completed']);
    await edit({ modules: [{ moduleId: a }] });
    expect((await freezeDraft(deps, at)).version.modules).toMatchObject([{ moduleId: a, after: [] }]);
    const again = (await deps.courses.listPackages(courseId)).find(({ kind }) => kind === 'link');
    await add({ kind: 'package', packageId: again?.packageId ?? '' });
    expect((await freezeDraft(deps, at)).version.modules).toHaveLength(2);
  });

  it('refuses a change of what somebody else changed meanwhile', async () => {
    const { deps, at, add } = await setup();
    const { rev } = await add(article);
    const edit = (jp: string) => editDraft(deps, { ...at, edit: { rev, jp } });
    await edit('1');
    await expect(edit('2')).rejects.toMatchObject({ code: 'catalogue.version-conflict' });
    const settings = { rev, admission: { mode: 'approval' as const, seats: 5 } };
    await expect(changeSettings(deps, { ...at, settings })).rejects.toMatchObject({
      code: 'catalogue.version-conflict',
    });
    const done = await changeSettings(deps, { ...at, settings: { ...settings, rev: rev + 1 } });
    expect(done.admission).toEqual({ mode: 'approval', seats: 5 });
  });

  it('leaves no file when the course moved while an article was written', async () => {
    const { deps, at, objects } = await setup();
    const courses = { ...deps.courses, change: async () => 'conflict' as const };
    await expect(addModule({ ...deps, courses }, { ...at, module: article })).rejects.toMatchObject({
      code: 'catalogue.version-conflict',
    });
    const keys: string[] = [];
    for await (const { key } of objects.list('')) keys.push(key);
    expect(keys).toEqual([]);
  });
});

describe('the difference of a draft', () => {
  it('is told against what is published, before anything is frozen', async () => {
    const { deps, at, add, edit, submit, decide } = await setup();
    await add(article);
    await edit({ jp: '1' });
    expect(await compareDraft(deps, at)).toBeUndefined();
    await submit();
    await decide(dewi);
    expect(await compareDraft(deps, at)).toMatchObject({ from: 1, parts: [], carried: 1 });
    const { draft, latestVersion } = await add(link);
    expect(latestVersion).toBe(1);
    const added = draft.modules[1]?.moduleId ?? '';
    const told = await compareDraft(deps, at);
    expect(told?.modules.map(({ change }) => change)).toEqual(['same', 'added']);
    expect(told?.parts).toMatchObject([{ change: 'added' }]);
    await edit({ modules: [{ moduleId: added }] });
    expect((await compareDraft(deps, at))?.modules.map(({ change }) => change)).toEqual(['added', 'removed']);
    await submit();
    const course = await deps.courses.find(courseId);
    if (!course) throw new Error('the course is there');
    const against = await compareWithPublished(deps, { course, version: 2 });
    expect(against?.parts.map(({ change }) => change)).toEqual(['added', 'removed']);
  });

  it('lets the status of a SCORM package fall only where its author says so', async () => {
    const { deps, edit } = await setup();
    const course = await deps.courses.find(courseId);
    if (!course) throw new Error('the course is there');
    const modules = [
      moduleOf({ moduleId: 's', kind: 'scorm2004', moveOn: 'Completed' }),
      moduleOf({ moduleId: 'v', kind: 'video' }),
    ];
    await deps.courses.replace({ ...course, draft: { ...course.draft, modules }, rev: course.rev + 1 });
    const set = (statusMayFall?: boolean) =>
      edit({
        modules: ['s', 'v'].map((moduleId) => ({
          moduleId,
          ...(statusMayFall !== undefined && { statusMayFall }),
        })),
      });
    const fall = ({ draft }: { draft: { modules: readonly object[] } }) =>
      draft.modules.map((module) => 'statusMayFall' in module);
    expect(fall(await set())).toEqual([false, false]);
    expect(fall(await set(true))).toEqual([true, false]);
    expect(fall(await set())).toEqual([true, false]);
    expect(fall(await set(false))).toEqual([false, false]);
  });
});

describe('a review', () => {
  const ready = async () => {
    const world = await setup();
    await world.add(article);
    await world.edit({ title: { id: 'Etika' }, jp: '2' });
    return world;
  };

  it('wants title, JP and a module before anything is submitted', async () => {
    const { submit, add } = await setup();
    await expect(submit()).rejects.toThrow('no module');
    await add(article);
    await expect(submit()).rejects.toThrow('no JP');
  });

  it('takes the hours that were stated with publishing when the next draft says none', async () => {
    const { deps, at, submit, add, edit } = await setup();
    await edit({ title: { id: 'Etika' } });
    await add(article);
    await freezeDraft(deps, at);
    await publishCourse(deps, { ...at, request: { jp: '4' } });
    await add(link);
    expect((await submit()).review).toMatchObject({ version: 2, state: 'submitted' });
  });

  it('refuses a course in which nothing counts: everybody would earn its JP by enrolling', async () => {
    const { deps, at, submit, edit } = await ready();
    const modules = (await deps.courses.find(courseId))?.draft.modules ?? [];
    await edit({ modules: modules.map(({ moduleId }) => ({ moduleId, required: false })) });
    await expect(submit()).rejects.toMatchObject({
      code: 'catalogue.not-publishable',
      issues: [{ path: '/modules/0/required' }],
    });
    await expect(publishCourse(deps, { ...at, request: {} })).rejects.toThrow('No module');
    await edit({
      modules: modules.map(({ moduleId }) => ({ moduleId, moveOn: 'NotApplicable', required: true })),
    });
    await expect(submit()).rejects.toThrow('No module');
    await edit({ modules: modules.map(({ moduleId }) => ({ moduleId, moveOn: 'Completed' })) });
    expect((await submit()).review.state).toBe('submitted');
  });

  it('publishes on approval, with everything ticked, and what is public stays as it was reviewed', async () => {
    const { deps, submit, decide, edit } = await ready();
    await submit();
    expect(await listReviews(deps, { principal: dewi })).toMatchObject([{ courseId, version: 1 }]);
    await edit({ title: { id: 'Setelah diajukan' } });
    const half = { outcome: 'approve' as const, rev: 99, checked: ['jp' as const] };
    // C7: one item as often as the list is long is still one item.
    const often = { outcome: 'approve' as const, rev: 99, checked: checklist.map(() => 'jp' as const) };
    for (const decision of [half, often]) {
      await expect(
        decideReview(deps, { principal: dewi, courseId, version: 1, decision }),
      ).rejects.toMatchObject({ code: 'catalogue.not-publishable' });
    }
    const { course } = await decide(dewi);
    expect(course).toMatchObject({
      status: 'published',
      publishedVersion: 1,
      jp: 200,
      title: { id: 'Etika' },
    });
    expect(course).not.toHaveProperty('inReview');
    expect(await listReviews(deps, { principal: dewi })).toEqual([]);
    await expect(decide(dewi)).rejects.toMatchObject({ code: 'catalogue.version-conflict' });
  });

  it('approves nothing else than the reviewer saw: the rule for running learners may not change in between', async () => {
    const { deps, at, submit, edit, decide, seenRev } = await ready();
    const { review } = await submit();
    const rev = await seenRev();
    const change = (settings: object) =>
      seenRev().then((now) => changeSettings(deps, { ...at, settings: { rev: now, ...settings } }));
    // Neither the draft nor the door is what is approved.
    await edit({ title: { id: 'Sesudah dilihat' } });
    await change({ admission: { mode: 'open' }, versionRule: 'stay' });
    await change({ versionRule: 'move-with-results' });
    const before = await deps.courses.find(courseId);
    await expect(decide(dewi, 1, rev)).rejects.toMatchObject({ code: 'catalogue.terms-changed' });
    expect(await deps.courses.find(courseId)).toEqual(before);
    expect(await deps.courses.findReview(courseId, 1)).toEqual(review);
    const looked = await seenRev();
    await edit({ jp: '9' });
    const { course } = await decide(dewi, 1, looked);
    expect(course).toMatchObject({ publishedVersion: 1, publishedRule: 'move-with-results' });
  });

  it('C7: lets neither the author nor anybody of the provider decide', async () => {
    const { deps, submit, decide } = await ready();
    const { review } = await submit();
    const both = person('rina', { roles: ['provider-author', 'reviewer'], providerId: 'p1' as ProviderId });
    for (const principal of [rina, both]) {
      await expect(decide(principal)).rejects.toMatchObject({ code: 'request.access-denied' });
    }
    // A reviewer of the platform who once submitted it, e.g. before moving house.
    const moved = person('rina', { roles: ['reviewer'] });
    await expect(decide(moved)).rejects.toMatchObject({ code: 'request.access-denied' });
    expect(await listReviews(deps, { principal: moved })).toEqual([]);
    expect(await deps.courses.findReview(courseId, 1)).toEqual(review);
  });

  it('returns with a reason, is talked about, and comes again as another version', async () => {
    const { deps, submit, edit } = await ready();
    await submit();
    const decision = { outcome: 'return' as const, checked: [], comment: 'JP terlalu tinggi' };
    const { course } = await decideReview(deps, { principal: dewi, courseId, version: 1, decision });
    expect(course).toMatchObject({ status: 'draft' });
    await commentReview(deps, { principal: rina, courseId, version: 1, comment: { text: 'Baik' } });
    const seen = await getReview(deps, { principal: dewi, courseId, version: 1 });
    expect(seen.review).toMatchObject({
      state: 'returned',
      comments: [
        { side: 'reviewer', text: 'JP terlalu tinggi' },
        { side: 'author', text: 'Baik' },
      ],
    });
    await edit({ jp: '1' });
    expect((await submit()).review).toMatchObject({ version: 2, state: 'submitted' });
  });

  it('holds one version of a course at a time, and can be taken back', async () => {
    const { deps, at, submit, edit, decide } = await ready();
    await submit();
    expect((await submit()).review.version).toBe(1);
    await edit({ jp: '3' });
    await submit();
    expect(await deps.courses.findReview(courseId, 1)).toMatchObject({ state: 'withdrawn' });
    await expect(decide(dewi, 1)).rejects.toMatchObject({ code: 'catalogue.version-conflict' });
    await withdrawReview(deps, at);
    await expect(decide(dewi, 2)).rejects.toMatchObject({ code: 'catalogue.version-conflict' });
    expect(await listReviews(deps, { principal: dewi })).toEqual([]);
    expect((await submit()).review).toMatchObject({ version: 2, state: 'submitted', rev: 3 });
  });

  it('is taken back with the course that is retired, so that no approval brings it back', async () => {
    const { deps, at, submit, edit, decide } = await ready();
    await submit();
    await decide(dewi);
    await edit({ jp: '3' });
    await submit();
    const retired = await retireCourse(deps, at);
    expect(retired).toMatchObject({ status: 'retired', publishedVersion: 1 });
    expect(retired.inReview).toBeUndefined();
    expect(await deps.courses.findReview(courseId, 2)).toMatchObject({ state: 'withdrawn' });
    await expect(decide(dewi, 2)).rejects.toMatchObject({ code: 'catalogue.version-conflict' });
    expect(await deps.courses.find(courseId)).toMatchObject({ status: 'retired' });
    await submit();
    await decide(dewi, 2);
    expect(await deps.courses.find(courseId)).toMatchObject({ status: 'published', publishedVersion: 2 });
  });

  it('brings a retired course back with the version it had, and a published one not twice', async () => {
    const { deps, at, submit, decide } = await ready();
    await submit();
    await decide(dewi);
    await expect(submit()).rejects.toThrow('published already');
    await retireCourse(deps, at);
    expect((await submit()).review).toMatchObject({ version: 1, state: 'submitted' });
    await decide(dewi);
    expect(await deps.courses.find(courseId)).toMatchObject({ status: 'published', publishedVersion: 1 });
  });

  it('C2: answers strangers as if there were none', async () => {
    const { deps, submit } = await ready();
    await submit();
    const foreign = { principal: stranger, courseId };
    const absent = { code: 'catalogue.not-found' };
    await expect(getReview(deps, { ...foreign, version: 1 })).rejects.toMatchObject(absent);
    await expect(withdrawReview(deps, foreign)).rejects.toMatchObject(absent);
    await expect(listReviews(deps, { principal: stranger })).rejects.toMatchObject(absent);
    await expect(addModule(deps, { ...foreign, module: link })).rejects.toMatchObject(absent);
  });

  it('is left out by machines that may publish, for any version', async () => {
    const { deps, at } = await ready();
    await freezeDraft(deps, at);
    const course = await publishCourse(deps, { ...at, request: {} });
    expect(course).toMatchObject({ status: 'published', jp: 200 });
  });
});
