import * as z from 'zod';
import { materialWords } from '../i18n/materials.ts';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { sentFile } from '../materials/sent-file.ts';
import { answerPdf } from '../pdf-answer.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { MeetingPage } from './meeting-pages.tsx';
import { meetingPath } from './paths.ts';
import type { CommunitiesPorts } from './ports.ts';
import { placeIn } from './visits.tsx';

const materialIdIn = ({ context }: PersonVisit): string =>
  (context.req.param('materialId') ?? '').slice(0, 64);

async function refused(visit: PersonVisit, ports: CommunitiesPorts, form: FormState): Promise<Response> {
  const { context, ui, person } = visit;
  const meeting = await ports.meetingOf(person, placeIn(visit));
  return answerPage(context, <MeetingPage ui={ui} meeting={meeting} form={form} />, 422);
}

/** A PDF for those who are in the community. */
export async function addMaterial(visit: PersonVisit, ports: CommunitiesPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const at = placeIn(visit);
  const { problem } = materialWords[ui.locale];
  const wrong = (name: keyof typeof problem) =>
    refused(visit, ports, { values: {}, errors: { file: problem[name] } });
  const sent = await sentFile(visit, ports.maxBytes);
  if ('form' in sent) return refused(visit, ports, sent.form);
  if ('problem' in sent) return wrong(sent.problem);
  const done = await attempt(visit, emptyForm, () => ports.addMaterial(person, at, sent.file));
  if (!done.ok) return refused(visit, ports, done.form);
  if (done.value === 'known') return goTo(context, meetingPath(at), 'fileKnown');
  return done.value === 'added' ? goTo(context, meetingPath(at), 'saved') : wrong(done.value);
}

export async function removeMaterial(visit: PersonVisit, ports: CommunitiesPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const at = placeIn(visit);
  await readForm(context, z.object({}), { other: ui.t.shell.fieldWrong });
  const done = await attempt(visit, emptyForm, () => ports.removeMaterial(person, at, materialIdIn(visit)));
  return done.ok ? goTo(context, meetingPath(at), 'deleted') : refused(visit, ports, done.form);
}

export async function sendMaterial(visit: PersonVisit, ports: CommunitiesPorts): Promise<Response> {
  const materialId = materialIdIn(visit);
  const bytes = await ports.materialOf(visit.person, placeIn(visit), materialId);
  return answerPdf(visit, bytes, `materi-${materialId.slice(0, 8)}`);
}
