import type { ToolPort } from '@sinau/catalogue';
import type { ElsewherePort, ElsewhereVisit } from '@sinau/delivery';
import { DeliveryNotFound } from '@sinau/delivery';

/** How people get to content that other systems show. */
export function createWaysElsewhere(ways: {
  /** Absent where nothing launches tools. */
  readonly lti?: (visit: ElsewhereVisit) => Promise<string>;
}): ElsewherePort {
  return {
    open: async (visit) => {
      if (visit.content.kind === 'external') return visit.content.page.url;
      if (!ways.lti) throw new DeliveryNotFound('This part cannot be opened from here.');
      return ways.lti(visit);
    },
  };
}

/** Where no tools are registered. */
export const noTools: ToolPort = { mayPlace: async () => false };
