import type { AgencyId } from '@sinau/kernel';
import type { KeptClosing } from './counted.ts';
import type { CountStore, StaffDirectory, StaffMember } from './ports.ts';

interface ClosedRow {
  readonly closing: KeptClosing;
  /** Absent: not of the agency any more, whose row counts all the same. */
  readonly member?: StaffMember;
}

/** What is behind the gap points that an agency has closed in a year, newest first: every row that was counted. */
export async function listClosed(
  deps: {
    readonly counts: Pick<CountStore, 'closedIn' | 'closings'>;
    readonly staff: Pick<StaffDirectory, 'find'>;
  },
  input: {
    readonly agencyId: AgencyId;
    readonly year: number;
    readonly limit: number;
    readonly after?: string;
  },
): Promise<{
  /** Of the whole year. */
  readonly points: number;
  readonly changes: number;
  readonly rows: readonly ClosedRow[];
  readonly next?: string;
}> {
  const { agencyId, year, limit, after } = input;
  const [{ points, changes }, page] = await Promise.all([
    deps.counts.closedIn(agencyId, year),
    deps.counts.closings({ agencyId, year }, { limit, ...(after !== undefined && { after }) }),
  ]);
  const rows: ClosedRow[] = [];
  for (const closing of page.closings) {
    const member = await deps.staff.find(closing.personId);
    rows.push({ closing, ...(member?.agencyId === agencyId && { member }) });
  }
  return { points, changes, rows, ...(page.next !== undefined && { next: page.next }) };
}
