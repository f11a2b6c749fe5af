import * as z from 'zod';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText } from '../layout/text.tsx';
import { toolsPath } from '../lti/paths.ts';
import type { Ui } from '../ui.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import { courseAt } from './editing.tsx';
import { AddressFields, customLines, customOf, linkShape, ScoreFields } from './link-fields.tsx';
import type { LinkView, ModuleView } from './module-ports.ts';
import type { StudioCourseView, StudioPorts } from './ports.ts';

/** A link to a tool as it stands in the draft. */
export async function showLink(visit: PersonVisit, ports: StudioPorts): Promise<Response> {
  const page = await linkAt(visit, ports);
  const { course, module, link } = page;
  const stands = link.places.some(({ deploymentId }) => deploymentId === link.deploymentId);
  const { lineItem } = link;
  const values = {
    rev: String(course.rev),
    place: stands ? link.deploymentId : '',
    url: link.url ?? '',
    custom: customLines(link.custom).text,
    scored: lineItem ? 'yes' : 'no',
    label: lineItem?.label ?? plainText(visit.ui, module.title),
    scoreMaximum: String(lineItem?.scoreMaximum ?? 100),
  };
  return answerLink(visit, page, { values, errors: {} });
}

const linkSchema = z.object({
  rev: z.coerce.number().int().positive(),
  place: z.string().min(1).max(255),
  ...linkShape,
  label: z.string().trim().max(255).default(''),
});

export async function saveLink(visit: PersonVisit, ports: StudioPorts): Promise<Response> {
  const { t } = visit.ui;
  const read = await readForm(visit.context, linkSchema, {
    place: t.tools.placeMissing,
    url: t.editor.linkUrlWrong,
    scoreMaximum: t.tools.scoreWrong,
    other: t.shell.fieldWrong,
  });
  const page = await linkAt(visit, ports);
  if (!read.ok) return answerLink(visit, page, read.form);
  const { course, module, link } = page;
  const { rev, place, url, custom, scored, label, scoreMaximum } = read.data;
  const written = customOf(custom);
  if (!written) return answerLink(visit, page, { ...read.form, errors: { custom: t.tools.customWrong } });
  const item = { scoreMaximum, label: label || plainText(visit.ui, module.title).slice(0, 255) };
  // What the tool has taken over is not shown, so the form says nothing of it.
  const lineItem = link.saidByTool ? link.lineItem : scored === 'yes' ? item : undefined;
  const edit = {
    ...{ rev, deploymentId: place, custom: { ...customLines(link.custom).kept, ...written } },
    ...(url !== '' && { url }),
    ...(lineItem && { lineItem }),
  };
  const of = { courseId: course.courseId, moduleId: module.moduleId };
  const done = await attempt(visit, read.form, () => ports.editLink(visit.person, of, edit));
  if (done.ok) return goTo(visit.context, `/studio/courses/${course.courseId}`, 'saved');
  return answerLink(visit, page, withWords(visit.ui, done.form, { url: t.editor.linkUrlWrong }));
}

interface LinkPage {
  readonly course: StudioCourseView;
  readonly module: Pick<ModuleView, 'moduleId' | 'title'>;
  readonly link: LinkView;
}

async function linkAt(visit: PersonVisit, ports: StudioPorts): Promise<LinkPage> {
  const course = await courseAt(visit, ports);
  const moduleId = visit.context.req.param('moduleId') ?? '';
  const link = await ports.linkOf(visit.person, { courseId: course.courseId, moduleId });
  const module = course.draft.modules.find((one) => one.moduleId === moduleId);
  return { course, link, module: module ?? { moduleId, title: {} } };
}

function answerLink({ context, ui }: PersonVisit, page: LinkPage, form: FormState): Promise<Response> {
  const refused = Object.keys(form.errors).length > 0 || form.failure !== undefined;
  return answerPage(context, <LinkToTool ui={ui} {...page} form={form} />, refused ? 422 : 200);
}

type Props = LinkPage & { readonly ui: Ui; readonly form: FormState };

function LinkToTool({ ui, course, module, link, form }: Props) {
  const { t } = ui;
  const base = `/studio/courses/${course.courseId}`;
  const title = plainText(ui, module.title);
  const action = `${base}/modules/${encodeURIComponent(module.moduleId)}`;
  return (
    <Shell ui={ui} title={t.tools.editLink} section="studio">
      <PageHeading
        title={t.tools.editLink}
        lead={t.tools.editLinkLead(link.tool)}
        trail={
          <Trail
            ui={ui}
            links={[
              ['/studio', t.studio.title],
              [base, plainText(ui, course.title)],
              [action, title],
            ]}
          />
        }
      />
      {link.isInUse ? (
        <form method="post" action={`${action}/link`} class="panel max-w-2xl p-5">
          <FormProblem ui={ui} form={form} />
          <input type="hidden" name="rev" value={form.values.rev ?? String(course.rev)} />
          <PlaceField ui={ui} link={link} form={form} />
          <AddressFields ui={ui} form={form} />
          <KeptParameters ui={ui} link={link} />
          <LineItem ui={ui} link={link} form={form} />
          <p class="quiet mb-4 text-sm">{t.tools.editLinkNote}</p>
          <button type="submit" class="btn btn-primary">
            {t.editor.save}
          </button>
        </form>
      ) : (
        <Notice tone="warning">
          <p>{t.tools.trouble['tool-off']}</p>
          <a href={toolsPath} class="text-link">
            {t.tools.register}
          </a>
        </Notice>
      )}
    </Shell>
  );
}

type Part = Pick<Props, 'ui' | 'link'>;

function PlaceField({ ui, link, form }: Part & Pick<Props, 'form'>) {
  const { tools } = ui.t;
  const { places, deploymentId } = link;
  const stands = places.some((one) => one.deploymentId === deploymentId);
  const choose = stands ? [] : [['', tools.placeChoose] as const];
  const [only] = places;
  if (stands && places.length === 1) return <input type="hidden" name="place" value={only?.deploymentId} />;
  return (
    <>
      {!stands && (
        <div class="mb-4">
          <Notice tone="warning">{tools.trouble['place-gone']}</Notice>
        </div>
      )}
      <SelectField
        {...{ ui, form }}
        name="place"
        label={tools.place}
        hint={tools.placeHint}
        required
        options={[...choose, ...places.map((one) => [one.deploymentId, one.name] as const)]}
      />
    </>
  );
}

/** What the tool has handed over and this form cannot show. */
function KeptParameters({ ui, link }: Part) {
  const names = Object.keys(customLines(link.custom).kept);
  if (names.length === 0) return null;
  return <p class="quiet mb-4 text-sm">{ui.t.tools.customKept(names.join(', '))}</p>;
}

function LineItem({ ui, link, form }: Part & Pick<Props, 'form'>) {
  const { tools } = ui.t;
  const { saidByTool } = link;
  if (saidByTool) {
    const { label, scoreMaximum } = saidByTool;
    return (
      <div class="mb-4">
        <Notice tone="info">{tools.saidByTool(label, ui.format.number(scoreMaximum))}</Notice>
      </div>
    );
  }
  return (
    <>
      <ScoreFields ui={ui} form={form} />
      <TextField
        {...{ ui, form }}
        name="label"
        label={tools.itemLabel}
        hint={tools.itemLabelHint}
        maxlength={255}
      />
      <p class="quiet mb-4 text-sm">{tools.scoresKept}</p>
    </>
  );
}
