import type { PersonPrincipal } from '@sinau/kernel';
import { NoticeNotFound } from './errors.ts';
import type { Notice, NoticeId } from './notice.ts';
import type { NoticeStore } from './ports.ts';

export interface InboxPage {
  readonly notices: readonly Notice[];
  /** `after` of the next page; absent on the last. */
  readonly next?: NoticeId;
}

/** The signed-in person's notices, newest first; `limit` 1–100, 20 unless told. */
export async function listInbox(
  deps: { readonly notices: NoticeStore },
  input: { readonly principal: PersonPrincipal; readonly limit?: number; readonly after?: NoticeId },
): Promise<InboxPage> {
  const { personId } = input.principal;
  const limit = Math.min(100, Math.max(1, Math.trunc(input.limit ?? 20)));
  const after =
    input.after === undefined ? undefined : await deps.notices.find({ personId, noticeId: input.after });
  if (input.after !== undefined && !after) throw new NoticeNotFound();
  const found = await deps.notices.list({ personId, limit: limit + 1, ...(after && { after }) });
  const notices = found.slice(0, limit);
  const last = notices.at(-1);
  return { notices, ...(found.length > limit && last && { next: last.noticeId }) };
}
