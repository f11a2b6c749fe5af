import type { ServiceStore } from '@sinau/feedback';
import { surveyDay } from '@sinau/feedback';
import { type ForumStore, type OverdueCommitments, overdueIn } from '@sinau/feedback/forums';
import { daysBetween } from '@sinau/kernel';
import { holdersOf, type TellDeps, tell } from '../shared/tell.ts';

export interface OverdueDeps extends TellDeps {
  readonly services: Pick<ServiceStore, 'agencies'>;
  readonly forums: Pick<ForumStore, 'list'>;
}

/** Days that were missed are made up for; what is overdue for longer stands on the page of the forums. */
const slackDays = 7;

/**
 * Tells the administrators of agencies which promises to citizens were not kept by their day, once a forum and day by the id of the notice. Looks at
 * the forums of every agency that has a service.
 */
export async function tellOverdue(deps: OverdueDeps): Promise<number> {
  let told = 0;
  const today = surveyDay(deps.clock.now());
  for (const agencyId of await deps.services.agencies()) {
    const late = (await overdueIn(deps, agencyId)).filter(({ due }) => daysBetween(due, today) <= slackDays);
    if (late.length === 0) continue;
    const admins = await holdersOf(deps, { kind: 'agency', agencyId }, 'agency-admin');
    for (const group of late) {
      for (const personId of admins) await tellOf(deps, group, personId);
      told += 1;
    }
  }
  return told;
}

async function tellOf(
  deps: OverdueDeps,
  { forum, due, commitments }: OverdueCommitments,
  personId: string,
): Promise<void> {
  const params = {
    ...{ forum: forum.title, due, count: commitments.length },
    first: commitments[0]?.text ?? '',
  };
  await tell(
    deps,
    { eventId: `commitments-overdue:${forum.forumId}:${due}:${personId}`, personId },
    { kind: 'commitments-overdue', params, link: `/agency/citizens/forums/${forum.forumId}` },
  );
}
