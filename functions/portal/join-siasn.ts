import { orderReport } from '@sinau/compliance/reports';
import { forms } from '@sinau/credit';
import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { courseKindOfForm, structuralKindId, structuralLevels, wholeHours } from '@sinau/siasn';
import {
  agencyOf,
  changeSettings,
  chooseForRow,
  closeSession,
  countStates,
  decideRow,
  decisionsFor,
  openSession,
  readReading,
  readRow,
  readSettings,
  readSubjects,
  SiasnNotFound,
  type SyncRow,
  searchSubjects,
  unprovenIn,
} from '@sinau/siasn-sync';
import type { SiasnDeskView, SiasnLineView, SiasnPorts, SiasnRef, SiasnRowView } from '@sinau/web';
import { sealedPages } from '../shared/sealed-pages.ts';
import { siasnStanding } from '../shared/siasn-standing.ts';
import type { PortalDeps } from './deps.ts';
import { agencyOfFile, filesOf } from './join-siasn-files.ts';
import { joinSiasnIndexes } from './join-siasn-indexes.ts';

type Deps = Pick<PortalDeps, 'siasn' | 'reports' | 'people' | 'signer' | 'clock'>;

const inPage = 50;

/** What the reader's agency owes to SIASN. */
export function joinSiasn(deps: Deps): SiasnPorts {
  const given = (principal: PersonPrincipal, ref: SiasnRef) => ({ principal, ref: refOf(ref) });
  const tell = async (task: Parameters<Awaited<ReturnType<Deps['siasn']>>['tell']>[0]) =>
    (await deps.siasn()).tell(task);
  return {
    maxBytes: 1024 * 1024,
    ...joinSiasnIndexes(deps),
    deskOf: (principal) => deskOf(deps, principal),
    rowsOf: (principal, asked) => rowsOf(deps, principal, asked),
    lineOf: async (principal, ref) => {
      const parts = await deps.siasn();
      return lineOf(deps, await readRow(parts, given(principal, ref)));
    },
    decide: async (principal, { decision, ...ref }) =>
      decideRow(await deps.siasn(), { ...given(principal, ref), decision }),
    choose: (principal, choice) => choose(deps, principal, choice),
    save: async (principal, { isOn, environment, fromYear, ...others }) => {
      const change = { isOn, environment, fromYear, ...others };
      const { agencyId, hasWork } = await changeSettings(await deps.siasn(), { principal, change });
      if (!hasWork) return;
      await tell({ task: 'sweep', agencyId });
      await tell({ task: 'recheck', agencyId });
    },
    openSession: async (principal, token) => {
      const agencyId = await openSession(await deps.siasn(), { principal, token });
      await tell({ task: 'send', agencyId });
    },
    closeSession: async (principal) => closeSession(await deps.siasn(), principal),
    findSubjects: async (principal, words) =>
      searchSubjects(await (await deps.siasn()).mapping.subjects(agencyOf(principal)), words),
    loadSubjects: async (principal, csv) => {
      const agencyId = agencyOf(principal);
      const read = readSubjects(csv);
      if (!read.ok) return read;
      await (await deps.siasn()).mapping.replaceSubjects(agencyId, read.subjects);
      return { ok: true, loaded: read.subjects.length, skipped: read.skipped };
    },
    orderFile: async (principal, order) => {
      const whole = { ...order, kind: 'siasn' } as const;
      return (await orderReport(await deps.reports(), { principal, order: whole })).reportId;
    },
    markFile: async (principal, reportId) => {
      const agencyId = await agencyOfFile(deps, principal, reportId);
      await tell({ task: 'mark-file', agencyId, reportId });
    },
    releaseFile: async (principal, { reportId, reason }) => {
      const agencyId = await agencyOfFile(deps, principal, reportId);
      await tell({ task: 'release-file', agencyId, reportId, reason });
    },
  };
}

const refOf = ({ personId, lineId }: SiasnRef) => ({ personId: personId as PersonId, lineId });

