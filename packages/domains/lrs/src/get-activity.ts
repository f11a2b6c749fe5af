import type { Activity } from '@sinau/xapi';
import type { StoreName } from './model.ts';
import type { ActivityStore } from './ports.ts';

/** The activity with all that statements ever said about it; bare when nothing is known (1.0.3 Communication 2.5). */
export async function getActivity(
  deps: { readonly activities: ActivityStore },
  request: { readonly store: StoreName; readonly activityId: string },
): Promise<Activity & { readonly objectType: 'Activity' }> {
  const definition = await deps.activities.find(request.store, request.activityId);
  return { objectType: 'Activity', id: request.activityId, ...(definition && { definition }) };
}
