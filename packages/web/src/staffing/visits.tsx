import * as z from 'zod';
import { plainText } from '../layout/text.tsx';
import { onlyFile } from '../only-field.ts';
import { answerFragment, answerPage, goTo, type PersonVisit, readForm } from '../visit.ts';
import { idIn } from './files.ts';
import { ImportPage, ImportResult } from './import-page.tsx';
import { ImportsPage } from './imports-page.tsx';
import { importHref, type ListPlace } from './paths.ts';
import type { ListPorts } from './ports.ts';
import { wordsOf } from './words.ts';

interface At {
  readonly visit: PersonVisit;
  readonly ports: ListPorts;
  readonly place: ListPlace;
}

export { sendRefused, sendResults, sendTemplate } from './files.ts';

export async function showImports({ visit, ports, place }: At, failure?: string): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const [imports, codes] = await Promise.all([ports.importsOf(person), ports.codes()]);
  const page = (
    <ImportsPage {...{ ui, place, imports, codes, notice }} {...(failure !== undefined && { failure })} />
  );
  return answerPage(context, page, failure === undefined ? 200 : 422);
}

export async function uploadImport(at: At): Promise<Response> {
  const { visit, ports, place } = at;
  const { context, ui, person } = visit;
  const words = wordsOf(ui, place);
  const file = await onlyFile(visit, 'file');
  if (!file || file.size === 0) return showImports(at, words.fileMissing);
  if (file.size > ports.maxBytes) return showImports(at, words.fileLarge);
  const done = await ports.upload(person, {
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  });
  if (done.outcome === 'uploaded') return goTo(context, importHref(place, done.importId));
  return showImports(at, [done.message, done.mend].map((map) => plainText(ui, map)).join(' '));
}

export async function showImport({ visit, ports, place }: At): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const view = await ports.importOf(person, idIn(visit));
  return answerPage(context, <ImportPage {...{ ui, place, view, notice }} />);
}

export async function showProgress({ visit, ports, place }: At): Promise<Response> {
  const view = await ports.importOf(visit.person, idIn(visit));
  return answerFragment(visit.context, <ImportResult ui={visit.ui} place={place} view={view} />);
}

export async function startImport(at: At): Promise<Response> {
  const id = await decided(at);
  await at.ports.start(at.visit.person, id);
  return goTo(at.visit.context, importHref(at.place, id));
}

export async function discardImport(at: At): Promise<Response> {
  await at.ports.discard(at.visit.person, await decided(at));
  return goTo(at.visit.context, at.place.path, 'deleted');
}

async function decided({ visit }: At): Promise<string> {
  await readForm(visit.context, z.object({}), { other: visit.ui.t.shell.fieldWrong });
  return idIn(visit);
}
