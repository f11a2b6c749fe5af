import type { Principal } from '@sinau/kernel';
import * as z from 'zod';
import type { Course, CourseId, CourseVersion } from './course.ts';
import { type EditDeps, freezeDraft, ownCourse } from './edit-draft.ts';
import {
  CourseChanged,
  CourseNotFound,
  NotPublishable,
  ReviewClosed,
  SelfReview,
  TermsChanged,
} from './errors.ts';
import type { CourseStore } from './ports.ts';
import { neededJp, neededRule, neededTitle, publishedFrom } from './publish-course.ts';
import { checklist, maxReviewComments, type Review, type ReviewComment, type ReviewParty } from './review.ts';

const textSchema = z.string().trim().min(1).max(4_000);

export const submissionSchema = z.strictObject({ comment: textSchema.exactOptional() });
export const commentSchema = z.strictObject({
  text: textSchema,
  moduleId: z.string().max(64).exactOptional(),
});
export const decisionSchema = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('approve'),
    /** The `rev` of the course as the reviewer saw it. */
    rev: z.int().positive(),
    checked: z.array(z.enum(checklist)).max(checklist.length),
    comment: textSchema.exactOptional(),
  }),
  z.strictObject({
    outcome: z.literal('return'),
    checked: z.array(z.enum(checklist)).max(checklist.length).default([]),
    /** What is to be mended. */
    comment: textSchema,
  }),
]);
export type Decision = z.infer<typeof decisionSchema>;

type ReviewDeps = Pick<EditDeps, 'courses' | 'clock'>;

interface At {
  readonly principal: Principal;
  readonly courseId: CourseId;
}

/**
 * Freezes the draft and hands it to the reviewers. A version that was submitted before and is not decided yet is
 * withdrawn, so that at most one version of a course waits.
 */
export async function submitForReview(
  deps: EditDeps,
  input: At & { readonly submission: z.infer<typeof submissionSchema> },
): Promise<{ readonly course: Course; readonly review: Review }> {
  const { course, version } = await freezeDraft(deps, input);
  neededTitle(version.title);
  // Hours that were stated with publishing stay the course's while no draft says others.
  neededJp(version.jp ?? course.jp);
  neededRule(version.modules);
  const by = partyOf(input.principal);
  const known = await deps.courses.findReview(course.courseId, version.version);
  if (known?.state === 'submitted') return { course, review: known };
  // A retired course comes back by the same way, with the same version if need be.
  if (course.status === 'published' && course.publishedVersion === version.version)
    throw new NotPublishable('This version is published already.', {
      issues: [{ path: '/version', message: 'change something of the draft first' }],
    });
  await withdrawWaiting(deps, course);
  const at = deps.clock.now().toISOString();
  const { comment } = input.submission;
  const comments: readonly ReviewComment[] = [
    ...(known?.comments ?? []),
    ...(comment === undefined ? [] : [{ by, side: 'author' as const, at, text: comment }]),
  ];
  const review: Review = {
    ...{ courseId: course.courseId, version: version.version, providerId: course.providerId },
    ...{ title: version.title, state: 'submitted', submittedBy: by, submittedAt: at },
    ...{ checked: [], comments, rev: (known?.rev ?? 0) + 1 },
  };
  const next: Course = { ...course, inReview: version.version, updatedAt: at, rev: course.rev + 1 };
  if ((await deps.courses.change({ course: next, review })) === 'conflict') throw new CourseChanged();
  return { course: next, review };
}

async function withdrawWaiting(deps: ReviewDeps, course: Course): Promise<void> {
  if (course.inReview === undefined) return;
  const waiting = await deps.courses.findReview(course.courseId, course.inReview);
  if (waiting?.state !== 'submitted') return;
  const closed: Review = { ...waiting, state: 'withdrawn', rev: waiting.rev + 1 };
  if ((await deps.courses.replaceReview(closed)) === 'conflict') throw new CourseChanged();
}

/** Takes a submission back; the author may go on changing and submit again. */
export async function withdrawReview(deps: ReviewDeps, input: At): Promise<Course> {
  const course = await ownCourse(deps, input);
  const review = await waitingReview(deps.courses, course);
  const at = deps.clock.now().toISOString();
  const { inReview: _taken, ...rest } = course;
  const next: Course = { ...rest, updatedAt: at, rev: course.rev + 1 };
  const closed: Review = { ...review, state: 'withdrawn', decidedAt: at, rev: review.rev + 1 };
  if ((await deps.courses.change({ course: next, review: closed })) === 'conflict') throw new CourseChanged();
  return next;
}

async function waitingReview(courses: Pick<CourseStore, 'findReview'>, course: Course): Promise<Review> {
  const review =
    course.inReview === undefined ? undefined : await courses.findReview(course.courseId, course.inReview);
  if (review?.state !== 'submitted') throw new ReviewClosed();
  return review;
}

