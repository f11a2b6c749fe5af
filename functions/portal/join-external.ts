import {
  attendanceEntryId,
  estimateAttendance,
  findLikeCourses,
  forms,
  isVerified,
  unitOfForm,
} from '@sinau/credit';
import {
  addEvidence,
  addLearning,
  changeDetails,
  decideLearning,
  decisionSchema,
  type EvidenceId,
  EvidenceRefused,
  type ExternalLearning,
  editable,
  evidenceRuleFor,
  inspectEvidence,
  LearningDuplicate,
  type LearningId,
  LearningOnPlatform,
  listForAgency,
  listForTeam,
  listOwn,
  missingProofs,
  mostEvidenceBytes,
  moveOwn,
  namePlanItem,
  namingAgency,
  readEvidence,
  readLearning,
  readPolicy,
  removeEvidence,
  setPolicy,
  stepsOf,
  writesLetter,
  yearsOf,
} from '@sinau/external-learning';
import { localDateOf, type PersonId, type PersonPrincipal, yearOf } from '@sinau/kernel';
import type { ExternalPorts, ExternalRow, ExternalSaved, FormView } from '@sinau/web';
import { attendanceFrom } from '../shared/attendances.ts';
import { planItemsOf } from '../shared/plan-items.ts';
import { sealedPages } from '../shared/sealed-pages.ts';
import { siasnStanding } from '../shared/siasn-standing.ts';
import type { PortalDeps } from './deps.ts';
import { requestOfForm } from './request-of-form.ts';

type Deps = Pick<
  PortalDeps,
  'annualPlan' | 'external' | 'credit' | 'people' | 'clock' | 'ids' | 'signer' | 'siasnRows'
>;

/** Use cases of learning elsewhere, for learners, supervisors and administrators. */
export function joinExternal(deps: Deps): ExternalPorts {
  const desk = async () => ({ ...(await deps.external()), clock: deps.clock, ids: deps.ids });
  return {
    maxBytes: mostEvidenceBytes,
    formsOf: (reader) => formsOf(deps, reader),
    ownOf: async (principal) => (await listOwn(await desk(), { principal })).map((one) => rowOf(one)),
    viewOf: (reader, place) => viewOf(deps, reader, placeOf(place)),
    add: async (principal, { way, details, file }) =>
      saved(async () => {
        const parts = await desk();
        // Before anything is kept: whoever has sent a bad file has their fields back.
        if (file) await inspectEvidence(parts, file.bytes);
        const learning = await addLearning(parts, { principal, way, details });
        return file ? addEvidence(parts, { principal, learningId: learning.learningId, ...file }) : learning;
      }),
    change: (principal, { learningId, ...given }) =>
      saved(async () => changeDetails(await desk(), { principal, learningId: idOf(learningId), ...given })),
    move: (principal, { learningId, ...given }) =>
      saved(async () => moveOwn(await desk(), { principal, learningId: idOf(learningId), ...given })),
    addEvidence: (principal, learningId, file) =>
      saved(async () => addEvidence(await desk(), { principal, learningId: idOf(learningId), ...file })),
    removeEvidence: async (principal, learningId, evidenceId) => {
      const file = { learningId: idOf(learningId), evidenceId: evidenceId as EvidenceId };
      await removeEvidence(await desk(), { principal, ...file });
    },
    evidenceOf: async (principal, { evidenceId, ...place }) => {
      const file = { ...placeOf(place), evidenceId: evidenceId as EvidenceId };
      const { evidence, bytes } = await readEvidence(await desk(), { principal, ...file });
      return { name: evidence.name, bytes };
    },
    waitingOf: (reader, at, token) => waitingOf(deps, reader, { at, token }),
    decide: async (principal, place, { rev, ...given }) => {
      const decision = requestOfForm(decisionSchema, given);
      await decideLearning(await desk(), { principal, ...placeOf(place), rev, decision });
    },
    namePlanItem: async (principal, place, { item, rev }) => {
      const plans = planItemsOf(await deps.annualPlan());
      await namePlanItem({ ...(await desk()), plans }, { principal, ...placeOf(place), item, rev });
    },
    policyOf: async (principal) => readPolicy(await desk(), { principal }),
    setPolicy: async (principal, policy) => setPolicy(await desk(), { principal, ...policy }),
  };
}

