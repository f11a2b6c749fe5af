import * as z from 'zod';
import type { ExternalCourse } from '../external.ts';
import { readLanguage } from '../quantities.ts';
import { aboutPage, codeOf, descriptionOf, periodOf, titleOf } from './courses.ts';
import { addressIn, amount, courseKey, moment, truth, words } from './wire.ts';

const seatSchema = z.object({ type: words, price: amount, currency: words });

const runSchema = z.object({
  key: courseKey,
  title: words,
  short_description: words,
  full_description: words,
  marketing_url: words,
  seats: z.array(seatSchema).nullish(),
  enrollment_start: moment,
  enrollment_end: moment,
  start: moment,
  end: moment,
  status: words,
  hidden: truth,
  /** Of search results instead of `status`. */
  published: truth,
  content_language: words,
  modified: moment,
});

/** What else search finds: courses, programs, people. */
const otherSchema = z.object({ content_type: z.string() });

export interface RunSite {
  /** Of the site where learners take the course, not of the catalogue. */
  readonly baseUrl: string;
  /** Whose price counts, e.g. `verified`. */
  readonly mode: string;
}

/**
 * Runs of the catalogue service, from `/api/v1/course_runs/` and `/api/v1/search/all/`. Runs that are not published, and what
 * is no run, are left out. Undefined when one of them cannot be read.
 */
export function readOpenEdxRuns(
  items: readonly unknown[],
  site: RunSite,
): readonly ExternalCourse[] | undefined {
  const runs = items.filter((item) => {
    const other = otherSchema.safeParse(item).data;
    return other === undefined || other.content_type === 'courserun';
  });
  const parsed = z.array(runSchema).safeParse(runs);
  return parsed.data
    ?.filter(({ status, published }) => published !== false && (status === '' || status === 'published'))
    .map((run) => courseOf(run, site));
}

function courseOf(run: z.infer<typeof runSchema>, { baseUrl, mode }: RunSite): ExternalCourse {
  const { key, modified } = run;
  // `course-v1:Org+Number+Run`
  const [org = '', number = ''] = key.replace(/^[^:]*:/, '').split(/[+/]/);
  const code = codeOf(org, number);
  const language = readLanguage(run.content_language);
  const price = priceOf(run.seats ?? [], mode);
  return {
    externalId: key,
    ...(code !== '' && { code }),
    title: titleOf(run.title, key),
    description: descriptionOf(run.full_description || run.short_description),
    url: pageOf(run.marketing_url) ?? aboutPage(baseUrl, key),
    languages: language === undefined ? [] : [language],
    competencies: [],
    ...(price !== undefined && { price }),
    ...periodOf(run),
    visible: run.hidden !== true,
    ...(modified !== undefined && { modifiedAt: modified }),
  };
}

/** Whole rupiah of the seat that learners get. Nobody knows today's rate of another currency: such a price is not told. */
function priceOf(seats: readonly z.infer<typeof seatSchema>[], mode: string): number | undefined {
  const seat = seats.find(({ type }) => type === mode);
  if (seat?.price === undefined || seat.price > 10_000_000_000) return undefined;
  if (seat.price === 0) return 0;
  return seat.currency.toUpperCase() === 'IDR' ? Math.round(seat.price) : undefined;
}

/** A marketing page may be a path of a site that nobody names. */
function pageOf(text: string): string | undefined {
  return text.length <= 2_000 && /^https?:$/.test(addressIn(text)?.protocol ?? '') ? text : undefined;
}
