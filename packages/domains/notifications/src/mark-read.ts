import type { Clock, PersonPrincipal } from '@sinau/kernel';
import { NoticeNotFound } from './errors.ts';
import type { NoticeId } from './notice.ts';
import type { NoticeStore } from './ports.ts';

/** Marks one notice of the signed-in person as read; doing it twice is harmless. */
export async function markRead(
  deps: { readonly notices: NoticeStore; readonly clock: Clock },
  input: { readonly principal: PersonPrincipal; readonly noticeId: NoticeId },
): Promise<void> {
  const ref = { personId: input.principal.personId, noticeId: input.noticeId };
  const outcome = await deps.notices.markRead(ref, deps.clock.now().toISOString());
  if (outcome === 'absent') throw new NoticeNotFound();
}
