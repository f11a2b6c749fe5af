import { evaluationWords } from '../i18n/evaluations.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, EmptyState, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { AppliedFields, AppliedSaid, appliedForm, Said, ScaleField } from './parts.tsx';
import { evaluationPath, evaluationsPath } from './paths.ts';
import { fiveScores, fourScores, type OwnEvaluationView, reactionNames } from './ports.ts';

/** What waits for the reader's answer, then the rest. */
export function EvaluationListPage(props: {
  readonly ui: Ui;
  readonly all: readonly OwnEvaluationView[];
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, all } = props;
  const words = evaluationWords[ui.locale];
  const [open, rest] = [all.filter(({ waits }) => waits), all.filter(({ waits }) => !waits)];
  return (
    <Shell ui={ui} title={words.title} section="records" notice={props.notice}>
      <PageHeading title={words.title} lead={words.lead} />
      {all.length === 0 ? (
        <EmptyState icon="check" title={words.emptyTitle} text={words.emptyText} />
      ) : (
        <>
          <Block id="open" title={words.open}>
            {open.length === 0 ? <p class="quiet">{words.openNone}</p> : <Evaluations ui={ui} all={open} />}
          </Block>
          {rest.length > 0 && (
            <Block id="done" title={words.done}>
              <Evaluations ui={ui} all={rest} />
            </Block>
          )}
        </>
      )}
    </Shell>
  );
}

function Evaluations({ ui, all }: { readonly ui: Ui; readonly all: readonly OwnEvaluationView[] }) {
  return (
    <ul class="panel divide-y divide-base-300">
      {all.map((one) => (
        <Line ui={ui} one={one} />
      ))}
    </ul>
  );
}

function Line({ ui, one }: { readonly ui: Ui; readonly one: OwnEvaluationView }) {
  const words = evaluationWords[ui.locale];
  const { date } = ui.format;
  const title = plainText(ui, one.title);
  const until = one.appliedOpenUntil ?? one.endOpenUntil;
  const label = one.waits ? words.answer : until === undefined ? words.see : words.look;
  return (
    <li class="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-4">
      <div class="min-w-0 grow basis-60">
        <p class="font-medium">
          <Text ui={ui} map={one.title} />
        </p>
        <p class="quiet text-sm">
          {words.kinds[one.kind]} · {words.completed(date(one.completedAt))}
        </p>
        <p class="text-sm">
          {words.asksEnd}: {endState(ui, one)}
          {one.askedAt !== undefined && (
            <>
              <br />
              {words.asksApplied}: {one.applied ? words.answered : unsaid(ui, one.appliedOpenUntil)}
            </>
          )}
        </p>
        {until !== undefined && <p class="quiet text-sm">{words.openUntil(date(until))}</p>}
      </div>
      <a class={`btn ${one.waits ? 'btn-primary' : ''}`} href={evaluationPath(one.evaluationId)}>
        {label}
        <span class="sr-only">{words.ofTitle(title)}</span>
      </a>
    </li>
  );
}

const unsaid = (ui: Ui, openUntil: string | undefined): string => {
  const words = evaluationWords[ui.locale];
  return openUntil === undefined ? words.unanswered : words.notYet;
};

function endState(ui: Ui, { reaction, learning, endOpenUntil }: OwnEvaluationView): string {
  const words = evaluationWords[ui.locale];
  if (reaction && learning) return words.answered;
  return reaction || learning ? words.partly : unsaid(ui, endOpenUntil);
}

interface OneProps {
  readonly ui: Ui;
  readonly one: OwnEvaluationView;
}

/** What is asked now stands first: three months later that is level 3. */
export function EvaluationPage(
  props: OneProps & {
    /** As they came back. */
    readonly endForm?: FormState | undefined;
    readonly appliedForm?: FormState | undefined;
    readonly notice?: NoticeName | undefined;
  },
) {
  const { ui, one } = props;
  const words = evaluationWords[ui.locale];
  const end = <EndPart ui={ui} one={one} form={props.endForm} />;
  const applied = <AppliedPart ui={ui} one={one} form={props.appliedForm} />;
  const isAppliedFirst = one.askedAt !== undefined && one.endOpenUntil === undefined;
  return (
    <Shell ui={ui} title={plainText(ui, one.title)} section="records" notice={props.notice}>
      <PageHeading
        title={<Text ui={ui} map={one.title} />}
        lead={`${words.kinds[one.kind]} · ${words.completed(ui.format.date(one.completedAt))}`}
        trail={<Trail ui={ui} links={[[evaluationsPath, words.title]]} />}
      />
      <div class="max-w-3xl">
        <div class="mb-6">
          <Notice tone="info">{words.privacy}</Notice>
        </div>
        {isAppliedFirst ? [applied, end] : [end, applied]}
        <p class="flex flex-wrap gap-x-6">
          <a
            class="text-link inline-flex min-h-9 items-center"
            href={
              one.kind === 'course'
                ? `/courses/${encodeURIComponent(one.subjectId)}`
                : `/events/${encodeURIComponent(one.subjectId)}`
            }
          >
            {one.kind === 'course' ? words.toCourse : words.toEvent}
          </a>
          {one.kind === 'course' && (
            <a
              class="text-link inline-flex min-h-9 items-center"
              href={`/courses/${encodeURIComponent(one.subjectId)}#rating`}
            >
              {words.stars}
            </a>
          )}
        </p>
      </div>
    </Shell>
  );
}

