import { addDays, localDateOf, type PersonId, startOfLocalDay, type TimeZone } from '@sinau/kernel';
import { once } from '../shared/later.ts';
import type { PortalDeps } from './deps.ts';

type Deps = Pick<PortalDeps, 'enrolments' | 'plans' | 'clock'>;

/** Wide enough for the weeks of the rhythm, and for whatever is planned. */
const [backDays, aheadDays] = [100, 400];

/** What several parts of one page want to know of the same person is asked once: their list of courses, and when they learned. */
export function askedOnce<Given extends Deps>(
  deps: Given,
  { personId, zone }: { readonly personId: PersonId; readonly zone: TimeZone },
): Given {
  const today = localDateOf(deps.clock.now().getTime(), zone);
  const at = (days: number) => new Date(startOfLocalDay(addDays(today, days), zone)).toISOString();
  const wide = { from: at(-backDays), until: at(aheadDays) };
  const current = once(() => deps.enrolments.listCurrent(personId));
  const sessions = once(async () => (await deps.plans()).sessionsOf(personId, wide));
  return {
    ...deps,
    enrolments: {
      ...deps.enrolments,
      listCurrent: (id: PersonId) => (id === personId ? current() : deps.enrolments.listCurrent(id)),
    },
    plans: once(async () => {
      const plans = await deps.plans();
      const sessionsOf: typeof plans.sessionsOf = async (id, span) =>
        id === personId && wide.from <= span.from && span.until <= wide.until
          ? (await sessions()).filter(({ from }) => span.from <= from && from < span.until)
          : plans.sessionsOf(id, span);
      return { ...plans, sessionsOf };
    }),
  };
}
