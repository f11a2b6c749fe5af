import {
  type Clock,
  hiddenGroups,
  isSmall,
  localDateOf,
  type PersonPrincipal,
  type Principal,
  yearOf,
} from '@sinau/kernel';
import { agencyOf } from './authority.ts';
import { RecognitionNotFound } from './errors.ts';
import type { Listed, ListName, Member, MemberDirectory, Page, Place, RecognitionStore } from './ports.ts';
import { type Recognition, type Value, values } from './recognition.ts';
import { ruleOn, teachingRules } from './rules.ts';
import { countedMinutes, type Share, sharesIn } from './teaching.ts';

interface Deps {
  readonly recognitions: RecognitionStore;
  readonly members: MemberDirectory;
  readonly clock: Clock;
}

export interface OwnRecognitions {
  /** That stand, newest first. */
  readonly granted: readonly Recognition[];
  /** Were granted, and are not any more. */
  readonly gone: readonly Recognition[];
  /** What the person proposed of others, newest first. */
  readonly proposed: readonly Recognition[];
  readonly teaching: {
    readonly year: number;
    /** That count: of one day the rule takes so many at most. */
    readonly minutes: number;
    readonly shares: readonly Share[];
    /** Minutes from which the next step is recognised; absent: there is none. */
    readonly next?: number;
    readonly rule?: (typeof teachingRules)[number];
  };
}

const newestFirst = (a: Recognition, b: Recognition): number =>
  (b.steps.at(-1)?.at ?? '').localeCompare(a.steps.at(-1)?.at ?? '');

/** What of a proposal its proposer made is shown to them. */
const mostProposed = 50;

/** What somebody was recognised for, is on the way to, and proposed of others. A proposal about them is not told before it is granted. */
export async function readOwn(
  deps: Deps,
  { principal }: { readonly principal: PersonPrincipal },
): Promise<OwnRecognitions> {
  const [book, proposed] = await Promise.all([
    deps.recognitions.book(principal.personId),
    deps.recognitions.proposedBy(principal.personId, mostProposed),
  ]);
  const year = yearOf(localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta'));
  const shares = sharesIn(book.shares, year);
  const rule = ruleOn(teachingRules, `${year}-01-01`);
  const counted = rule ? countedMinutes(shares, rule) : [];
  const minutes = counted.reduce((sum, one) => sum + one, 0);
  const next = rule?.steps.find((step) => step > minutes);
  const wasGranted = ({ steps }: Recognition) => steps.some(({ to }) => to === 'granted');
  return {
    granted: book.recognitions.filter(({ state }) => state === 'granted').toSorted(newestFirst),
    gone: book.recognitions.filter((one) => one.state !== 'granted' && wasGranted(one)).toSorted(newestFirst),
    proposed,
    teaching: { year, minutes, shares, ...(next !== undefined && { next }), ...(rule && { rule }) },
  };
}

/** What the people of a supervisor were recognised for, by person. */
export async function readTeam(
  deps: Deps,
  { principal }: { readonly principal: PersonPrincipal },
): Promise<readonly { readonly member: Member; readonly granted: readonly Recognition[] }[]> {
  const team = await deps.members.teamOf(principal.personId);
  return Promise.all(
    team.map(async (member) => {
      const { recognitions } = await deps.recognitions.book(member.personId);
      const granted = recognitions.filter(({ state }) => state === 'granted').toSorted(newestFirst);
      return { member, granted };
    }),
  );
}

/** What colleagues of one's unit show to it; whoever is in no unit has none. Only of those who are in it now. */
export async function readUnit(
  deps: Deps,
  { principal, page }: { readonly principal: PersonPrincipal; readonly page: Page },
): Promise<{
  readonly lines: readonly { readonly member: Member; readonly one: Recognition }[];
  readonly next?: string;
}> {
  const own = await deps.members.find(principal.personId);
  if (!own || own.unitId === '') return { lines: [] };
  const { recognitions, next } = await deps.recognitions.ofUnit(own, page);
  const lines: { readonly member: Member; readonly one: Recognition }[] = [];
  for (const one of recognitions) {
    const member = await deps.members.find(one.personId);
    if (member?.agencyId === own.agencyId && member.unitId === own.unitId) lines.push({ member, one });
  }
  return { lines, ...(next !== undefined && { next }) };
}

/** For the agency: what waits, what stands, what is over. What is proposed about an administrator is for another one. */
export async function listOfAgency(
  { recognitions }: Pick<Deps, 'recognitions'>,
  input: {
    readonly principal: Principal;
    readonly list: ListName;
    readonly year?: number;
    readonly page: Page;
  },
): Promise<Listed> {
  const { principal, list, year, page } = input;
  const agencyId = agencyOf(principal);
  const listed = await recognitions.ofAgency({ agencyId, list, ...(year !== undefined && { year }) }, page);
  const own = principal.kind === 'person' ? principal.personId : undefined;
  return {
    ...listed,
    recognitions: listed.recognitions.filter((one) => one.state !== 'proposed' || one.personId !== own),
  };
}

/** One of the agency's; a proposal about whoever asks is answered like none. */
export async function readOfAgency(
  { recognitions }: Pick<Deps, 'recognitions'>,
  { principal, place }: { readonly principal: PersonPrincipal; readonly place: Place },
): Promise<Recognition> {
  const one = await recognitions.find(place);
  const isOwnProposal = one?.state === 'proposed' && one.personId === principal.personId;
  if (!one || isOwnProposal || one.agencyId !== agencyOf(principal)) throw new RecognitionNotFound();
  return one;
}

/** How many stand; where that would tell of few people, none. */
export interface Counted {
  readonly key: string;
  /** Absent: hidden. */
  readonly count?: number;
}

export interface RecognitionCounts {
  readonly year: number;
  /** Absent: hidden. */
  readonly total?: number;
  /** In the order of the values. */
  readonly byValue: readonly Counted[];
  /** Units that have any; `''`: in none. Most first. */
  readonly byUnit: readonly Counted[];
}

/** Recognitions of a year that stand, by value and by unit. Below five nothing is told, and as much of the rest that nobody can reckon it back (case P3). */
export async function countOfAgency(
  { recognitions }: Pick<Deps, 'recognitions'>,
  { principal, year }: { readonly principal: Principal; readonly year: number },
): Promise<RecognitionCounts> {
  const counts = await recognitions.counts(agencyOf(principal), year);
  const byValue = new Map<string, number>(values.map((value) => [value, 0]));
  const byUnit = new Map<string, number>();
  for (const [unitId, of] of counts) {
    for (const [value, count] of Object.entries(of) as [Value, number][]) {
      byValue.set(value, (byValue.get(value) ?? 0) + count);
      byUnit.set(unitId, (byUnit.get(unitId) ?? 0) + count);
    }
  }
  const total = [...byUnit.values()].reduce((sum, count) => sum + count, 0);
  const units = told(byUnit).filter(({ count }) => count !== 0);
  return {
    ...{ year, byValue: told(byValue) },
    ...(!isSmall(total) && { total }),
    byUnit: units.toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0) || a.key.localeCompare(b.key)),
  };
}

function told(groups: ReadonlyMap<string, number>): readonly Counted[] {
  const hidden = hiddenGroups(groups);
  return [...groups].map(([key, count]) => ({ key, ...(!hidden.has(key) && { count }) }));
}
