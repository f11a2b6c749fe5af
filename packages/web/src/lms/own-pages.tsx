import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState } from '../layout/form.tsx';
import { EmptyState, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { Facts } from './parts.tsx';
import { myLmsPath } from './paths.ts';
import type { ConnectingView, MyLmsView } from './ports.ts';
import { ScoreState } from './scores.tsx';

/** With which learning systems a person has linked their account, and the way back. */
export function MyLmsPage(props: {
  readonly ui: Ui;
  readonly links: readonly MyLmsView[];
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, links, notice } = props;
  const words = ui.t.lms.mine;
  return (
    <Shell ui={ui} title={words.title} section="account" notice={notice}>
      <PageHeading
        title={words.title}
        lead={words.text}
        trail={<Trail ui={ui} links={[['/account', ui.t.account.title]]} />}
      />
      {links.length === 0 ? (
        <EmptyState icon="window" title={words.emptyTitle} text={words.emptyText} />
      ) : (
        <>
          <ul class="space-y-3">
            {links.map((one) => (
              <LinkRow ui={ui} link={one} />
            ))}
          </ul>
          <p class="quiet mt-4 max-w-[68ch] text-sm">{words.removeText}</p>
        </>
      )}
    </Shell>
  );
}

function LinkRow({ ui, link }: { readonly ui: Ui; readonly link: MyLmsView }) {
  const words = ui.t.lms.mine;
  const name = link.name ?? words.gone;
  return (
    <li class="panel flex flex-wrap items-center justify-between gap-3 p-5">
      <div class="min-w-0">
        <p class="font-semibold">{name}</p>
        {link.issuer !== undefined && <p class="quiet text-sm break-all">{link.issuer}</p>}
        <p class="quiet text-sm">{words.since(ui.format.date(link.linkedAt))}</p>
        {link.scores.length > 0 && (
          <ul class="mt-3 space-y-2" aria-label={words.scores}>
            {link.scores.map((score) => (
              <li>
                <span class="mr-2">
                  {score.courseTitle ? <Text ui={ui} map={score.courseTitle} /> : ui.t.lms.courseGone}
                </span>
                <ScoreState ui={ui} score={score} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <form method="post" action={`${myLmsPath}/unlink`}>
        <input type="hidden" name="platformId" value={link.platformId} />
        <input type="hidden" name="subject" value={link.subject} />
        <button type="submit" class="btn btn-ghost text-error" aria-label={`${words.remove} ${name}`}>
          {words.remove}
        </button>
      </form>
    </li>
  );
}

/** Both accounts side by side, and what it means to link them. */
export function ConnectPage(props: {
  readonly ui: Ui;
  readonly connecting: ConnectingView;
  readonly visit: string;
  readonly personId: string;
  readonly form: FormState;
}) {
  const { ui, connecting, visit, personId, form } = props;
  const words = ui.t.lms.connect;
  const { platform, issuer, registeredBy, nameThere, subject, course } = connecting;
  return (
    <Shell ui={ui} title={words.title} section="account">
      <div class="mx-auto max-w-2xl">
        <PageHeading title={words.title} lead={words.lead(platform)} />
        <FormProblem ui={ui} form={form} />
        <Facts
          rows={[
            [
              words.lms,
              <>
                {platform} <span class="quiet block text-sm break-all">{issuer}</span>
              </>,
            ],
            [words.registeredBy, registeredBy ?? words.operator],
            [
              words.there,
              <>
                {nameThere ?? words.unnamed} <span class="quiet block text-sm break-all">{subject}</span>
              </>,
            ],
            [
              words.here,
              <>
                {ui.viewer?.name}
                {ui.viewer?.memberOf && <span class="quiet block text-sm">{ui.viewer.memberOf}</span>}
              </>,
            ],
            ...(course ? [[words.course, <Text ui={ui} map={course} />] as const] : []),
          ]}
        />
        <ul class="my-5 list-disc space-y-1 pl-5">
          {words.consequences.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
        <form method="post" action={`${myLmsPath}/connect`} class="flex flex-wrap gap-3">
          <input type="hidden" name="visit" value={visit} />
          <input type="hidden" name="shownTo" value={personId} />
          <button type="submit" class="btn btn-primary">
            {words.confirm}
          </button>
        </form>
        <form method="post" action="/sign-out" class="mt-6">
          <p class="quiet mb-2 text-sm">{words.notMeText}</p>
          <button type="submit" class="btn btn-ghost">
            {words.notMe}
          </button>
        </form>
      </div>
    </Shell>
  );
}

export function ConnectEndedPage({ ui }: { readonly ui: Ui }) {
  const words = ui.t.lms.connect;
  return (
    <Shell ui={ui} title={words.endedTitle} section="account">
      <PageHeading title={words.endedTitle} lead={words.endedText} />
    </Shell>
  );
}

/** Linked, and the course has to be asked for first. */
export function ConnectedPage({ ui, courseId }: { readonly ui: Ui; readonly courseId: string }) {
  const words = ui.t.lms.connect;
  return (
    <Shell ui={ui} title={words.openedTitle} section="account">
      <PageHeading title={words.openedTitle} lead={words.openedText} />
      <a href={`/courses/${encodeURIComponent(courseId)}`} class="btn btn-primary">
        {words.toCourse}
      </a>
    </Shell>
  );
}