const idOf = (text: string) => text as LearningId;
const placeOf = ({ personId, learningId }: { readonly personId: string; readonly learningId: string }) => ({
  personId: personId as PersonId,
  learningId: idOf(learningId),
});

/** What is expected to be refused is a value; pages say where to look. */
async function saved(run: () => Promise<ExternalLearning>): Promise<ExternalSaved> {
  try {
    return { outcome: 'saved', learningId: (await run()).learningId };
  } catch (error) {
    if (error instanceof LearningDuplicate) return { outcome: 'duplicate', learningId: error.learningId };
    if (error instanceof LearningOnPlatform && error.year !== undefined) {
      return { outcome: 'counted', year: error.year };
    }
    if (error instanceof EvidenceRefused) return { outcome: 'evidence', problem: error.problem };
    throw error;
  }
}

/** By what is counted today: a rule of another day may say otherwise, which the use case tells. */
async function formsOf(deps: Deps, { agencyId }: PersonPrincipal): Promise<readonly FormView[]> {
  const on = localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta');
  const parts = await deps.credit();
  return Promise.all(
    forms.map(async ({ code, id, en }) => {
      const unit = agencyId && (await unitOfForm(parts, { form: code, agencyId, on }));
      const asked = evidenceRuleFor(code, on)?.asks;
      return { code, id, en, ...(unit && { unit }), ...(asked && { asked }) };
    }),
  );
}

function rowOf(learning: ExternalLearning, learner?: string): ExternalRow {
  const { personId, learningId, state, waitingSince, details } = learning;
  const { title, organiser, startsOn, endsOn } = details;
  const { id, en } = forms.find(({ code }) => code === details.form) ?? {
    id: details.form,
    en: details.form,
  };
  return {
    ...{ personId, learningId, title, organiser, startsOn, endsOn, state },
    form: { code: details.form, id, en },
    ...(waitingSince !== undefined && { waitingSince }),
    ...(learner !== undefined && { learner }),
  };
}

async function namesOf({ people }: Deps, ids: readonly PersonId[]): Promise<ReadonlyMap<string, string>> {
  const found = await people.findMany([...new Set(ids)]);
  return new Map(found.map(({ personId, name }) => [personId, name]));
}

async function viewOf(deps: Deps, principal: PersonPrincipal, place: ReturnType<typeof placeOf>) {
  const desk = await deps.external();
  const shown = await readLearning(desk, { principal, ...place });
  const { learning, lines, needsLetter } = shown;
  const actors = lines.flatMap(({ by }) => (by.kind === 'person' ? [by.personId] : []));
  const names = await namesOf(deps, [learning.personId, ...actors]);
  const isOwn = principal.personId === learning.personId;
  const { rev, way, details, evidence, reason } = learning;
  const steps = stepsOf(shown);
  return {
    ...rowOf(learning, names.get(learning.personId) ?? '–'),
    ...{ rev, way, details, evidence, needsLetter },
    lines: lines.map(({ n, to, at, by, reason: why }) => ({
      ...{ n, state: to, at, as: by.kind === 'person' ? by.as : by.kind === 'client' ? 'agency' : by.kind },
      ...(by.kind === 'person' && { by: names.get(by.personId) ?? '–' }),
      ...(by.kind === 'client' && { by: by.name }),
      ...(why !== undefined && { reason: why }),
    })),
    ...{
      editable: isOwn ? editable(learning) : 'nothing',
      writesLetter: isOwn && writesLetter(learning, lines),
    },
    ...(reason !== undefined && { reason }),
    ...askedOf(learning),
    ...(await worthOf(deps, learning)),
    alike: await alikeOf(deps, learning),
    ...(await siasnOf(deps, learning)),
    ...(await planOf(deps, principal, learning)),
    ...{ own: isOwn ? steps.own : [], review: steps.review },
  } as const;
}

