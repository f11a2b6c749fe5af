import * as z from 'zod';
import type { NoticeName } from '../i18n/problem.ts';
import { emptyForm } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, type Portal, readForm } from '../visit.ts';
import { CataloguePage, SavedPage } from './pages.ts';
import type { CataloguePorts } from './ports.ts';
import { readQuery } from './query.ts';

const access = ['person'] as const;
const savingSchema = z.object({ returnTo: z.string().max(2_000).optional() });

export function registerCatalogue(portal: Portal, ports: CataloguePorts): void {
  portal.person(
    { method: 'GET', path: '/catalogue', access, allWords: true, viewable: true },
    async (visit) => {
      const { context, ui, person, notice } = visit;
      const query = readQuery(new URL(context.req.url).searchParams);
      const view = await ports.search(person, query, ui.locale);
      return answerPage(context, <CataloguePage ui={ui} view={view} query={query} notice={notice} />);
    },
  );

  portal.person({ method: 'GET', path: '/saved', access, allWords: true }, async (visit) => {
    const { context, ui, person, notice } = visit;
    return answerPage(context, <SavedPage ui={ui} saved={await ports.saved(person)} notice={notice} />);
  });

  portal.person(
    { method: 'POST', path: '/courses/:courseId/save', access, allWords: true },
    async (visit) => {
      const { returnTo, courseId } = await readSaving(portal, visit);
      const done = await attempt(visit, emptyForm, () => ports.save(visit.person, courseId));
      if (done.ok) return goBack(visit, { returnTo, courseId, notice: 'courseSaved' });
      const { ui, person, context } = visit;
      const failure = done.form.failure ?? ui.t.problem.other;
      const saved = await ports.saved(person);
      return answerPage(context, <SavedPage ui={ui} saved={saved} failure={failure} />, 409);
    },
  );

  portal.person({ method: 'POST', path: '/courses/:courseId/unsave', access }, async (visit) => {
    const { returnTo, courseId } = await readSaving(portal, visit);
    await ports.unsave(visit.person, courseId);
    return goBack(visit, { returnTo, courseId, notice: 'courseUnsaved' });
  });
}

async function readSaving(portal: Portal, { context, ui }: PersonVisit) {
  const read = await readForm(context, savingSchema, { other: ui.t.shell.fieldWrong });
  return {
    courseId: context.req.param('courseId') ?? '',
    returnTo: portal.options.safeReturnTo(read.ok ? read.data.returnTo : undefined),
  };
}

/** Among results to the very card, whose button says what happened; elsewhere with a sentence on top. */
function goBack(
  { context }: PersonVisit,
  to: { readonly returnTo: string; readonly courseId: string; readonly notice: NoticeName },
): Response {
  const { returnTo, courseId, notice } = to;
  if (!returnTo.startsWith('/catalogue')) return goTo(context, returnTo, notice);
  return goTo(context, `${returnTo}#course-${encodeURIComponent(courseId)}`);
}