/** A version with its review, for its provider and for reviewers. */
export async function getReview(
  deps: Pick<EditDeps, 'courses'>,
  input: At & { readonly version: number },
): Promise<{ readonly course: Course; readonly version: CourseVersion; readonly review: Review }> {
  const course = await deps.courses.find(input.courseId);
  if (!course || sideOf(input.principal, course) === undefined) throw new CourseNotFound();
  const [version, review] = await Promise.all([
    deps.courses.findVersion(input.courseId, input.version),
    deps.courses.findReview(input.courseId, input.version),
  ]);
  if (!version || !review) throw new CourseNotFound();
  return { course, version, review };
}

/** What waits for a reviewer, the longest first; the caller's own submissions are left out, since another must decide. */
export async function listReviews(
  deps: { readonly courses: Pick<CourseStore, 'listOpenReviews'> },
  input: { readonly principal: Principal },
): Promise<readonly Review[]> {
  if (!isReviewer(input.principal)) throw new CourseNotFound();
  const own = partyOf(input.principal).id;
  return (await deps.courses.listOpenReviews()).filter(({ submittedBy }) => submittedBy.id !== own);
}

/** Adds a word to a review that is not decided yet. */
export async function commentReview(
  deps: ReviewDeps,
  input: At & { readonly version: number; readonly comment: z.infer<typeof commentSchema> },
): Promise<Review> {
  const { course, review } = await getReview(deps, input);
  if (review.state === 'approved') throw new ReviewClosed();
  const next = withComment(deps, review, { principal: input.principal, course, ...input.comment });
  if ((await deps.courses.replaceReview(next)) === 'conflict') throw new CourseChanged();
  return next;
}

function withComment(
  deps: Pick<EditDeps, 'clock'>,
  review: Review,
  of: {
    readonly principal: Principal;
    readonly course: Course;
    readonly text: string;
    readonly moduleId?: string;
  },
): Review {
  if (review.comments.length >= maxReviewComments) {
    throw new NotPublishable(`A review holds at most ${maxReviewComments} comments.`);
  }
  const side = sideOf(of.principal, of.course) ?? 'author';
  const comment: ReviewComment = {
    ...{ by: partyOf(of.principal), side, at: deps.clock.now().toISOString(), text: of.text },
    ...(of.moduleId !== undefined && { moduleId: of.moduleId }),
  };
  return { ...review, comments: [...review.comments, comment], rev: review.rev + 1 };
}

/**
 * Approves and thereby publishes a version, or returns it with the reason. Nobody decides on what they submitted
 * themselves, nor on courses of a provider they belong to (case C7).
 */
export async function decideReview(
  deps: ReviewDeps,
  input: At & { readonly version: number; readonly decision: Decision },
): Promise<{ readonly course: Course; readonly review: Review }> {
  const { decision, principal } = input;
  const { course, version, review } = await getReview(deps, input);
  const by = partyOf(principal);
  if (!isReviewer(principal) || review.submittedBy.id === by.id) throw new SelfReview();
  if (review.state !== 'submitted' || course.inReview !== version.version) throw new ReviewClosed();
  // By name: the same item twice ticks no other.
  const open = checklist.filter((item) => !decision.checked.includes(item));
  if (decision.outcome === 'approve' && open.length > 0) {
    throw new NotPublishable('Something of the checklist is open.', {
      issues: open.map((item) => ({ path: '/checked', message: `${item} is not ticked` })),
    });
  }
  // Drafts may change meanwhile; what the approval does to learners may not.
  if (decision.outcome === 'approve' && (course.termsRev ?? 0) > decision.rev) throw new TermsChanged();
  const now = deps.clock.now();
  const said =
    decision.comment === undefined
      ? { ...review, rev: review.rev + 1 }
      : withComment(deps, review, { principal, course, text: decision.comment });
  const state = decision.outcome === 'approve' ? ('approved' as const) : ('returned' as const);
  const decided: Review = {
    ...said,
    ...{ state, decidedBy: by, decidedAt: now.toISOString(), checked: decision.checked },
  };
  const { inReview: _done, ...rest } = course;
  const next: Course =
    state === 'approved'
      ? publishedFrom(course, version, { now })
      : { ...rest, updatedAt: now.toISOString(), rev: course.rev + 1 };
  if ((await deps.courses.change({ course: next, review: decided })) === 'conflict')
    throw new CourseChanged();
  return { course: next, review: decided };
}

function isReviewer(principal: Principal): boolean {
  if (principal.kind === 'person')
    return principal.roles.includes('reviewer') && principal.providerId === undefined;
  return (
    principal.kind === 'client' &&
    principal.tenant.kind === 'platform' &&
    principal.scopes.includes('courses/review')
  );
}

function sideOf(principal: Principal, course: Course): ReviewComment['side'] | undefined {
  if (isReviewer(principal)) return 'reviewer';
  if (principal.kind === 'person') return principal.providerId === course.providerId ? 'author' : undefined;
  if (principal.kind !== 'client' || principal.tenant.kind !== 'provider') return undefined;
  return principal.tenant.providerId === course.providerId ? 'author' : undefined;
}

function partyOf(principal: Principal): ReviewParty {
  if (principal.kind === 'person') return { id: principal.personId, name: principal.name };
  if (principal.kind === 'client') return { id: principal.clientId, name: principal.name };
  throw new CourseNotFound();
}
