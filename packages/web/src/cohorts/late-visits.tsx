import * as z from 'zod';
import { cohortDaysWords } from '../i18n/cohort-days.ts';
import { plainText } from '../layout/text.tsx';
import { download, encodingsIn, formatIn, type SheetPorts } from '../sheets.ts';
import { answerPage, type PersonVisit } from '../visit.ts';
import { LatePage } from './late-page.tsx';
import type { CohortsDeskPorts, CohortsPorts, LateAsk, LatePorts, LateView } from './ports.ts';

const onlySchema = z.enum(['late', 'open']).catch('late');

/** Who is late, for whoever looks after the cohort; as a file where the address asks for one. */
export const showOwnLate = (visit: PersonVisit, ports: CohortsPorts): Promise<Response> =>
  show(visit, ports, false);

/** The same for the agency. */
export const showLate = (visit: PersonVisit, ports: CohortsDeskPorts): Promise<Response> =>
  show(visit, ports, true);

async function show(visit: PersonVisit, ports: LatePorts & SheetPorts, isDesk: boolean): Promise<Response> {
  const { context, ui, person } = visit;
  const { req } = context;
  const stepId = req.query('step')?.slice(0, 64);
  const ask: LateAsk = {
    only: onlySchema.parse(req.query('only')),
    ...(stepId !== undefined && { stepId }),
  };
  const view = await ports.lateOf(person, (req.param('cohortId') ?? '').slice(0, 64), ask);
  if (req.query('format') !== undefined) return send(visit, ports, view);
  return answerPage(context, <LatePage {...{ ui, view, ask, isDesk }} />);
}

async function send(visit: PersonVisit, ports: SheetPorts, view: LateView): Promise<Response> {
  const { ui } = visit;
  const words = cohortDaysWords[ui.locale];
  const rows = view.rows.map(({ name, title, dueOn, isLate }) => [
    ...[name, plainText(ui, title), dueOn, isLate ? words.isLate : words.isOpen],
  ]);
  const table = {
    title: words.title,
    rows: [words.rowColumns, ...rows],
    notes: { title: words.fileNotes, rows: [[view.name], [words.fileRule]] },
  };
  const how = { format: formatIn(visit), encodings: encodingsIn(visit) };
  return download(visit, { ...how, name: words.fileName, ...(await ports.sheet(table, how)) });
}
