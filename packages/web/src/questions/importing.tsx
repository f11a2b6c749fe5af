import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { hrefOf } from '../layout/parts.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { ImportQuestionsPage } from './import-page.tsx';
import { bankPath } from './paths.ts';
import type { QuestionsPorts } from './ports.ts';

const placeOf = ({ context }: PersonVisit) => ({
  courseId: context.req.param('courseId') ?? '',
  moduleId: context.req.param('moduleId') ?? '',
});

/** Says what would be copied; nothing is stored. */
export async function showImport(visit: PersonVisit, ports: QuestionsPorts, form: FormState = emptyForm) {
  const { context, ui, person } = visit;
  const place = placeOf(visit);
  const wish = { category: '', status: 'draft', dryRun: true } as const;
  const preview = await ports.importModule(person, place, wish);
  const back = `/studio/courses/${encodeURIComponent(place.courseId)}/modules/${encodeURIComponent(place.moduleId)}`;
  const page = (
    <ImportQuestionsPage ui={ui} preview={preview} form={form} action={`${back}/questions`} back={back} />
  );
  const refused = Object.keys(form.errors).length > 0 || form.failure !== undefined;
  return answerPage(context, page, refused ? 422 : 200);
}

const wishSchema = z.object({
  category: z.string().trim().max(400).default(''),
  status: z.enum(['draft', 'ready']),
});

export async function takeImport(visit: PersonVisit, ports: QuestionsPorts) {
  const { context, ui, person } = visit;
  const read = await readForm(context, wishSchema, { other: ui.t.shell.fieldWrong });
  if (!read.ok) return showImport(visit, ports, read.form);
  const wish = { ...read.data, dryRun: false };
  const done = await attempt(visit, read.form, () => ports.importModule(person, placeOf(visit), wish));
  if (!done.ok) return showImport(visit, ports, done.form);
  return goTo(context, hrefOf(bankPath, { category: read.data.category }), 'saved');
}
