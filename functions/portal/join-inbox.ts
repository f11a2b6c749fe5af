import { listInbox, markAllRead, type NoticeId } from '@sinau/notifications';
import { noticeText } from '@sinau/notifications/text';
import type { InboxPorts } from '@sinau/web';
import * as z from 'zod';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { PortalDeps } from './deps.ts';

const noticeIdSchema = z.custom<NoticeId>((value) => typeof value === 'string');

export function joinInbox(deps: Pick<PortalDeps, 'notices' | 'clock' | 'signer'>): InboxPorts {
  return {
    inboxOf: async (principal, { token, locale }) => {
      const pages = sealedPages(deps, { list: 'inbox', by: principal, place: noticeIdSchema });
      const { notices, next } = await listInbox(deps, { principal, ...pages.open(token) });
      const items = notices.map((notice) => {
        const { title, body } = noticeText(notice, locale);
        const { noticeId, createdAt, link, readAt } = notice;
        return {
          notificationId: noticeId,
          at: createdAt,
          title,
          text: body,
          read: readAt !== undefined,
          ...(link !== undefined && { href: link }),
        };
      });
      return { items, ...(next !== undefined && { nextPageToken: pages.seal(next) }) };
    },
    markAllRead: async (principal) => {
      await markAllRead(deps, { principal });
    },
  };
}
