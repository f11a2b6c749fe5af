import * as z from 'zod';
import type { FormState } from '../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { IndexPage } from './page.tsx';
import { indexPath } from './paths.ts';
import {
  educationChoices,
  type IndexPorts,
  type IndexView,
  type OwnFactsView,
  postKindChoices,
  predicateChoices,
  sanctionChoices,
} from './ports.ts';

/** A choice that may be left open. */
const open = <Value extends string>(values: readonly [Value, ...Value[]]) =>
  z
    .enum(values)
    .or(z.literal(''))
    .optional()
    .transform((value) => (value === '' ? undefined : value));

const yesOrNo = open(['yes', 'no']);

const factsSchema = z.object({
  postKind: open(postKindChoices),
  education: open(educationChoices),
  predicate: open(predicateChoices),
  sanction: open(sanctionChoices),
  leadership: yesOrNo,
  functional: yesOrNo,
  rev: z.coerce.number().int().min(0),
});

const wordOf = (told: boolean | undefined) => (told === undefined ? '' : told ? 'yes' : 'no');

const formOf = ({ own, rev }: IndexView): FormState => ({
  values: {
    ...{ postKind: own.postKind ?? '', education: own.education ?? '', predicate: own.predicate ?? '' },
    ...{ sanction: own.sanction ?? '', rev: String(rev) },
    ...{ leadership: wordOf(own.leadership), functional: wordOf(own.functional) },
  },
  errors: {},
});

function factsIn(data: z.output<typeof factsSchema>): OwnFactsView {
  const { postKind, education, predicate, sanction, leadership, functional } = data;
  return {
    ...(postKind && { postKind }),
    ...(education && { education }),
    ...(predicate && { predicate }),
    ...(sanction && { sanction }),
    ...(leadership && { leadership: leadership === 'yes' }),
    ...(functional && { functional: functional === 'yes' }),
  };
}

export async function showIndex({ context, ui, person, notice }: PersonVisit, ports: IndexPorts) {
  const view = await ports.indexOf(person);
  return answerPage(context, <IndexPage ui={ui} view={view} form={formOf(view)} notice={notice} />);
}

export async function setFacts(visit: PersonVisit, ports: IndexPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const read = await readForm(context, factsSchema, { other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, read.form, () =>
        ports.set(person, { facts: factsIn(read.data), rev: read.data.rev }),
      )
    : read;
  if (done.ok) return goTo(context, indexPath, 'saved');
  const view = await ports.indexOf(person);
  return answerPage(context, <IndexPage ui={ui} view={view} form={done.form} />, 422);
}

export async function forgetFacts(visit: PersonVisit, ports: IndexPorts): Promise<Response> {
  const { context, person } = visit;
  await readForm(context, z.object({}), { other: visit.ui.t.shell.fieldWrong });
  await ports.forget(person);
  return goTo(context, indexPath, 'saved');
}

export async function askOfficial(visit: PersonVisit, ports: IndexPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const read = await readForm(context, z.object({}), { other: ui.t.shell.fieldWrong });
  const done = await attempt(visit, read.form, () => ports.askOfficial(person));
  if (done.ok) return goTo(context, `${indexPath}#official`, 'saved');
  const view = await ports.indexOf(person);
  return answerPage(context, <IndexPage {...{ ui, view, form: formOf(view), asking: done.form }} />, 422);
}
