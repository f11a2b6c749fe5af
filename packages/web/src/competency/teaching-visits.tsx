import * as z from 'zod';
import { competencyWords } from '../i18n/competency.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField } from '../layout/form.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { levelValues } from './names.ts';
import { levelText, nameText } from './parts.tsx';
import { teachingPath } from './paths.ts';
import type { TeachingPorts, TeachingView } from './teaching-ports.ts';

const codes = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'S1'] as const;
const level = z.enum(levelValues).or(z.literal('')).optional();
const schema = z.object({
  ...(Object.fromEntries(codes.map((code) => [code, level])) as Record<(typeof codes)[number], typeof level>),
  rev: z.coerce.number().int().min(0),
});

const courseIdIn = ({ context }: PersonVisit): string => (context.req.param('courseId') ?? '').slice(0, 64);

export async function showTeaching(visit: PersonVisit, ports: TeachingPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const view = await ports.teachingOf(person, courseIdIn(visit));
  const values = Object.fromEntries(view.teaches.map((one) => [one.competencyId, String(one.level)]));
  return answerPage(
    context,
    <TeachingPage ui={ui} view={view} form={{ values, errors: {} }} notice={notice} />,
  );
}

export async function setTeaching(visit: PersonVisit, ports: TeachingPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const courseId = courseIdIn(visit);
  const read = await readForm(context, schema, { other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, read.form, () => {
        const teaches = codes.flatMap((code) => {
          const value = read.data[code];
          return value ? [{ competencyId: code, level: Number(value) }] : [];
        });
        return ports.setTeaching(person, courseId, { teaches, rev: read.data.rev });
      })
    : read;
  if (done.ok) return goTo(context, teachingPath(courseId), 'saved');
  const view = await ports.teachingOf(person, courseId);
  return answerPage(context, <TeachingPage ui={ui} view={view} form={done.form} />, 422);
}

function TeachingPage(props: {
  readonly ui: Ui;
  readonly view: TeachingView;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, view, form, notice } = props;
  const words = competencyWords[ui.locale];
  const options = [
    ['', words.notTaught],
    ...levelValues.map((value) => [value, levelText(ui, Number(value))] as const),
  ] as const;
  const trail = [
    ['/studio', ui.t.shell.studio],
    [`/studio/courses/${encodeURIComponent(view.courseId)}`, nameText(ui, view.title)],
  ] as const;
  return (
    <Shell ui={ui} title={words.teachingTitle} section="studio" notice={notice}>
      <PageHeading
        title={words.teachingTitle}
        lead={words.teachingLead}
        trail={<Trail ui={ui} links={trail} />}
      />
      <form method="post" action={teachingPath(view.courseId)} class="panel max-w-2xl p-5">
        <FormProblem ui={ui} form={form} />
        <input type="hidden" name="rev" value={String(view.rev)} />
        {view.national.map(({ competencyId, name }) => (
          <SelectField ui={ui} form={form} name={competencyId} label={nameText(ui, name)} options={options} />
        ))}
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </Shell>
  );
}
