import { listInbox, markAllRead, type NoticeId } from '@sinau/notifications';
import { noticeText } from '@sinau/notifications/text';
import type { InboxPorts } from '@sinau/web';
import type { PortalDeps } from './deps.ts';

export function joinInbox(deps: Pick<PortalDeps, 'notices' | 'clock'>): InboxPorts {
  return {
    inboxOf: async (principal, { token, locale }) => {
      const after = token === undefined ? {} : { after: token as NoticeId };
      const { notices, next } = await listInbox(deps, { principal, ...after });
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
      return { items, ...(next !== undefined && { nextPageToken: next }) };
    },
    markAllRead: async (principal) => {
      await markAllRead(deps, { principal });
    },
  };
}
