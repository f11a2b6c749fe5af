import * as z from 'zod';
import { emptyForm, FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { answerPage, attempt, goTo, type PersonVisit, type ReadForm, readForm, withWords } from '../visit.ts';
import { courseAt } from './editing.tsx';
import type { ModuleToAdd } from './module-ports.ts';
import type { StudioCourseView, StudioPorts } from './ports.ts';

/** Modules that need no upload, by the page that makes them. */
export type NewModulePage = 'link' | 'recording' | 'article' | 'external';

const titled = z.string().trim().min(1).max(300);
const url = z
  .string()
  .trim()
  .max(2_000)
  .regex(/^https:\/\/[^@\s]+$/);
const linkSchema = z.object({ title: titled, url });
const recordingSchema = z.object({ kind: z.enum(['video', 'audio']), title: titled, url });
const articleSchema = z.object({ title: titled, text: z.string().trim().min(1).max(200_000) });

type Words = Readonly<Record<'title' | 'text' | 'url' | 'other', string>>;

/** What the form of each page says. */
const reading: Readonly<
  Record<NewModulePage, (visit: PersonVisit, words: Words) => Promise<ReadForm<ModuleToAdd>>>
> = {
  link: async ({ context }, words) => {
    const read = await readForm(context, linkSchema, words);
    return read.ok ? { ...read, data: { kind: 'link', ...read.data } } : read;
  },
  external: async ({ context }, words) => {
    const read = await readForm(context, linkSchema, words);
    return read.ok ? { ...read, data: { kind: 'external', ...read.data } } : read;
  },
  recording: ({ context }, words) => readForm(context, recordingSchema, words),
  article: async ({ context }, words) => {
    const read = await readForm(context, articleSchema, words);
    return read.ok ? { ...read, data: { kind: 'article', ...read.data } } : read;
  },
};

export async function showNewModule(
  visit: PersonVisit,
  ports: StudioPorts,
  page: NewModulePage,
): Promise<Response> {
  const course = await courseAt(visit, ports);
  const { mediaOrigins } = ports;
  return answerPage(
    visit.context,
    <NewModule ui={visit.ui} {...{ course, page, mediaOrigins, form: emptyForm }} />,
  );
}

export async function addOwnModule(
  visit: PersonVisit,
  ports: StudioPorts,
  page: NewModulePage,
): Promise<Response> {
  const { editor, shell } = visit.ui.t;
  const { missing, linkUrlWrong } = editor;
  const words = { title: missing, text: missing, url: linkUrlWrong, other: shell.fieldWrong };
  const read = await reading[page](visit, words);
  const course = await courseAt(visit, ports);
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.addModule(visit.person, course.courseId, read.data))
    : read;
  if (done.ok) return goTo(visit.context, `/studio/courses/${course.courseId}`, 'saved');
  const { mediaOrigins } = ports;
  const props = { course, page, mediaOrigins, form: withWhoToAsk(visit.ui, done.form, mediaOrigins) };
  return answerPage(visit.context, <NewModule ui={visit.ui} {...props} />, 422);
}

/** The refusal of a host is told with those that are allowed. */
function withWhoToAsk(ui: Ui, given: FormState, mediaOrigins: readonly string[]): FormState {
  const { t } = ui;
  const form = withWords(ui, given, { url: t.editor.linkUrlWrong });
  const refused = t.problem.code['catalogue.host-not-allowed'];
  if (refused === undefined || form.errors.url !== refused) return form;
  const sentence = `${refused} ${t.editor.allowedHosts(hostsOf(mediaOrigins))}`;
  return { ...form, errors: { ...form.errors, url: sentence } };
}

/** As people write hosts. */
const hostsOf = (origins: readonly string[]) =>
  origins.map((origin) => origin.replace('https://', '')).join(', ');

interface Props {
  readonly ui: Ui;
  readonly course: StudioCourseView;
  readonly page: NewModulePage;
  readonly mediaOrigins: readonly string[];
  readonly form: FormState;
}

function NewModule(props: Props) {
  const { ui, course, page, form } = props;
  const { t } = ui;
  const base = `/studio/courses/${course.courseId}`;
  const heading = {
    link: t.editor.linkTitle,
    recording: t.editor.recordingTitle,
    article: t.editor.articleTitle,
    external: t.editor.externalTitle,
  }[page];
  const closed = page === 'recording' && props.mediaOrigins.length === 0;
  return (
    <Shell ui={ui} title={heading} section="studio">
      <PageHeading
        title={heading}
        trail={
          <Trail
            ui={ui}
            links={[
              ['/studio', t.studio.title],
              [base, plainText(ui, course.title)],
            ]}
          />
        }
      />
      {closed ? (
        <Notice tone="info">
          <p>{t.editor.recordingClosed}</p>
          <p class="mt-3">
            <a href={`${base}/upload?module=new`} class="btn">
              {t.editor.addUpload}
            </a>
          </p>
        </Notice>
      ) : (
        <form method="post" action={`${base}/modules/new-${page}`} class="panel max-w-3xl p-5">
          <FormProblem ui={ui} form={form} />
          <Fields {...props} />
          <button type="submit" class="btn btn-primary">
            {t.editor.add}
          </button>
        </form>
      )}
    </Shell>
  );
}

function Fields({ ui, page, form, mediaOrigins }: Props) {
  const { editor } = ui.t;
  const shared = { ui, form, required: true };
  const title = <TextField {...shared} name="title" label={editor.moduleTitle} maxlength={300} />;
  const address = (hint: string) => (
    <TextField {...shared} name="url" label={editor.linkUrl} hint={hint} maxlength={2000} />
  );
  if (page === 'link') return [title, address(editor.linkUrlHint)];
  if (page === 'external') return [title, address(editor.externalHint)];
  if (page === 'recording') {
    const kinds = (['video', 'audio'] as const).map((kind) => [kind, editor.kind[kind]] as const);
    const anywhere = mediaOrigins.includes('https:');
    return [
      <SelectField {...shared} name="kind" label={editor.recordingKind} options={kinds} />,
      title,
      address(`${editor.recordingHint} ${anywhere ? '' : editor.allowedHosts(hostsOf(mediaOrigins))}`.trim()),
    ];
  }
  return [
    title,
    <TextField
      {...shared}
      name="text"
      label={editor.articleText}
      hint={editor.articleHint}
      maxlength={200_000}
      multiline
    />,
  ];
}
