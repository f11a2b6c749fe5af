import { type Brand, type LocalDate, plainLines } from '@sinau/kernel';
import * as z from 'zod';
import type { SurveyPlace } from './ports.ts';

export type CommentId = Brand<'CommentId'>;

export const commentStates = ['waiting', 'shown', 'hidden'] as const;
export type CommentState = (typeof commentStates)[number];

/** Why a comment is not told in public. Being unwelcome is none. */
export const hidingReasons = ['names-somebody', 'insult', 'advertisement', 'off-topic'] as const;
export type HidingReason = (typeof hidingReasons)[number];

/** What somebody wrote beside their scores. Which scores these were is not kept. */
export interface Comment extends SurveyPlace {
  readonly commentId: CommentId;
  readonly day: LocalDate;
  readonly text: string;
  readonly state: CommentState;
  readonly reason?: HidingReason;
  /** Name of the moderator, and when they decided. */
  readonly decided?: { readonly by: string; readonly at: string };
}

export const longestComment = 1_000;

export const commentSchema = z
  .string()
  .trim()
  .max(longestComment)
  .regex(plainLines, { message: 'must be plain text' });
