import type { Brand, LocalDate } from '@sinau/kernel';
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
  .regex(/^[\P{Cc}\n\r\t]*$/u, { message: 'must be plain text' });

const address = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,190}\.\p{L}{2,24}/gu;
/** Nine digits or more, however they are written: telephone, NIK, NIP, bank account. Dates and small amounts have fewer. */
const number = /\+?\p{Nd}(?:[ .\-/()]{0,2}\p{Nd}){8,}/gu;

/** The text without what tells who somebody is, as far as a machine sees it: addresses and long numbers. Names are for the moderator. */
export const blotOut = (text: string): string => text.replace(address, '[…]').replace(number, '[…]');
