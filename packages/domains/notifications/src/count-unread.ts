import type { PersonPrincipal } from '@sinau/kernel';
import type { NoticeStore } from './ports.ts';

/** The number beside the bell. */
export async function countUnread(
  deps: { readonly notices: NoticeStore },
  input: { readonly principal: PersonPrincipal },
): Promise<number> {
  return deps.notices.countUnread(input.principal.personId);
}
