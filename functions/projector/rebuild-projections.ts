import { verbs } from '@sinau/cmi5';
import { type RecountDeps, recountAgency, type Workforce } from '@sinau/compliance';
import { followCompletion, refreshYears } from '@sinau/credit';
import type { RegistrationStore } from '@sinau/delivery';
import {
  completeEnrolment,
  type EnrolmentStore,
  type Registration,
  type StatedHours,
} from '@sinau/enrolment';
import type { AgencyId } from '@sinau/kernel';
import type { RecordedFacts, RecordReplay } from '@sinau/lrs/dynamo';
import { countLanes, createFeedRestorer, type RestoreDeps } from '@sinau/records';
import type { CreditParts } from '../shared/credit-parts.ts';
import { nationalStore } from '../shared/record-writer.ts';
import { noteActivities } from './project-facts.ts';
import type { CourseWalk, createInsightRebuilder } from './rebuild-insight.ts';
import { relistSeats } from './relist-seats.ts';

export interface RebuildDeps extends RestoreDeps {
  readonly replay: RecordReplay['replay'];
  readonly enrolments: EnrolmentStore;
  readonly hours: StatedHours;
  readonly registrations: Pick<RegistrationStore, 'read'>;
  readonly credit: CreditParts;
  readonly insight: ReturnType<typeof createInsightRebuilder>;
  /** Every course there is. */
  readonly catalogue: CourseWalk;
  /** Numbers of agencies. */
  readonly people: {
    /** Of all tenants, so that whoever is told of things is found. */
    readonly indexHolders: () => Promise<void>;
    readonly agencies: () => Promise<readonly AgencyId[]>;
    readonly counting: RecountDeps & { readonly workforce: Workforce };
  };
  /** Home page of the accounts that stand for people. */
  readonly issuer: string;
}

export interface RebuildOptions {
  /** This agency's feed alone, and nothing else. @default all feeds and all enrolments */
  readonly agencyId?: AgencyId;
  /** Position of a commit to go on after. @default from the beginning */
  readonly after?: string;
  /** Told now and then. */
  readonly onProgress?: (report: RebuildReport) => void;
}

export interface RebuildReport {
  readonly commits: number;
  /** Lines that feeds lacked and have now. */
  readonly lines: number;
  /** Enrolments that were complete and did not know it. */
  readonly completed: number;
  /** People who were counted otherwise than they are. */
  readonly counted: number;
  /** Seats that were not on the list of those that go back. */
  readonly seats: number;
  /** Position of the last commit that was looked at. */
  readonly last?: string;
}

const commitsTogether = 100;
const charactersTogether = 4_000_000;

/**
 * Makes what streams make from what was recorded: lines that agency feeds lack, when learners were last active, courses
 * that were satisfied and the JP they bring, statistics of courses, numbers of agencies, who holds roles, the list of seats that go back. Writes only what is missing, so it may be repeated, stopped, and run beside the projectors.
 */
export async function rebuildProjections(
  deps: RebuildDeps,
  options: RebuildOptions = {},
): Promise<RebuildReport> {
  const { agencyId, after, onProgress } = options;
  const restorer = createFeedRestorer(deps, agencyId);
  const agencies = new Set<AgencyId>(agencyId === undefined ? [] : [agencyId]);
  let report: RebuildReport = { commits: 0, lines: 0, completed: 0, counted: 0, seats: 0 };
  const settle = async (facts: readonly RecordedFacts[]) => {
    const lines = await restorer.restore(facts);
    let completed = 0;
    if (agencyId === undefined) {
      await noteActivities(deps, facts);
      completed = await completeSatisfied(deps, facts);
      await deps.insight.replay(facts);
      for (const one of facts.flatMap(({ statements }) => statements)) {
        for (const agency of one.agencies) agencies.add(agency);
      }
    }
    const last = facts.at(-1)?.position;
    report = {
      ...report,
      commits: report.commits + facts.length,
      lines: report.lines + lines,
      completed: report.completed + completed,
      ...(last !== undefined && { last }),
    };
    onProgress?.(report);
  };
  for await (const facts of batchesOf(deps.replay({ store: nationalStore, ...(after && { after }) }))) {
    await settle(facts);
  }
  if (agencyId === undefined) {
    await deps.insight.finish();
    await deps.people.indexHolders();
    report = {
      ...report,
      counted: await countPeople(deps),
      seats: await relistSeats({ ...deps, ...deps.catalogue }),
    };
  }
  for (const agency of agencies) await countLanes(deps, agency);
  return report;
}

/** After the sums of JP, which are counted. */
async function countPeople({ people }: RebuildDeps): Promise<number> {
  let counted = 0;
  for (const agencyId of await people.agencies()) counted += await recountAgency(people.counting, agencyId);
  return counted;
}

async function* batchesOf(all: AsyncIterable<RecordedFacts>): AsyncGenerator<readonly RecordedFacts[]> {
  let held: RecordedFacts[] = [];
  let size = 0;
  for await (const facts of all) {
    held.push(facts);
    size += facts.statements.reduce((sum, { json }) => sum + json.length, 0);
    if (held.length < commitsTogether && size < charactersTogether) continue;
    yield held;
    held = [];
    size = 0;
  }
  if (held.length > 0) yield held;
}

/** A statement only points at the registration; whether and when its course was satisfied its own row says. */
async function completeSatisfied(
  deps: Pick<RebuildDeps, 'enrolments' | 'registrations' | 'hours' | 'credit'>,
  facts: readonly RecordedFacts[],
): Promise<number> {
  const satisfied = facts
    .flatMap(({ statements }) => statements)
    .filter(({ statement }) => statement.verb.id === verbs.satisfied)
    .flatMap(({ statement }) => statement.context?.registration?.toLowerCase() ?? []);
  let completed = 0;
  for (const registration of new Set(satisfied)) {
    const completedAt = (await deps.registrations.read(registration))?.courseSatisfiedAt;
    if (completedAt === undefined) continue;
    const input = { registration: registration as Registration, completedAt };
    const { outcome } = await completeEnrolment(deps, input);
    if (outcome === 'completed') completed += 1;
    await creditCompletion(deps, input.registration);
  }
  return completed;
}

/** The line of the ledger, and the sums of whoever earned it. */
async function creditCompletion(
  { enrolments, credit }: Pick<RebuildDeps, 'enrolments' | 'credit'>,
  registration: Registration,
): Promise<void> {
  const found = await enrolments.findByRegistration(registration);
  if (found?.state !== 'completed') return;
  await followCompletion(credit, registration);
  await refreshYears(credit, found.personId);
}
