import type { LtiClientId, LtiToolStore, ToolHealthStore } from '@sinau/delivery/lti';
import type { ToolTroubled } from '@sinau/domain-events';
import type { PersonId } from '@sinau/kernel';
import { type NoticeId, notify } from '@sinau/notifications';
import { holdersOf, operatorsOnDuty, type TellDeps, tell } from '../shared/tell.ts';

/** So many are told at a time. */
const atOnce = 100;

export interface TellOfToolsDeps extends TellDeps {
  readonly tools: Pick<LtiToolStore, 'find'>;
  readonly toolHealth: Pick<ToolHealthStore, 'listWaits' | 'removeWait'>;
}

/**
 * Of a tool that does not answer: the authors of its provider and operators in inbox and mail, and the contacts that it has named, who are no
 * people here, by mail alone. That it is back: whoever waits for it.
 */
export async function tellOfTool(deps: TellOfToolsDeps, fact: ToolTroubled): Promise<void> {
  const tool = await deps.tools.find(fact.clientId as LtiClientId);
  // Gone since: nobody can do anything about it.
  if (!tool) return;
  if (fact.trouble === 'back') return tellWaiting(deps, { fact, name: tool.name });
  const { clientId, providerId, name, contacts = [] } = tool;
  const params = { name, trouble: fact.trouble, since: fact.since };
  const content = { kind: 'tool-troubled', params } as const;
  const link = `/studio/tools/${clientId}`;
  for (const personId of await holdersOf(deps, { kind: 'provider', providerId }, 'provider-author')) {
    await tell(deps, { eventId: `${fact.eventId}:${personId}`, personId }, { ...content, link });
  }
  for (const personId of await operatorsOnDuty(deps)) {
    const told = { eventId: `${fact.eventId}:${personId}`, personId };
    await tell(deps, told, { ...content, link: `/operator/tools/${clientId}` });
  }
  for (const [n, to] of contacts.entries()) {
    await notify(deps, {
      ...content,
      personId: `contact:${clientId}:${n}` as PersonId,
      noticeId: `${fact.eventId}:contact:${n}` as NoticeId,
      email: { to, locale: 'id' },
    });
  }
}

/** Each once: whoever was told waits no more, and a repeat tells those who are left. */
async function tellWaiting(
  deps: TellOfToolsDeps,
  { fact, name }: { readonly fact: ToolTroubled; readonly name: string },
): Promise<void> {
  for (;;) {
    const waits = await deps.toolHealth.listWaits(fact.clientId as LtiClientId, atOnce);
    for (const wait of waits) {
      const { personId, courseId, partId } = wait;
      const link = `/courses/${courseId}/learn/${encodeURIComponent(partId)}`;
      const told = { eventId: `${fact.eventId}:${personId}`, personId };
      await tell(deps, told, { kind: 'tool-back', params: { name }, link });
      await deps.toolHealth.removeWait(wait);
    }
    if (waits.length < atOnce) return;
  }
}
