import { PageCursorInvalid } from '@sinau/delivery/lti-services';
import type { TextBox, ToolPrincipal } from '@sinau/kernel';
import { openCursor, sealCursor } from '@sinau/lti/services';
import type * as z from 'zod';

/** Cursors of one list of one tool. They hold the filters of the list, since nothing else in an address is sure to survive a tool. */
export function pagesOf<Schema extends z.ZodType>(
  { cursors }: { readonly cursors: TextBox },
  list: { readonly tool: ToolPrincipal; readonly url: string; readonly schema: Schema },
) {
  const purpose = JSON.stringify(['lti-page', list.tool.clientId, list.url]);
  return {
    /** Address of the list from there. */
    urlOf: (name: 'page' | 'since', state: z.input<Schema>) =>
      `${list.url}?${name}=${sealCursor(cursors, purpose, state)}`,
    /** Rejects what is not ours, or of another list. */
    read(cursor: string): z.output<Schema> {
      const state = list.schema.safeParse(openCursor(cursors, purpose, cursor));
      if (!state.success) throw new PageCursorInvalid();
      return state.data;
    },
  };
}