/** What those who verify ask for in the form that it has. */
function askedOf({ details, evidence }: ExternalLearning) {
  const rule = evidenceRuleFor(details.form, details.endsOn);
  if (!rule) return {};
  const { basis: legalBasis, verified } = rule;
  return { asked: { proofs: missingProofs(rule, evidence), ground: { legalBasis, verified } } };
}

/** Lines of courses beside which a reviewer, and the learner before that, has to see this record. */
async function alikeOf(deps: Deps, { personId, state, details }: ExternalLearning) {
  if (state === 'rejected' || state === 'cancelled') return [];
  const { title, startsOn, endsOn, certificate } = details;
  const learned = { personId, title, startsOn, endsOn, ...(certificate && { certificate }) };
  const found = await findLikeCourses(await deps.credit(), learned);
  return found.map(({ line: _, ...course }) => ({ ...course, year: yearOf(course.endsOn) }));
}

/** How far SIASN knows of it. */
async function siasnOf(deps: Deps, { personId, learningId }: ExternalLearning) {
  const row = await (await deps.siasnRows()).find({ personId, lineId: attendanceEntryId(learningId) });
  return row ? { siasn: siasnStanding(row) } : {};
}

/** Items of the agency's plans of the record's years, for whoever names one. */
async function planOf(deps: Deps, principal: PersonPrincipal, learning: ExternalLearning) {
  const agencyId = await namingAgency(await deps.external(), principal, learning);
  if (agencyId === undefined) return {};
  const { listOf } = planItemsOf(await deps.annualPlan());
  const lists = await Promise.all(yearsOf(learning).map((year) => listOf(agencyId, year)));
  const items = lists.flat();
  const { year, itemId } = learning.planItem ?? {};
  if (year === undefined || itemId === undefined) return { plan: { items } };
  const known = items.find((one) => one.year === year && one.itemId === itemId);
  return { plan: { items, chosen: known ?? { year, itemId, title: '–' } } };
}

async function worthOf(deps: Deps, learning: ExternalLearning) {
  const attendance = attendanceFrom(learning);
  if (!attendance) return {};
  const line = await estimateAttendance({ ...(await deps.credit()), clock: deps.clock }, attendance);
  if (!line) return {};
  const { computed, recognised, reasons, rule } = line;
  const ground = rule && {
    legalBasis: rule.legalBasis,
    verified: isVerified(rule, attendance.abroad),
  };
  return { worth: { computed, recognised, reasons, ...(ground && { ground }) } };
}

async function waitingOf(
  deps: Deps,
  principal: PersonPrincipal,
  { at, token }: { readonly at: 'team' | 'agency'; readonly token: string | undefined },
) {
  const desk = await deps.external();
  if (at === 'team') return { rows: await named(deps, await listForTeam(desk, { principal })) };
  const pages = sealedPages(deps, { list: 'external-learning', by: principal });
  const { learnings, next } = await listForAgency(desk, { principal, ...pages.open(token) });
  const rows = await named(deps, learnings);
  return {
    rows: await Promise.all(rows.map((row) => withOffice(desk, row))),
    ...(next !== undefined && { nextPageToken: pages.seal(next) }),
  };
}

/** A supervisor has been asked and does not answer. */
async function withOffice(
  { learners }: Awaited<ReturnType<Deps['external']>>,
  row: ExternalRow,
): Promise<ExternalRow> {
  if (row.state !== 'submitted') return row;
  const supervisorId = (await learners.placeOf(row.personId as PersonId))?.supervisorId;
  return supervisorId === undefined || supervisorId === row.personId ? row : { ...row, handedOver: true };
}

async function named(deps: Deps, learnings: readonly ExternalLearning[]): Promise<readonly ExternalRow[]> {
  const names = await namesOf(
    deps,
    learnings.map(({ personId }) => personId),
  );
  return learnings.map((one) => rowOf(one, names.get(one.personId) ?? '–'));
}
