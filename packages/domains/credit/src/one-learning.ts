import { lettersAndDigits } from '@sinau/kernel';
import { doubtsOf } from './doubts.ts';
import type { CourseLine } from './ledger/entry.ts';
import type { Account } from './ledger/fold-accounts.ts';
import { addDays, type LocalDate } from './local-date.ts';

/** As it is printed. */
export interface CertificateOf {
  readonly number: string;
  readonly issuer: string;
}

/** Equal for one certificate, however it was typed. */
export const certificateKey = ({ number, issuer }: CertificateOf): string =>
  `${lettersAndDigits(number)} ${lettersAndDigits(issuer)}`;

const numberIn = (key: string): string => key.slice(0, key.indexOf(' '));

/** Something that was learned elsewhere, as far as it is compared. */
export interface Compared {
  readonly title: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly certificates: readonly string[];
}

/** `certificate`: number and issuer are the same, so that it is one learning. Else somebody has to look. */
export interface LikeCourse extends CourseLine {
  readonly by: 'certificate' | 'number' | 'title';
}

/** A certificate is often dated some days after the last day of work. */
const graceDays = 7;

/** Every organiser has a certificate number 12. */
const tellingLength = 6;

/** Courses that were completed here, and events that were attended, which are, or may be, what was learned elsewhere. Those that were taken back are none. */
export function likeCourses(accounts: readonly Account[], learned: Compared): readonly LikeCourse[] {
  return accounts.flatMap((account): readonly LikeCourse[] => {
    const { earned, parts, standing } = account;
    if (earned.source.kind === 'external' || standing === 'reversed') return [];
    const by = likeness(account, learned);
    if (!by) return [];
    const days = parts.map(({ date }) => date).toSorted();
    const [startsOn = '', endsOn = ''] = [days[0], days.at(-1)];
    return [{ line: earned.entryId, title: earned.title, startsOn, endsOn, by }];
  });
}

function likeness({ earned, parts, certificates }: Account, learned: Compared): LikeCourse['by'] | undefined {
  if (learned.certificates.some((one) => certificates.includes(one))) return 'certificate';
  const [from, to] = [addDays(learned.startsOn, -graceDays), addDays(learned.endsOn, graceDays)];
  const isNear = parts.some(({ date }) => from <= date && date <= to);
  const numbers = new Set(certificates.map(numberIn));
  const isNumbered = (number: string) => numbers.has(number) && (isNear || number.length >= tellingLength);
  if (learned.certificates.map(numberIn).some(isNumbered)) return 'number';
  const title = lettersAndDigits(learned.title);
  const isCalled = Object.values(earned.title).some((one) => lettersAndDigits(one) === title);
  return isCalled && isNear ? 'title' : undefined;
}

/** An account of something learned elsewhere, as it is compared. */
export function comparedOf({ earned, parts, certificates }: Account): Compared {
  const days = parts.map(({ date }) => date).toSorted();
  const [startsOn = '', endsOn = ''] = [days[0], days.at(-1)];
  return { title: Object.values(earned.title)[0] ?? '', startsOn, endsOn, certificates };
}

/**
 * Which accounts say once more what another says, in whatever order both came. What was completed here stands before what
 * was learned elsewhere: more is known of it. It gives way to nobody, held or rejected neither, unless it was taken back.
 */
export function saidTwice(accounts: readonly Account[]): ReadonlySet<string> {
  const courses = accounts.filter(
    ({ earned, standing }) => earned.source.kind !== 'external' && standing !== 'reversed',
  );
  const printed = new Set(courses.flatMap(({ certificates }) => certificates));
  const twice = accounts.filter(
    ({ earned, certificates }) =>
      earned.source.kind === 'external' && certificates.some((one) => printed.has(one)),
  );
  return new Set(twice.map(({ earned }) => earned.entryId));
}

/**
 * A record was held, or rejected, for courses. Those that have been taken back since ask nothing any more; of the others one that
 * was found to be the same is enough, and so is one that nobody has decided about.
 */
export function standingAmong(account: Account, accounts: readonly Account[]): Account['standing'] {
  const { heldFor, standing, entries } = account;
  if (standing === 'reversed' || heldFor.length === 0) return standing;
  if (heldFor.some(({ code }) => code !== 'counted-already')) return standing;
  const stands = (line: string) =>
    accounts.some((one) => one.earned.entryId === line && one.standing !== 'reversed');
  const verdicts = [...doubtsOf(entries)].filter(([line]) => stands(line)).map(([, verdict]) => verdict);
  if (verdicts.includes('rejected')) return 'rejected';
  return verdicts.includes('open') ? 'held' : 'counts';
}
