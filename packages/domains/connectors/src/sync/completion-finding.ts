import { completionOfCourse, isOutOfReach } from '../completion-settings.ts';
import type { Connection } from '../connection.ts';
import type { CourseDesk } from './ports.ts';
import type { ItemFinding, SyncItem } from './sync-item.ts';

type Settings = Pick<Connection, 'kind' | 'start' | 'completion'>;

/** What is to note of an item: what was found when it was read, and of its completion what is so now. */
export async function findingsNow(
  { desk }: { readonly desk: Pick<CourseDesk, 'completionOf'> },
  connection: Settings,
  item: SyncItem,
): Promise<readonly ItemFinding[]> {
  const found = findingsWaiting(connection, item);
  const { accepted, courseId, closed } = item;
  const isLed = completionOfCourse(connection, item)?.by !== 'completed';
  // Where the provider says it, every rule can be met, and nothing has to be read.
  if (!accepted || courseId === undefined || closed || !isLed) return found;
  const rule = await desk.completionOf(courseId);
  return rule && isOutOfReach(rule, connection, item) ? [...found, 'completion-out-of-reach'] : found;
}

/** The same of what waits alone, without a look at courses that were made. */
export function findingsWaiting(connection: Settings, item: SyncItem): readonly ItemFinding[] {
  const found = item.waiting?.findings ?? [];
  return isUnchosen(connection, item) ? [...found, 'completion-unchosen'] : found;
}

/** A course that starts in a tool counts by the tool's score; one without an address has no module yet. */
function isUnchosen(connection: Settings, { waiting, content, ...item }: SyncItem): boolean {
  if (waiting?.change !== 'new' || content.url === undefined) return false;
  if (connection.start || waiting.findings.includes('url-unusable')) return false;
  return completionOfCourse(connection, item) === undefined;
}
