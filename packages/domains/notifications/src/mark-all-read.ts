import type { Clock, PersonPrincipal } from '@sinau/kernel';
import type { Notice } from './notice.ts';
import type { NoticeStore } from './ports.ts';

/** Marks every unread notice of the signed-in person as read; gives their number. */
export async function markAllRead(
  deps: { readonly notices: NoticeStore; readonly clock: Clock },
  input: { readonly principal: PersonPrincipal },
): Promise<number> {
  const { personId } = input.principal;
  const readAt = deps.clock.now().toISOString();
  let left = await deps.notices.countUnread(personId);
  let marked = 0;
  let after: Notice | undefined;
  // Newest first, and no further back than the oldest unread one.
  while (left > 0) {
    const page = await deps.notices.list({ personId, limit: 50, ...(after && { after }) });
    for (const { noticeId, readAt: alreadyReadAt } of page) {
      if (alreadyReadAt !== undefined) continue;
      if ((await deps.notices.markRead({ personId, noticeId }, readAt)) === 'read') marked += 1;
      left -= 1;
    }
    after = page.at(-1);
    if (!after) break;
  }
  return marked;
}
