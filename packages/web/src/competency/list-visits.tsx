import { InvalidInput } from '@sinau/kernel';
import { competencyWords } from '../i18n/competency.ts';
import { competencyFileWords } from '../i18n/competency-files.ts';
import { onlyField } from '../only-field.ts';
import { download, encodingsIn, formatIn } from '../sheets.ts';
import { answerPage, goTo, type PersonVisit } from '../visit.ts';
import { ListPage } from './list-page.tsx';
import { type CompetencyListPorts, type ListKindName, type ListView, listKindNames } from './list-ports.ts';
import { listsPath } from './paths.ts';

const kindIn = ({ context }: PersonVisit): ListKindName =>
  listKindNames.find((one) => one === context.req.query('kind')) ?? 'standards';

export async function showLists(visit: PersonVisit): Promise<Response> {
  return answerPage(visit.context, <ListPage ui={visit.ui} kind={kindIn(visit)} />);
}

export async function listTemplate(visit: PersonVisit, ports: CompetencyListPorts): Promise<Response> {
  const kind = kindIn(visit);
  return visit.context.body(await ports.template(kind), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="sinau-${kind}.csv"`,
  });
}

export async function tryList(visit: PersonVisit, ports: CompetencyListPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { fileMissing, fileLarge } = competencyWords[ui.locale].lists;
  const kind = kindIn(visit);
  const file = await onlyField(visit, 'file');
  if (!(file instanceof File) || file.size === 0 || file.size > ports.maxBytes) {
    const failure = file instanceof File && file.size > 0 ? fileLarge : fileMissing;
    return answerPage(context, <ListPage ui={ui} kind={kind} failure={failure} />, 422);
  }
  const view = await ports.try(person, kind, new Uint8Array(await file.arrayBuffer()));
  return answerPage(context, <ListPage ui={ui} kind={kind} view={view} />, statusOf(view));
}

/** Where whoever changes the language on the page of results comes back to. */
export const backToLists = async (visit: PersonVisit): Promise<Response> =>
  goTo(visit.context, `${listsPath}?kind=${kindIn(visit)}`);

export async function takeList(visit: PersonVisit, ports: CompetencyListPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const text = await onlyField(visit, 'text');
  if (typeof text !== 'string') throw new InvalidInput('The form has no text.');
  const kind = kindIn(visit);
  const view = await ports.take(person, kind, text);
  return answerPage(context, <ListPage ui={ui} kind={kind} view={view} />, statusOf(view));
}

/** Refused rows as they were sent, with where they stood and what is wrong behind: mended, the same file is sent. */
export async function sendRefused(visit: PersonVisit, ports: CompetencyListPorts): Promise<Response> {
  const { ui, person } = visit;
  const text = await onlyField(visit, 'text');
  if (typeof text !== 'string') throw new InvalidInput('The form has no text.');
  const kind = kindIn(visit);
  const { heads, rows } = await ports.refused(person, kind, text);
  const words = competencyFileWords[ui.locale];
  // A file that was mended and sent once more has ours already.
  const ours = new Set(Object.values(competencyFileWords).flatMap(({ refusedHeads }) => refusedHeads));
  const kept = heads.flatMap((head, at) => (ours.has(head) ? [] : [at]));
  const { problem: problems, kind: kinds } = competencyWords[ui.locale].lists;
  const how = { format: formatIn(visit), encodings: encodingsIn(visit) };
  const table = {
    title: kinds[kind],
    notes: { title: words.notes, rows: [] },
    rows: [
      [...kept.map((at) => heads[at] ?? ''), ...words.refusedHeads],
      ...rows.map(({ row, cells, problem, column }) => [
        ...kept.map((at) => cells[at] ?? ''),
        ...[row, [column, problem && problems[problem]].filter(Boolean).join(': ')],
      ]),
    ],
  };
  const name = `${kind}-${words.refusedName}`;
  return download(visit, { ...how, name, ...(await ports.sheet(table, how)) });
}

const statusOf = (view: ListView): 200 | 422 => (view.outcome === 'read' ? 200 : 422);
