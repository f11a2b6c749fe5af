import type { Cell } from '@sinau/kernel';
import { competencyWords } from '../i18n/competency.ts';
import { competencyFileWords } from '../i18n/competency-files.ts';
import { download, encodingsIn, formatIn } from '../sheets.ts';
import { goTo, type PersonVisit } from '../visit.ts';
import { asked, wishIn } from './asked.ts';
import type { CompetencyDeskPorts, MapPartView } from './desk-ports.ts';
import { nameText } from './parts.tsx';
import { mapPath } from './paths.ts';

const howOf = (visit: PersonVisit) => ({ format: formatIn(visit), encodings: encodingsIn(visit) });

/** The map that is open as a table: a row for each unit and competency. */
export async function sendMap(visit: PersonVisit, ports: CompetencyDeskPorts): Promise<Response> {
  const { ui, person } = visit;
  const words = competencyWords[ui.locale];
  const file = competencyFileWords[ui.locale];
  const view = await ports.mapOf(person, asked(visit, 'unit'));
  const rowsOf = (part: MapPartView, unit: string): readonly (readonly Cell[])[] =>
    view.competencies.flatMap(({ competencyId, name }) => {
      const cell = part.cells[competencyId];
      if (!cell) return [];
      const { asked: of, assessed, short, points, hidden } = cell;
      const numbers = hidden ? ['', '', '', '', file.hidden] : [of, assessed, short, points, ''];
      return [[unit, part.people, competencyId, nameText(ui, name), ...numbers]];
    });
  const own = view.unit ? words.ownUnit(view.unit.name) : words.noUnit;
  const rows = [
    file.mapHeads,
    ...view.parts.flatMap((part) => rowsOf(part, part.name ?? own)),
    ...rowsOf(view.total, words.all),
  ];
  const title = view.unit ? `${words.mapTitle}: ${view.unit.name}` : words.mapTitle;
  const notes = { title: file.notes, rows: [[words.mapTitle], [view.agency], [title], [words.mapRule]] };
  const table = { title: words.mapTitle, rows, notes };
  const how = howOf(visit);
  return download(visit, { ...how, name: file.mapName, ...(await ports.sheet(table, how)) });
}

/** Everybody who stands so in a competency, with what they are asked for and hold. */
export async function sendConcerned(visit: PersonVisit, ports: CompetencyDeskPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const wish = wishIn(visit);
  if (!wish) return goTo(context, mapPath);
  const words = competencyWords[ui.locale];
  const file = competencyFileWords[ui.locale];
  const view = await ports.everybodyConcerned(person, wish);
  const competency = nameText(ui, view.competency);
  const rows: readonly (readonly Cell[])[] = [
    file.peopleHeads,
    ...view.rows.map(({ name, unit = words.noUnit, post, required, held, gap }) => [
      ...[name, unit, post, wish.competencyId, competency, required, held],
      held === undefined ? undefined : gap,
    ]),
    ...(view.isCut ? [[file.cut(ui.format.number(view.rows.length))]] : []),
  ];
  const title = `${competency}: ${words.filter[wish.standing]}`;
  const notes = { title: file.notes, rows: [[title], [view.unit ?? words.all], [file.peopleNote]] };
  const how = howOf(visit);
  const table = { title: words.people, rows, notes };
  return download(visit, { ...how, name: file.peopleName, ...(await ports.sheet(table, how)) });
}

/** The dictionary as others read it (CASE 1.1). */
export async function sendCase(
  { context, person }: PersonVisit,
  ports: CompetencyDeskPorts,
): Promise<Response> {
  return context.body(await ports.caseOf(person), 200, {
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="kamus-kompetensi.case.json"',
  });
}
