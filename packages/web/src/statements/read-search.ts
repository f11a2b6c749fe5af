import type { TimeZone } from '../i18n/format.ts';
import type { FormState } from '../layout/form.tsx';
import type { Ui } from '../ui.ts';
import type { StatementSearch } from './ports.ts';

/** Hours ahead of UTC; none of the three zones knows summer time. */
const hoursAhead: Readonly<Record<TimeZone, number>> = {
  'Asia/Jakarta': 7,
  'Asia/Makassar': 8,
  'Asia/Jayapura': 9,
};

const dayMs = 24 * 3600_000;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Scheme and something behind it; the record store itself compares as text (RFC 3987 5.3.1). */
const iri = /^[a-z][a-z0-9+.-]*:[^\s"<>\\^`{|}]+$/i;

/** Names of the fields, as they stand in the address of the page. */
const fields = ['who', 'verb', 'activity', 'registration', 'from', 'to', 'related', 'order', 'page'] as const;
type Field = (typeof fields)[number];

export interface ReadSearch {
  readonly form: FormState;
  /** Absent when something in the form is wrong. */
  readonly search?: StatementSearch;
}

/** The search of a page's address. Days are whole days of the reader's own zone, both ends included. */
export function readSearch(ui: Ui, asked: (name: string) => string | undefined): ReadSearch {
  const values: Partial<Record<Field, string>> = {};
  for (const field of fields) {
    const value = asked(field)?.trim();
    if (value) values[field] = value.slice(0, field === 'page' ? 4_000 : 2_000);
  }
  const { who, verb, activity, registration, page } = values;
  const zone = hoursAhead[ui.viewer?.timeZone ?? 'Asia/Jakarta'];
  const since = values.from === undefined ? undefined : startOfDay(values.from, zone);
  const until = values.to === undefined ? undefined : startOfDay(values.to, zone);
  const errors = errorsOf(ui, { values, since, until });
  const { page: _, ...shown } = values;
  const form: FormState = { values: shown, errors };
  if (Object.keys(errors).length > 0) return { form };
  const search: StatementSearch = {
    ...(who && { who }),
    ...(verb && { verb }),
    ...(activity && { activity }),
    ...(registration && { registration: registration.toLowerCase() }),
    // The store's `since` is exclusive: the last millisecond of the day before.
    ...(since !== undefined && { since: new Date(since - 1).toISOString() }),
    ...(until !== undefined && { until: new Date(until + dayMs - 1).toISOString() }),
    related: values.related === 'true',
    ascending: values.order === 'oldest',
    ...(page && { pageToken: page }),
  };
  return { form, search };
}

function errorsOf(
  ui: Ui,
  given: {
    readonly values: Partial<Record<Field, string>>;
    readonly since: number | undefined;
    readonly until: number | undefined;
  },
): Readonly<Record<string, string>> {
  const { values, since, until } = given;
  const { statements: t } = ui.t;
  return {
    ...(values.verb && !iri.test(values.verb) && { verb: t.wrongIri }),
    ...(values.activity && !iri.test(values.activity) && { activity: t.wrongIri }),
    ...(values.registration && !uuid.test(values.registration) && { registration: t.wrongUuid }),
    ...(values.from && since === undefined && { from: t.wrongDate }),
    ...(values.to && until === undefined && { to: t.wrongDate }),
    ...(since !== undefined && until !== undefined && until < since && { to: t.wrongOrder }),
  };
}

/** Epoch milliseconds; undefined for what is no day of the calendar. */
function startOfDay(day: string, zone: number): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  const ms = match ? Date.parse(`${day}T00:00:00.000Z`) : Number.NaN;
  // Date.parse takes 30 February for 2 March.
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day) return undefined;
  return ms - zone * 3600_000;
}
