import type { PersonId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type Notice, type NoticeId, noticeContentSchema } from '../notice.ts';
import { inboxPartition, letterKey, noticeIdKey, noticeSortKey } from './keys.ts';

const branded = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');

const noticeRow = z.object({
  content: noticeContentSchema,
  noticeId: branded<NoticeId>(),
  personId: branded<PersonId>(),
  link: z.string().exactOptional(),
  createdAt: z.string(),
  readAt: z.string().exactOptional(),
  mailedAt: z.string().exactOptional(),
});

export function toNoticeRow(notice: Notice): Item {
  const { kind, params, ...rest } = notice;
  return {
    pk: inboxPartition(notice.personId),
    sk: noticeSortKey(notice),
    kind: 'notice',
    ...rest,
    content: { kind, params },
  };
}

export const toNoticeIdRow = ({ personId, noticeId, createdAt }: Notice): Item => ({
  ...noticeIdKey(personId, noticeId),
  kind: 'notice-id',
  createdAt,
});

export function readNotice(row: Item): Notice {
  const { content, ...rest } = noticeRow.parse(row);
  return { ...content, ...rest };
}

/** Letters go after a month. */
export function toLetterRow(letter: Notice): Item {
  const { kind, params, ...rest } = letter;
  const expiresAt = Math.ceil(Date.parse(letter.createdAt) / 1_000) + 30 * 86_400;
  return {
    ...letterKey(letter.personId, letter.noticeId),
    kind: 'letter',
    ...rest,
    content: { kind, params },
    expiresAt,
  };
}

export const readCreatedAt = (row: Item): string => z.object({ createdAt: z.string() }).parse(row).createdAt;

export const readUnread = (row: Item): number => z.object({ unread: z.number() }).parse(row).unread;
