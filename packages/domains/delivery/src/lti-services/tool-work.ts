import { readReview } from '@sinau/lti';
import type { ActivityProgress, GradingProgress, ScoreStanding } from '@sinau/lti/services';
import type { LtiLink, LtiTool, LtiToolStore } from '../lti/index.ts';
import { countingItem, type LineItem, lineItemsOf } from './line-item.ts';
import type { GradeStore } from './ports.ts';

/** What a tool says of one learner's work in a link, and whether it shows that work again. Texts are as they were sent. */
export interface ToolWork {
  readonly progress?: { readonly activity: ActivityProgress; readonly grading: GradingProgress };
  /** The newest final score or reset, with what a grader has written to it. `at`: ISO 8601 UTC, by the tool's clock. */
  readonly settled?: {
    readonly points?: { readonly given: number; readonly maximum: number };
    readonly comment?: string;
    readonly at: string;
  };
  /** Given where the work can be looked at there now, with what the tool calls that. */
  readonly review?: { readonly label?: string };
}

export type WorkLink = Pick<LtiLink, 'resourceLinkId' | 'courseId' | 'placement'>;

export interface WorkDeps {
  readonly tools: Pick<LtiToolStore, 'find'>;
  readonly grades: Pick<GradeStore, 'listItems' | 'listOfRegistration' | 'listScores' | 'findScore'>;
}

/** The work of one learner; undefined where the tool has said nothing of it and shows none. */
export async function readWork(
  deps: WorkDeps,
  { link, registration }: { readonly link: WorkLink; readonly registration: string },
): Promise<ToolWork | undefined> {
  const found = await itemOf(deps, link);
  if (!found) return undefined;
  const { tool, item } = found;
  const records = await deps.grades.listOfRegistration(registration);
  const record = records.find(
    (one) =>
      one.lineItemId === item.lineItemId && one.courseId === item.courseId && one.clientId === item.clientId,
  );
  const work = workOf(tool, item, record?.standing);
  return work.progress || work.review ? work : undefined;
}

export interface LearnerWork extends ToolWork {
  /** The pseudonym by which the provider knows the learner. */
  readonly userId: string;
}

/** The work of everybody of whom the tool has said something in a link, by pseudonym. */
export async function listWork(
  deps: WorkDeps,
  { link, ...page }: { readonly link: WorkLink; readonly limit: number; readonly after?: string },
): Promise<{ readonly works: readonly LearnerWork[]; readonly after?: string }> {
  const found = await itemOf(deps, link);
  if (!found) return { works: [] };
  const { tool, item } = found;
  const { records, last } = await deps.grades.listScores(item, page);
  const works = records.map(({ userId, standing }) => ({ userId, ...workOf(tool, item, standing) }));
  return { works, ...(last !== undefined && { after: last }) };
}

/** One of them, and whose registration it is; undefined for whoever is not among them. */
export async function findWork(
  deps: WorkDeps,
  { link, userId }: { readonly link: WorkLink; readonly userId: string },
): Promise<(LearnerWork & { readonly registration: string }) | undefined> {
  const found = await itemOf(deps, link);
  const record = found && (await deps.grades.findScore(found.item, userId));
  if (!record) return undefined;
  const { registration, standing } = record;
  return { userId, registration, ...workOf(found.tool, found.item, standing) };
}

/** The line item whose scores count, which is the one that a review is about. */
async function itemOf(
  { tools, grades }: WorkDeps,
  link: WorkLink,
): Promise<{ readonly tool: LtiTool; readonly item: LineItem } | undefined> {
  const tool = await tools.find(link.placement.clientId as LtiTool['clientId']);
  if (!tool) return undefined;
  const place = { courseId: link.courseId, clientId: tool.clientId };
  const stored = await grades.listItems(place);
  const item = countingItem(lineItemsOf(place, { links: [link], stored }), link.resourceLinkId);
  return item && { tool, item };
}

function workOf(tool: LtiTool, item: LineItem, standing: ScoreStanding | undefined): ToolWork {
  const review = reviewOf(tool, item, standing);
  const { activity, grading } = standing?.progress ?? {};
  const { points, comment, at } = standing?.settled ?? {};
  return {
    ...(activity && grading && { progress: { activity, grading } }),
    ...(at !== undefined && {
      settled: { ...(points && { points }), ...(comment !== undefined && { comment }), at },
    }),
    ...(review && { review }),
  };
}

/**
 * A tool says with the line item that it shows work again, and of which states (`reviewableStatus`: activity progresses, `None` where there is no
 * score), or takes the message anyway; then of whoever has begun (Submission Review 1.0, 3.2).
 */
function reviewOf(
  { status, messages }: LtiTool,
  { said }: LineItem,
  standing: ScoreStanding | undefined,
): ToolWork['review'] {
  const message = messages.find(({ type }) => type === 'LtiSubmissionReviewRequest');
  const review = (said.submissionReview && readReview(said.submissionReview)) ?? (message && {});
  if (status !== 'active' || !review) return undefined;
  const { reviewableStatus, label = message?.label } = review;
  const activity = standing?.progress.activity ?? 'None';
  const isNow = reviewableStatus
    ? reviewableStatus.includes(activity)
    : activity !== 'None' && activity !== 'Initialized';
  return isNow ? { ...(label !== undefined && { label }) } : undefined;
}
