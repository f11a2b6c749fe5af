import { type Cell, localDateOf, type PersonPrincipal, yearOf } from '@sinau/kernel';
import {
  agencyOf,
  countOfAgency,
  decide,
  isByRule,
  type ListName,
  listOfAgency,
  mayDecide,
  type Recognition,
  readOfAgency,
  reasonSchema,
  undo,
} from '@sinau/recognition';
import type { RecognitionDeskPorts, RecognitionView } from '@sinau/web';
import { recognitionWordsFor } from '../shared/recognition-views.ts';
import { rowsFile } from '../shared/rows-file.ts';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { PortalDeps } from './deps.ts';
import { placeOf } from './join-recognition.ts';
import { requestOfForm } from './request-of-form.ts';

type Deps = Pick<PortalDeps, 'recognition' | 'competency' | 'people' | 'organisations' | 'signer' | 'clock'>;

const pageSize = 25;
/** Years that the page offers, this one first. */
const offeredYears = 5;
/** Of a file; more are for machines. */
const mostRows = 5_000;

const thisYear = ({ clock }: Pick<Deps, 'clock'>): number =>
  yearOf(localDateOf(clock.now().getTime(), 'Asia/Jakarta'));

/** What the agency decides about, and what its people are recognised for. */
export function joinRecognitionDesk(deps: Deps): RecognitionDeskPorts {
  return {
    listOf: (principal, wish) => listOf(deps, principal, wish),
    async oneOf(principal, place) {
      const one = await readOfAgency(await deps.recognition(), { principal, place: placeOf(place) });
      const words = await recognitionWordsFor(deps, [one]);
      const name = words.nameOf(one.personId);
      return { ...words.viewOf(one), name, ...offered(principal, one) };
    },
    async decide(principal, place, { to, reason }) {
      const said = reason === undefined ? undefined : requestOfForm(reasonSchema, reason);
      const decision =
        to === 'declined'
          ? ({ to, reason: requestOfForm(reasonSchema, said) } as const)
          : ({ to, ...(said !== undefined && { reason: said }) } as const);
      await decide(await deps.recognition(), { principal, place: placeOf(place), decision });
    },
    async undo(principal, place, given) {
      const reason = requestOfForm(reasonSchema, given);
      await undo(await deps.recognition(), { principal, place: placeOf(place), reason });
    },
    async fileOf(principal, { year = thisYear(deps), format, language }) {
      const all = await everyOne(deps, principal, year);
      const words = await recognitionWordsFor(deps, all);
      const rows = all.map((one) => rowOf(words.viewOf(one), words.nameOf(one.personId), language));
      return rowsFile(titles[language], [heads[language], ...rows], format);
    },
  };
}

function offered(principal: PersonPrincipal, one: Recognition) {
  const isOwn = one.personId === principal.personId;
  const undoable = one.state === 'granted' || (one.state === 'lapsed' && isByRule(one));
  return { decides: one.state === 'proposed' && mayDecide(principal, one), undoes: undoable && !isOwn };
}

async function listOf(
  deps: Deps,
  principal: PersonPrincipal,
  wish: Parameters<RecognitionDeskPorts['listOf']>[1],
): ReturnType<RecognitionDeskPorts['listOf']> {
  const desk = await deps.recognition();
  const now = thisYear(deps);
  const { list } = wish;
  const year = wish.year !== undefined && wish.year <= now ? wish.year : now;
  const pages = sealedPages(deps, { list: 'recognitions', by: principal, of: [list, year] });
  const page = { limit: pageSize, ...pages.open(wish.page) };
  const [{ recognitions, next }, counts, units] = await Promise.all([
    listOfAgency(desk, { principal, list, ...(list !== 'waiting' && { year }), page }),
    countOfAgency(desk, { principal, year }),
    unitNames(deps, principal),
  ]);
  const words = await recognitionWordsFor(deps, recognitions);
  return {
    ...{ list, year, years: Array.from({ length: offeredYears }, (_, n) => now - n) },
    lines: recognitions.map((one) => ({ ...words.viewOf(one), name: words.nameOf(one.personId) })),
    ...(next !== undefined && { next: pages.seal(next) }),
    ...(counts.total !== undefined && { total: counts.total }),
    byValue: counts.byValue as Awaited<ReturnType<RecognitionDeskPorts['listOf']>>['byValue'],
    byUnit: counts.byUnit.map(({ key, ...one }) => ({ ...one, key: units.get(key) ?? key })),
  };
}

async function unitNames(
  { organisations }: Pick<Deps, 'organisations'>,
  principal: PersonPrincipal,
): Promise<ReadonlyMap<string, string>> {
  const units = await organisations.listUnits(agencyOf(principal));
  return new Map<string, string>(units.map(({ unitId, name }) => [unitId, name]));
}

async function everyOne(
  deps: Deps,
  principal: PersonPrincipal,
  year: number,
): Promise<readonly Recognition[]> {
  const desk = await deps.recognition();
  const list: ListName = 'given';
  const all: Recognition[] = [];
  let after: string | undefined;
  do {
    const page = { limit: 200, ...(after !== undefined && { after }) };
    const listed = await listOfAgency(desk, { principal, list, year, page });
    all.push(...listed.recognitions);
    after = listed.next;
  } while (after !== undefined && all.length < mostRows);
  return all.slice(0, mostRows);
}

const titles = { id: 'Pengakuan', en: 'Recognition' } as const;
const heads = {
  id: ['Pegawai', 'Nilai', 'Dasar', 'Uraian', 'Pengusul', 'Tahun', 'Diberikan'],
  en: ['Person', 'Value', 'Basis', 'What was done', 'Proposed by', 'Year', 'Granted'],
} as const;
const values = {
  id: {
    ...{ service: 'Berorientasi Pelayanan', accountable: 'Akuntabel', competent: 'Kompeten' },
    ...{ harmonious: 'Harmonis', loyal: 'Loyal', adaptive: 'Adaptif', collaborative: 'Kolaboratif' },
  },
  en: {
    ...{ service: 'Service-oriented', accountable: 'Accountable', competent: 'Competent' },
    ...{ harmonious: 'Harmonious', loyal: 'Loyal', adaptive: 'Adaptive', collaborative: 'Collaborative' },
  },
} as const;
const origins = {
  id: { people: 'Usulan', teaching: 'Membantu belajar', improvement: 'Peningkatan kompetensi' },
  en: { people: 'Proposal', teaching: 'Helping others learn', improvement: 'Improved competence' },
} as const;

function rowOf(one: RecognitionView, name: string, language: 'id' | 'en'): readonly Cell[] {
  const { value, reason, year, at } = one;
  return [
    ...[name, values[language][value], origins[language][reason.kind], told(reason, language)],
    ...[reason.kind === 'people' ? reason.by : '', year, localDateOf(Date.parse(at), 'Asia/Jakarta')],
  ];
}

function told(reason: RecognitionView['reason'], language: 'id' | 'en'): string {
  if (reason.kind === 'people') return reason.behaviour;
  if (reason.kind === 'teaching')
    return language === 'id' ? `${reason.minutes} menit atau lebih` : `${reason.minutes} minutes or more`;
  const name = reason.competency[language] ?? reason.competency.id ?? '';
  return `${name}: ${reason.before} → ${reason.after}`;
}
