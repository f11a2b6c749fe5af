import type { LanguageMap } from '@sinau/kernel';
import type { NoticeName } from '../i18n/problem.ts';
import { CheckboxGroup, FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Icon } from '../layout/icon.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, EmptyState, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text, When } from '../layout/text.tsx';
import { ChangesBlock } from '../studio/changes.tsx';
import { factsOf } from '../studio/modules.tsx';
import { CommentForm, Comments } from '../studio/review-panel.tsx';
import type { Ui } from '../ui.ts';
import { checklistItems, type OpenReview, type ReviewedVersion } from './ports.ts';

/** What waits for a decision, the longest first. */
export function ReviewsPage(props: {
  readonly ui: Ui;
  readonly reviews: readonly OpenReview[];
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, reviews } = props;
  const { t, format } = ui;
  const { reviewColumns: columns } = t.editor;
  return (
    <Shell ui={ui} title={t.editor.reviewsTitle} section="reviews" notice={props.notice}>
      <PageHeading title={t.editor.reviewsTitle} lead={t.editor.reviewsLead} />
      {reviews.length === 0 ? (
        <EmptyState icon="inbox" title={t.editor.reviewsEmptyTitle} text={t.editor.reviewsEmptyText} />
      ) : (
        <Table
          caption={t.editor.reviewsTitle}
          columns={[columns.course, columns.version, columns.submittedBy, columns.since]}
        >
          {reviews.map((review) => (
            <tr>
              <th scope="row" class="font-medium">
                <a
                  class="text-link inline-flex min-h-8 items-center"
                  href={`/reviews/${review.courseId}/${review.version}`}
                >
                  <Text ui={ui} map={review.title} />
                </a>
              </th>
              <td class="tabular-nums">{format.number(review.version)}</td>
              <td>{review.submittedBy}</td>
              <td class="whitespace-nowrap">
                <When ui={ui} at={review.submittedAt} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Shell>
  );
}

interface ReviewProps {
  readonly ui: Ui;
  readonly view: ReviewedVersion;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}

/** One version: what it says of itself, what it holds, and the decision. */
export function ReviewPage(props: ReviewProps) {
  const { ui, view } = props;
  const { t } = ui;
  const base = `/reviews/${view.courseId}/${view.version}`;
  const heading = t.editor.reviewTitle(plainText(ui, view.title), view.version);
  return (
    <Shell ui={ui} title={heading} section="reviews" notice={props.notice}>
      <PageHeading
        title={heading}
        lead={view.provider}
        trail={<Trail ui={ui} links={[['/reviews', t.editor.reviewsTitle]]} />}
        actions={
          <a href={`${base}/preview`} class="btn">
            {t.editor.seeAsLearner}
          </a>
        }
      />
      <div class="grid items-start gap-6 lg:grid-cols-[1fr_24rem]">
        <div class="min-w-0">
          {view.changes && <ChangesBlock ui={ui} changes={view.changes} rule={view.versionRule} />}
          <Facts {...props} />
          <Block id="modules" title={t.editor.modulesHeading}>
            <ol class="panel divide-y divide-base-300">
              {view.modules.map((module, index) => (
                <li class="flex gap-4 px-4 py-3">
                  <span class="quiet w-6 text-end tabular-nums">{index + 1}</span>
                  <div>
                    <p class="font-medium">
                      <Text ui={ui} map={module.title} />
                    </p>
                    <p class="quiet text-sm">{factsOf(ui, module, view.modules)}</p>
                    {module.kind === 'quiz' && (
                      <a
                        href={`${base}/quizzes/${encodeURIComponent(module.moduleId)}`}
                        class="text-link inline-flex min-h-8 items-center"
                      >
                        {t.quizzes.reviewed.link}
                      </a>
                    )}
                  </div>
                </li>
              ))}
            </ol>
          </Block>
        </div>
        <Decision {...props} base={base} />
      </div>
    </Shell>
  );
}

function Facts({ ui, view }: ReviewProps) {
  const { t, format } = ui;
  const { facts, classified } = view;
  const named = (names: readonly LanguageMap[] = []) => names.map((name) => plainText(ui, name)).join(', ');
  const words = t.search.facets;
  const rows: readonly (readonly [string, string])[] = [
    [t.studio.jp, view.jp === undefined ? t.studio.unset : format.jp(view.jp)],
    [t.editor.form, t.editor.forms[facts.form]],
    [t.editor.subject, t.editor.subjects[facts.subject]],
    [t.editor.competencies, facts.competencies.join(', ')],
    [t.editor.languages, facts.languages.map((tag) => format.language(tag)).join(', ')],
    [t.editor.audience, plainText(ui, facts.audience)],
    [t.editor.price, format.number(facts.price)],
    [t.editor.minutes, facts.minutes === undefined ? '' : format.number(facts.minutes)],
    [words.field, named(classified?.fields)],
    [words.coreValue, named(classified?.coreValues)],
    [words.digitalPillar, named(classified?.digitalPillars)],
    [words.certification, named(classified?.certification && [classified.certification])],
  ];
  return (
    <Block id="facts" title={t.editor.factsHeading}>
      <div class="panel p-5">
        {Object.entries(view.title).map(([tag, title]) => (
          <div class="mb-3" lang={tag === 'und' ? undefined : tag}>
            <p class="font-semibold">{title}</p>
            <p class="whitespace-pre-line">{view.description[tag]}</p>
          </div>
        ))}
        <dl class="grid gap-x-6 gap-y-2 border-t border-base-300 pt-4 sm:grid-cols-[max-content_1fr]">
          {rows
            .filter(([, value]) => value !== '')
            .map(([name, value]) => (
              <>
                <dt class="quiet">{name}</dt>
                <dd>{value}</dd>
              </>
            ))}
        </dl>
      </div>
    </Block>
  );
}

function Decision({ ui, view, form, base }: ReviewProps & { readonly base: string }) {
  const { t } = ui;
  const open = view.state === 'submitted';
  return (
    <Block id="decision" title={t.editor.reviewHeading}>
      <div class="panel p-5">
        <FormProblem ui={ui} form={form} />
        <p class="quiet mb-4 text-sm">
          {view.submittedBy} · <When ui={ui} at={view.submittedAt} />
        </p>
        {!open && <Notice tone="info">{t.editor.decided}</Notice>}
        {open && view.mayDecide && <DecisionForms ui={ui} view={view} form={form} base={base} />}
        <Comments ui={ui} comments={view.comments} />
        {view.state !== 'approved' && <CommentForm ui={ui} form={form} base={base} />}
      </div>
    </Block>
  );
}

function DecisionForms({ ui, view, form, base }: ReviewProps & { readonly base: string }) {
  const { t } = ui;
  return (
    <>
      <form method="post" action={`${base}/approve`}>
        <input type="hidden" name="rev" value={String(view.rev)} />
        <CheckboxGroup
          ui={ui}
          form={form}
          name="checked"
          label={t.editor.checklistHeading}
          hint={t.editor.approveHint}
          options={checklistItems.map((item) => [item, t.editor.checklist[item]] as const)}
        />
        <button type="submit" class="btn btn-primary w-full">
          <Icon name="check" />
          {t.editor.approve}
        </button>
      </form>
      <form method="post" action={`${base}/return`} class="mt-6 border-t border-base-300 pt-4">
        <TextField
          ui={ui}
          form={form}
          name="reason"
          label={t.editor.reason}
          maxlength={4000}
          multiline
          required
        />
        <button type="submit" class="btn w-full">
          {t.editor.returnIt}
        </button>
      </form>
    </>
  );
}
