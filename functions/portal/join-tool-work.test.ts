import { memoryGradeStore, memoryLtiLaunchStore, memoryLtiTools, sampleTool } from '@sinau/delivery/testing';
import type { PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { elsewhereParameters } from '@sinau/lti';
import { hmacSigner, nodeDigest } from '@sinau/platform/crypto';
import { describe, expect, it } from 'vitest';
import { joinToolWork } from './join-tool-work.ts';

const at = '2026-03-02T01:00:00.000Z';
const person = (personId: string, over: Partial<PersonPrincipal> = {}): PersonPrincipal => ({
  ...{ kind: 'person', personId: personId as PersonId, name: personId, roles: ['learner'] },
  ...over,
});
const author = person('rina', { roles: ['provider-author'], providerId: 'p1' as ProviderId });
const stranger = person('tono', { roles: ['provider-author'], providerId: 'p2' as ProviderId });
const [siti, budi] = [person('siti'), person('budi')];

/** A course of one part that a tool shows; `siti` and `budi` take it, the tool has graded her alone. */
async function world(reviewableStatus: readonly string[] = ['Completed']) {
  const { tools } = memoryLtiTools();
  await tools.add(sampleTool());
  const [grades, launches] = [memoryGradeStore(), memoryLtiLaunchStore()];
  const submissionReview = { label: 'Lihat &amp; baca', reviewableStatus: [...reviewableStatus] };
  const launchParameters = elsewhereParameters({
    title: { id: 'Kuliah' },
    content: {
      kind: 'lti',
      placement: {
        ...{ clientId: 'c1', deploymentId: 'd1', custom: {} },
        lineItem: { scoreMaximum: 100, label: 'Uji', submissionReview },
      },
    },
  });
  const modules = [{ moduleId: 'm1', kind: 'lti' }];
  const taken = ['siti', 'budi'].map((personId) => ({
    ...{ personId, courseId: 'k1', version: 1, registration: `r-${personId}`, state: 'active' },
  }));
  await grades.saveScore(
    {
      ...{ courseId: 'k1', clientId: sampleTool().clientId, lineItemId: 'm1', userId: 's-siti' },
      ...{ registration: 'r-siti', rev: 0 },
      standing: {
        progress: { said: at, activity: 'Completed', grading: 'FullyGraded' },
        settled: {
          ...{ said: at, at, points: { given: 83, maximum: 100 } },
          comment: 'Ilmu &amp; <b>Data</b>\r\nBaik.',
        },
      },
    },
    { isDeclared: true },
  );
  const course = { courseId: 'k1', providerId: 'p1', title: { id: 'Etika' }, draft: { title: {}, modules } };
  const deps = {
    courses: {
      find: async (courseId: string) => (courseId === 'k1' ? course : undefined),
      listVersions: async () => [{ version: 1, modules }],
    },
    content: {
      find: async () => ({ structure: { aus: [{ index: 0, launchParameters }] }, parts: modules }),
    },
    enrolments: {
      findCurrent: async (personId: string) => taken.find((one) => one.personId === personId),
      findByRegistration: async (asked: string) => taken.find(({ registration }) => registration === asked),
    },
    ...{ portalOrigin: 'https://sinau.example', signer: hmacSigner('x'.repeat(40)) },
    toolWork: async () => ({
      ...{ tools, grades, launches, clock: fixedClock(), ids: countedIds(), digest: nodeDigest },
      addressCheck: { refusal: async () => undefined },
      launchAddress: 'https://sinau.example/lti/launch',
    }),
  };
  const ports = joinToolWork(deps as never);
  const launchOf = (url: string) => {
    const [launchId = ''] = (new URL(url).searchParams.get('ticket') ?? '').split('.');
    return launches.find(launchId);
  };
  return { ports, launchOf, tools };
}

const part = { courseId: 'k1', partId: '1' };
const asked = { courseId: 'k1', moduleId: 'm1', locale: 'id' } as const;

describe('the own work at a tool', () => {
  it('is told with the words of the grader, as lines of text', async () => {
    const { ports } = await world();
    expect(await ports.ownWork(siti, part)).toEqual({
      ...{ state: 'graded', points: { given: 83, maximum: 100 }, at },
      ...{ comment: 'Ilmu & <b>Data</b>\nBaik.', review: { label: 'Lihat & baca' } },
    });
    expect(await ports.ownWork(budi, part)).toBeUndefined();
  });

  it('L11: is opened by its learner as a learner, for themselves', async () => {
    const { ports, launchOf } = await world();
    const url = await ports.reviewOwn(siti, { ...part, locale: 'en' });
    expect(await launchOf(url)).toMatchObject({
      ...{ message: 'LtiSubmissionReviewRequest', role: 'learner', personId: 'siti', forPersonId: 'siti' },
      ...{ locale: 'en', returnUrl: 'https://sinau.example/courses/k1/learn/1' },
      link: { resourceLinkId: 'm1', placement: { lineItem: { label: 'Uji' } } },
    });
  });

  it('L11 twin: is not opened in a state that the tool does not show, nor without any', async () => {
    const { ports } = await world(['Submitted']);
    await expect(ports.reviewOwn(siti, { ...part, locale: 'id' })).rejects.toMatchObject({
      code: 'lti.tool-not-ready',
    });
    await expect(ports.reviewOwn(budi, { ...part, locale: 'id' })).rejects.toMatchObject({
      code: 'lti.tool-not-ready',
    });
  });

  it('C2 twin: is nobody’s who does not take the course', async () => {
    const { ports } = await world();
    const tono = person('tono');
    for (const refused of [ports.ownWork(tono, part), ports.reviewOwn(tono, { ...part, locale: 'id' })]) {
      await expect(refused).rejects.toMatchObject({ code: 'enrolment.not-found' });
    }
  });
});

describe('the work in a course at a tool', () => {
  it('is listed for the authors of its provider, by pseudonym alone', async () => {
    const { ports } = await world();
    const view = await ports.courseWork(author, 'k1', {});
    expect(view).toMatchObject({
      links: [{ moduleId: 'm1', title: 'Kuliah' }],
      works: [{ learner: 's-siti', state: 'graded', review: { label: 'Lihat & baca' } }],
    });
    expect(JSON.stringify(view)).not.toMatch(/"siti"|r-siti/);
  });

  it('L11: is opened by an author as an instructor, and names whose work it is', async () => {
    const { ports, launchOf } = await world();
    const { url, personId } = await ports.reviewOf(author, { ...asked, learner: 's-siti' });
    expect(personId).toBe('siti');
    expect(await launchOf(url)).toMatchObject({
      ...{ message: 'LtiSubmissionReviewRequest', role: 'instructor', personId: 'rina', forPersonId: 'siti' },
      returnUrl: 'https://sinau.example/studio/courses/k1/results?part=m1',
    });
  });

  it('C2 twin: is absent for authors of another provider, and for people who are none', async () => {
    const { ports } = await world();
    for (const reader of [stranger, siti]) {
      for (const refused of [
        ports.courseWork(reader, 'k1', {}),
        ports.reviewOf(reader, { ...asked, learner: 's-siti' }),
      ]) {
        await expect(refused).rejects.toBeTruthy();
      }
    }
    await expect(ports.courseWork(stranger, 'k1', {})).rejects.toMatchObject({
      code: 'catalogue.not-found',
    });
  });

  it('L11 twin: is of nobody who is not in the list, and of no other part', async () => {
    const { ports } = await world();
    for (const other of [{ learner: 's-budi' }, { learner: 'siti' }, { learner: 's-siti', moduleId: 'm9' }]) {
      await expect(ports.reviewOf(author, { ...asked, ...other })).rejects.toMatchObject({
        code: 'delivery.not-found',
      });
    }
  });

  it('a page of another list opens none here', async () => {
    const { ports } = await world();
    await expect(ports.courseWork(author, 'k1', { page: 'made-up' })).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });
});
