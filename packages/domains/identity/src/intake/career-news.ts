import { type EmployeeNumberKind, parseEmployeeNumber } from '@sinau/kernel';
import type { Employment } from '../people/career.ts';
import { type CareerRequest, numberKindOf } from '../people/career-request.ts';
import { newestGrade } from '../people/grade.ts';
import { currentEmployeeNumber, type Person } from '../people/person.ts';
import type { IntakeRow } from './intake-row.ts';

type Told = Pick<
  IntakeRow,
  'status' | 'contract' | 'post' | 'grade' | 'legalStanding' | 'education' | 'since'
> & { readonly number?: string };

/** What of a told status, post and number is not known yet: telling the same again changes nothing. */
export function careerNews(person: Person, told: Told, now: Date): CareerRequest {
  const { contract, since, number } = told;
  const current = currentEmployeeNumber(person);
  const employment = person.career?.employment.at(-1);
  const post = person.career?.posts.at(-1);
  const status = told.status ?? employment?.status;
  const isNews =
    status !== undefined &&
    (status !== employment?.status ||
      (contract && (contract.from !== employment.contract?.from || contract.to !== employment.contract.to)));
  const isNewPost =
    told.post &&
    (told.post.title !== post?.title || told.post.family !== post.family || told.post.level !== post.level);
  const wasNumber = person.employeeNumbers.some(({ value }) => value === number);
  return {
    ...(isNews && {
      employment: {
        status,
        ...(contract
          ? { contract, ...newestDay(employment, { status, contract }) }
          : since && { from: since }),
      },
    }),
    ...(isNewPost && told.post && { post: { ...told.post, ...(since && { from: since }) } }),
    ...rankNews(person.career, told),
    // An earlier number still names the person; it is not made the current one again.
    ...(number !== undefined &&
      (!wasNumber || (current?.value === number && isOtherKind(current.kind, status))) && {
        employeeNumber: { kind: kindOf(number, status, now), value: number },
      }),
  };
}

/** A contract that began earlier than was told before corrects the newest entry; beside it, it would be the past. */
function newestDay(known: Employment | undefined, told: Pick<Employment, 'status' | 'contract'>) {
  if (known?.status !== told.status || (told.contract?.from ?? '') >= known.from) return {};
  return { from: known.from };
}

/** What is told anew of grade, legal standing and education. */
export function rankNews(
  career: Person['career'],
  { grade, legalStanding, education, since }: Told,
): Pick<CareerRequest, 'grade' | 'legalStanding' | 'education'> {
  const from = since === undefined ? {} : { from: since };
  return {
    ...(grade && grade !== newestGrade(career)?.grade && { grade: { grade, ...from } }),
    ...(legalStanding &&
      legalStanding !== career?.legalStandings?.at(-1)?.standing && {
        legalStanding: { standing: legalStanding, ...from },
      }),
    ...(education &&
      education !== career?.education?.at(-1)?.level && { education: { level: education, ...from } }),
  };
}

const isOtherKind = (kind: string, status: IntakeRow['status']) =>
  status !== undefined && numberKindOf(status) !== kind;

/** Where no status says it: a number that is no NIP is a NI PPPK. */
export function kindOf(number: string, status: IntakeRow['status'], now: Date): EmployeeNumberKind {
  if (status !== undefined) return numberKindOf(status);
  return 'value' in parseEmployeeNumber(number, 'NIP', now) ? 'NIP' : 'NI_PPPK';
}
