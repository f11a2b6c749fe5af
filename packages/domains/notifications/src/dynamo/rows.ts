import type { PersonId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type Notice, type NoticeId, noticeContentSchema } from '../notice.ts';
import { inboxPartition, noticeIdKey, noticeSortKey } from './keys.ts';

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

export const readCreatedAt = (row: Item): string => z.object({ createdAt: z.string() }).parse(row).createdAt;

export const readUnread = (row: Item): number => z.object({ unread: z.number() }).parse(row).unread;
