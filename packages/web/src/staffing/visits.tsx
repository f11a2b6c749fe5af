import { InvalidInput } from '@sinau/kernel';
import * as z from 'zod';
import { plainText } from '../layout/text.tsx';
import { answerFragment, answerPage, goTo, type PersonVisit, readForm } from '../visit.ts';
import { ImportPage, ImportResult } from './import-page.tsx';
import { ImportsPage } from './imports-page.tsx';
import { importHref, importsPath } from './paths.ts';
import type { StaffingPorts } from './ports.ts';

interface At {
  readonly visit: PersonVisit;
  readonly ports: StaffingPorts;
}

export async function showImports({ visit, ports }: At, failure?: string): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const imports = await ports.importsOf(person);
  const page = (
    <ImportsPage ui={ui} imports={imports} notice={notice} {...(failure !== undefined && { failure })} />
  );
  return answerPage(context, page, failure === undefined ? 200 : 422);
}

export async function uploadImport(at: At): Promise<Response> {
  const { visit, ports } = at;
  const { context, ui, person } = visit;
  const words = ui.t.staffing;
  const file = await fileIn(visit);
  if (!file || file.size === 0) return showImports(at, words.fileMissing);
  if (file.size > ports.maxBytes) return showImports(at, words.fileLarge);
  const done = await ports.upload(person, {
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  });
  if (done.outcome === 'uploaded') return goTo(context, importHref(done.importId));
  return showImports(at, [done.message, done.mend].map((map) => plainText(ui, map)).join(' '));
}

export async function showImport({ visit, ports }: At): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const view = await ports.importOf(person, idOf(visit));
  return answerPage(context, <ImportPage ui={ui} view={view} notice={notice} />);
}

export async function showProgress({ visit, ports }: At): Promise<Response> {
  const view = await ports.importOf(visit.person, idOf(visit));
  return answerFragment(visit.context, <ImportResult ui={visit.ui} view={view} />);
}

export async function decideImport({ visit, ports }: At, what: 'start' | 'discard'): Promise<Response> {
  const { context, ui, person } = visit;
  await readForm(context, z.object({}), { other: ui.t.shell.fieldWrong });
  const id = idOf(visit);
  await ports[what](person, id);
  return what === 'start' ? goTo(context, importHref(id)) : goTo(context, importsPath, 'deleted');
}

const idOf = ({ context }: PersonVisit) => context.req.param('listId') ?? '';

/** The only field of the form; any other is refused as a whole (case D1). */
async function fileIn({ context }: PersonVisit): Promise<File | undefined> {
  const body = await context.req.parseBody().catch((cause: unknown) => {
    throw new InvalidInput('The body is not a well-formed form.', { cause });
  });
  if (Object.keys(body).some((name) => name !== 'file')) {
    throw new InvalidInput('The form has a field that is not known.');
  }
  const { file } = body;
  return file instanceof File ? file : undefined;
}