async function deskOf(deps: Deps, principal: PersonPrincipal): Promise<SiasnDeskView> {
  const agencyId = agencyOf(principal);
  const parts = await deps.siasn();
  const [settings, counts, subjects, files, connector, reading] = await Promise.all([
    readSettings(parts, agencyId),
    countStates(parts, agencyId),
    parts.mapping.subjects(agencyId),
    filesOf(deps, principal),
    parts.settings.connectorOf(agencyId),
    readReading(parts, agencyId),
  ]);
  const { isOn, environment, fromYear, siasnAgencyId, subjectId, consumer, session, standstill } = settings;
  const now = deps.clock.now();
  const isOpen = session && Date.parse(session.endsAt) > now.getTime();
  const by = isOpen ? (await deps.people.find(session.by))?.name : undefined;
  return {
    settings: {
      ...{ isOn, environment, fromYear, subjects: subjects.length },
      ...(siasnAgencyId !== undefined && { siasnAgencyId }),
      ...(subjectId !== undefined && { subjectId }),
      ...(consumer && { consumerKey: consumer.key }),
    },
    ...{ counts, files, year: new Date(now.getTime() + 7 * 3_600_000).getUTCFullYear() },
    ...(isOpen && { session: { by: by ?? '–', endsAt: session.endsAt } }),
    ...(standstill && { standstill }),
    ...(connector && { connector }),
    indexes: { isOn: reading.isOn, ...(reading.readAt !== undefined && { readAt: reading.readAt }) },
  };
}

async function rowsOf(
  deps: Deps,
  principal: PersonPrincipal,
  { state, token }: Parameters<SiasnPorts['rowsOf']>[1],
) {
  const agencyId: AgencyId = agencyOf(principal);
  const pages = sealedPages(deps, { list: 'siasn', by: principal, of: state });
  const page = { limit: inPage, ...pages.open(token) };
  const { rows, next } = await (await deps.siasn()).rows.listIn(agencyId, state, page);
  const found = await deps.people.findMany([...new Set(rows.map(({ personId }) => personId))]);
  const names = new Map(found.map(({ personId, name }) => [personId, name]));
  return {
    rows: rows.map((row) => rowView(row, names.get(row.personId))),
    ...(next !== undefined && { nextPageToken: pages.seal(next) }),
  };
}

/** Whoever looks may add a certificate before it is brought. */
const toBeBrought: readonly SyncRow['state'][] = ['queued', 'incomplete', 'rejected', 'filed'];

function rowView(row: SyncRow, name = '–'): SiasnRowView {
  const { personId, lineId, title, changedAt, content, state } = row;
  const unproven = content && toBeBrought.includes(state) ? unprovenIn(content) : [];
  return { ...siasnStanding(row), personId, lineId, name, title, changedAt, unproven };
}

async function lineOf(deps: Deps, row: SyncRow): Promise<SiasnLineView> {
  const parts = await deps.siasn();
  const { content, remote, chosen, there } = row;
  const { courseId, form = '' } = content ?? {};
  const [person, settings, mapping] = await Promise.all([
    deps.people.find(row.personId),
    parts.settings.find(row.agencyId),
    courseId === undefined ? undefined : parts.mapping.courseOf(row.agencyId, courseId),
  ]);
  const subjectId = chosen?.subjectId ?? mapping?.subjectId ?? settings?.subjectId;
  const levelId = chosen?.levelId ?? mapping?.levelId;
  const listed = (await parts.mapping.subjects(row.agencyId)).find(({ id }) => id === subjectId);
  const level = structuralLevels.rows.find(({ id }) => id === levelId)?.name;
  return {
    ...rowView(row, person?.name),
    ...(content && { content: contentView(content) }),
    ...(remote && { recordId: remote.id }),
    ...(there && { there }),
    ...(courseId !== undefined && { courseId }),
    ...(subjectId !== undefined && { subject: listed?.name ?? subjectId }),
    ...(level !== undefined && { level }),
    isOurs: remote?.made ?? false,
    needs: courseKindOfForm(form)?.id === structuralKindId ? 'level' : 'subject',
    levels: structuralLevels.rows,
    decisions: decisionsFor(row),
  };
}

function contentView(content: NonNullable<SyncRow['content']>): NonNullable<SiasnLineView['content']> {
  const { organiser, from, to, jp, number, form, document } = content;
  return {
    ...{ organiser, from, to, jp, hours: wholeHours(jp), hasDocument: document !== undefined },
    form: forms.find(({ code }) => code === form)?.id ?? form,
    ...(number !== undefined && { number }),
  };
}

async function choose(
  deps: Deps,
  principal: PersonPrincipal,
  { scope, subjectId, levelId, ...ref }: Parameters<SiasnPorts['choose']>[1],
): Promise<void> {
  const parts = await deps.siasn();
  const given = { principal, ref: refOf(ref) };
  const chosen = {
    ...(subjectId !== undefined && { subjectId }),
    ...(levelId !== undefined && { levelId }),
  };
  if (scope === 'line') return chooseForRow(parts, { ...given, chosen });
  const { agencyId, content } = await readRow(parts, given);
  if (content?.courseId === undefined) throw new SiasnNotFound();
  const before = await parts.mapping.courseOf(agencyId, content.courseId);
  await parts.mapping.saveCourse(agencyId, content.courseId, { ...before, ...chosen });
  await parts.tell({ task: 'recheck', agencyId, courseId: content.courseId });
}
