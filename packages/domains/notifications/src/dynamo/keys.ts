import type { PersonId } from '@sinau/kernel';
import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { Notice, NoticeId } from '../notice.ts';

/** Everything about one person's inbox. */
export const inboxPartition = (personId: PersonId): string => composeKey('INBOX', personId);

/** Sort keys of the notices themselves, in the order of their times. */
export const noticePrefix = keyPrefix('NOTICE');

export const noticeSortKey = ({ createdAt, noticeId }: Pick<Notice, 'createdAt' | 'noticeId'>): string =>
  composeKey('NOTICE', createdAt, noticeId);

/** Makes a notice id unique for the person and says when it was created, which leads to the notice. */
export const noticeIdKey = (personId: PersonId, noticeId: NoticeId): Key => ({
  pk: inboxPartition(personId),
  sk: composeKey('NOTICE-ID', noticeId),
});

/** What is mailed and stands in no inbox. */
export const letterKey = (personId: PersonId, noticeId: NoticeId): Key => ({
  pk: inboxPartition(personId),
  sk: composeKey('LETTER', noticeId),
});

export const wishesKey = (personId: PersonId): Key => ({ pk: inboxPartition(personId), sk: 'MAIL-WISHES' });

export const heldKey = (personId: PersonId, noticeId: NoticeId): Key => ({
  pk: inboxPartition(personId),
  sk: composeKey('MAIL-HELD', noticeId),
});

/** gsi1: mails whose quiet hours run, the earliest first. */
export const heldPartition = 'MAILS-HELD';

export const unreadKey = (personId: PersonId): Key => ({ pk: inboxPartition(personId), sk: 'UNREAD' });
