import type { ActivityProgress, ScoreStanding } from '@sinau/lti/services';
import { describe, expect, it } from 'vitest';
import type { LtiTool } from '../lti/index.ts';
import { memoryGradeStore } from '../testing/memory-grade-store.ts';
import { memoryLtiTools } from '../testing/memory-lti.ts';
import { sampleTool } from '../testing/sample-tool.ts';
import { findWork, listWork, readWork, type WorkLink } from './tool-work.ts';

const said = '2026-03-02T01:00:00.000Z';
const submissionReview = { label: 'Lihat jawaban', url: 'https://alat.example/review' };
const reviewing = { messages: [{ type: 'LtiSubmissionReviewRequest', label: 'Tinjau' }] } as const;

interface Given {
  readonly tool?: Partial<LtiTool>;
  /** Of the line item that the link declares; undefined: nothing. */
  readonly review?: NonNullable<WorkLink['placement']['lineItem']>['submissionReview'];
  readonly isScored?: boolean;
}

async function world({ tool, review, isScored = true }: Given = {}) {
  const { tools } = memoryLtiTools();
  await tools.add(sampleTool({ messages: [{ type: 'LtiResourceLinkRequest' }], ...tool }));
  const deps = { tools, grades: memoryGradeStore() };
  const lineItem = { scoreMaximum: 100, label: 'Uji', ...(review && { submissionReview: review }) };
  const link: WorkLink = {
    ...{ resourceLinkId: 'm1', courseId: 'k1' },
    placement: { clientId: 'c1', deploymentId: 'd1', custom: {}, ...(isScored && { lineItem }) },
  };
  const score = (userId: string, standing: ScoreStanding, lineItemId = 'm1') =>
    deps.grades.saveScore(
      {
        ...{ courseId: 'k1', clientId: sampleTool().clientId, lineItemId, userId },
        ...{ registration: `r-${userId}`, standing, rev: 0 },
      },
      { isDeclared: true },
    );
  const at = (activity: ActivityProgress): ScoreStanding => ({
    progress: { said, activity, grading: 'NotReady' },
  });
  const own = (userId: string) => readWork(deps, { link, registration: `r-${userId}` });
  return { deps, link, score, at, own };
}

describe('the work of a learner at a tool', () => {
  it('is what the tool has said of it: points, comment, and when', async () => {
    const { score, own } = await world();
    const settled = { said, at: said, points: { given: 83, maximum: 100 }, comment: 'Baik <b>sekali</b>' };
    await score('siti', { progress: { said, activity: 'Completed', grading: 'FullyGraded' }, settled });
    expect(await own('siti')).toEqual({
      progress: { activity: 'Completed', grading: 'FullyGraded' },
      settled: { points: { given: 83, maximum: 100 }, comment: 'Baik <b>sekali</b>', at: said },
    });
  });

  it('twin: is nothing of whom nothing was said, of another line item, or of a link without one', async () => {
    const { score, at, own } = await world();
    await score('budi', at('Completed'), 'another');
    expect(await own('budi')).toBeUndefined();
    expect(await own('siti')).toBeUndefined();
    expect(await (await world({ isScored: false, tool: reviewing })).own('siti')).toBeUndefined();
  });

  it('is listed by pseudonym, page by page, and found by it', async () => {
    const { deps, link, score, at } = await world({ review: submissionReview });
    for (const userId of ['a', 'b', 'c']) await score(userId, at('Submitted'));
    const first = await listWork(deps, { link, limit: 2 });
    expect(first.works.map(({ userId }) => userId)).toEqual(['a', 'b']);
    const next = await listWork(deps, { link, limit: 2, ...(first.after && { after: first.after }) });
    expect(next).toMatchObject({ works: [{ userId: 'c', review: { label: 'Lihat jawaban' } }] });
    expect(next.after).toBeUndefined();
    expect(await findWork(deps, { link, userId: 'b' })).toMatchObject({ registration: 'r-b' });
    expect(await findWork(deps, { link, userId: 'd' })).toBeUndefined();
  });
});

describe('work that a tool shows again (L11)', () => {
  it.each([
    ['its line item says so', { review: submissionReview }, { label: 'Lihat jawaban' }],
    ['it takes the message', { tool: reviewing }, { label: 'Tinjau' }],
    ['both, the line item first', { tool: reviewing, review: submissionReview }, { label: 'Lihat jawaban' }],
  ])('L11: is offered where %s', async (_, given: Given, review) => {
    const { score, at, own } = await world(given);
    await score('siti', at('Submitted'));
    expect(await own('siti')).toMatchObject({ review });
  });

  it.each([
    ['the tool says nothing of it', {}],
    ['the tool is turned off', { tool: { status: 'disabled' }, review: submissionReview }],
    ['the tool waits for an operator', { tool: { status: 'pending' }, review: submissionReview }],
  ] as const)('L11 twin: is not offered where %s', async (_, given: Given) => {
    const { score, at, own } = await world(given);
    await score('siti', at('Completed'));
    expect(await own('siti')).not.toHaveProperty('review');
  });

  it.each([
    ['Initialized', undefined, false],
    ['Started', undefined, true],
    ['Completed', undefined, true],
    ['InProgress', ['Submitted', 'Completed'], false],
    ['Submitted', ['Submitted', 'Completed'], true],
    ['Initialized', ['Initialized'], true],
    ['Completed', ['None'], false],
  ] as const)('L11: of %s, where it shows %j: %s', async (activity, reviewableStatus, isShown) => {
    const statuses = reviewableStatus ? { reviewableStatus: [...reviewableStatus] } : {};
    const { score, at, own } = await world({ review: { ...submissionReview, ...statuses } });
    await score('siti', at(activity));
    expect((await own('siti'))?.review !== undefined).toBe(isShown);
  });

  it('L11: of whom nothing was said yet, only where it shows such', async () => {
    const none = await world({ review: { ...submissionReview, reviewableStatus: ['None'] } });
    expect(await none.own('siti')).toEqual({ review: { label: 'Lihat jawaban' } });
    expect(await (await world({ review: submissionReview })).own('siti')).toBeUndefined();
  });
});