const endFormOf = ({ reaction, learning }: OwnEvaluationView): FormState => ({
  values: {
    ...(reaction && {
      ...Object.fromEntries(reactionNames.map((name) => [name, String(reaction[name])])),
      comment: reaction.comment ?? '',
    }),
    ...(learning && { before: String(learning.before), after: String(learning.after) }),
  },
  errors: {},
});

/** Levels 1 and 2. */
function EndPart({ ui, one, form }: OneProps & { readonly form?: FormState | undefined }) {
  const words = evaluationWords[ui.locale];
  if (one.endOpenUntil === undefined) return <EndSaid ui={ui} one={one} />;
  const given = form ?? endFormOf(one);
  return (
    <form method="post" action={`${evaluationPath(one.evaluationId)}/end`} class="panel mb-8 p-5">
      <FormProblem ui={ui} form={given} />
      <h2 class="text-lg font-semibold">{words.reactionTitle}</h2>
      <p class="quiet mb-4 text-sm">{words.reactionLead}</p>
      {reactionNames.map((name) => (
        <ScaleField
          ui={ui}
          form={given}
          name={name}
          legend={words.reaction[name].asked}
          values={fourScores}
          labels={words.four}
        />
      ))}
      <TextField
        ui={ui}
        form={given}
        name="comment"
        label={words.comment}
        hint={words.commentHint}
        maxlength={1000}
        multiline
      />
      <h2 class="mt-6 text-lg font-semibold">
        {words.learningTitle} <span class="tag">{words.selfRated}</span>
      </h2>
      <p class="quiet mb-4 text-sm">{words.learningLead}</p>
      <ScaleField ui={ui} form={given} name="before" legend={words.before} values={fiveScores} />
      <ScaleField ui={ui} form={given} name="after" legend={words.after} values={fiveScores} />
      {one.score !== undefined && (
        <p class="quiet mb-4 text-sm">{words.score(ui.format.percent(one.score))}</p>
      )}
      <button type="submit" class="btn btn-primary">
        {words.send}
      </button>
      <p class="quiet mt-2 text-sm">{words.openUntil(ui.format.date(one.endOpenUntil))}</p>
    </form>
  );
}

function EndSaid({ ui, one }: OneProps) {
  const words = evaluationWords[ui.locale];
  const { reaction, learning, score } = one;
  return (
    <section aria-labelledby="end" class="panel mb-8 p-5">
      <h2 id="end" class="text-lg font-semibold">
        {words.asksEnd}
      </h2>
      <p class="quiet mb-3 text-sm">{words.endClosed}</p>
      {!reaction && !learning && <p>{words.endNone}</p>}
      <dl class="grid gap-3 sm:grid-cols-2">
        {reaction &&
          reactionNames.map((name) => (
            <Said
              term={words.reaction[name].name}
              value={`${reaction[name]}: ${words.four[reaction[name] - 1] ?? ''}`}
            />
          ))}
        {reaction?.comment !== undefined && <Said term={words.comment} value={reaction.comment} />}
        {learning && <Said term={words.before} value={String(learning.before)} />}
        {learning && <Said term={words.after} value={String(learning.after)} />}
      </dl>
      {score !== undefined && <p class="quiet mt-3 text-sm">{words.score(ui.format.percent(score))}</p>}
    </section>
  );
}

/** So long after the completion level 3 is asked. */
const askedAfterMs = 90 * 86_400_000;

/** Level 3. */
function AppliedPart({ ui, one, form }: OneProps & { readonly form?: FormState | undefined }) {
  const words = evaluationWords[ui.locale];
  const { date } = ui.format;
  const isOpen = one.appliedOpenUntil !== undefined;
  const given = form ?? appliedForm(one.applied);
  const askedOn = new Date(Date.parse(one.completedAt) + askedAfterMs).toISOString();
  return (
    <section aria-labelledby="applied" class="panel mb-8 p-5">
      <h2 id="applied" class="text-lg font-semibold">
        {words.appliedTitle}
      </h2>
      <p class="quiet mb-4 text-sm">{words.appliedLead.own}</p>
      {one.askedAt === undefined && <p>{words.appliedLater(date(askedOn))}</p>}
      {one.supervisorAnswered && (
        <div class="mb-4">
          <Notice tone="info">{words.supervisorAnswered}</Notice>
        </div>
      )}
      {isOpen && (
        <form method="post" action={`${evaluationPath(one.evaluationId)}/applied`}>
          <FormProblem ui={ui} form={given} />
          <AppliedFields ui={ui} form={given} of="own" />
          <p class="quiet mt-2 text-sm">{words.openUntil(date(one.appliedOpenUntil ?? ''))}</p>
        </form>
      )}
      {!isOpen && one.askedAt !== undefined && (
        <>
          <p class="quiet mb-3 text-sm">{words.appliedClosed}</p>
          {one.applied ? <AppliedSaid ui={ui} said={one.applied} /> : <p>{words.endNone}</p>}
        </>
      )}
    </section>
  );
}
