import { boardWords } from '../i18n/community-board.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { emptyForm, FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Block, PageHeading } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { BoardTrail } from './board-pages.tsx';
import type { CommunityAnswerView, CommunityQuestionView, HiddenView } from './board-ports.ts';
import { answerPath, questionPath } from './paths.ts';

interface Props {
  readonly ui: Ui;
  readonly question: CommunityQuestionView;
  /** As it came back. */
  readonly form?: FormState | undefined;
  readonly notice?: NoticeName | undefined;
}

/** A question with its answers, and what the reader may do with each. */
export function QuestionPage(props: Props) {
  const { ui, question } = props;
  const words = boardWords[ui.locale];
  const title = question.title ?? words.hiddenTitle;
  return (
    <Shell ui={ui} title={title} section="home" notice={props.notice}>
      <PageHeading
        title={<span class="break-words">{title}</span>}
        trail={<BoardTrail ui={ui} of={question} isBelow />}
      />
      {props.form && <FormProblem ui={ui} form={props.form} />}
      <Asked {...props} />
      <Block id="answers" title={words.answers}>
        {question.answers.length === 0 ? (
          <p class="quiet">{words.noAnswers}</p>
        ) : (
          <ul class="grid max-w-3xl gap-3">
            {question.answers.map((answer) => (
              <Answer {...props} answer={answer} />
            ))}
          </ul>
        )}
      </Block>
      {question.isActive && !question.hidden && <Answering {...props} />}
    </Shell>
  );
}

function By(props: {
  readonly ui: Ui;
  readonly of: { readonly author?: string; readonly isMine: boolean; readonly isChanged: boolean };
  readonly did: string;
  readonly at: string;
}) {
  const { ui, of, did, at } = props;
  const words = boardWords[ui.locale];
  return (
    <p class="quiet text-sm break-words">
      {of.author ?? words.gone}
      {of.isMine && ` (${words.mine})`} {did} · <When ui={ui} at={at} />
      {of.isChanged && ` · ${words.changed}`}
    </p>
  );
}

function WhyHidden({
  ui,
  hidden,
  isSeen,
}: {
  readonly ui: Ui;
  readonly hidden: HiddenView;
  readonly isSeen: boolean;
}) {
  const words = boardWords[ui.locale];
  return (
    <p class="my-2 font-medium break-words">
      {words.hiddenBy(hidden.by ?? words.gone, hidden.reason)}
      {isSeen && <span class="quiet block text-sm font-normal">{words.hiddenSeen}</span>}
    </p>
  );
}

function Asked({ ui, question, form }: Props) {
  const words = boardWords[ui.locale];
  const here = questionPath(question);
  const { isMine, isUnanswered, isActive, hidden, leads } = question;
  return (
    <div class="panel mb-8 max-w-3xl p-5">
      <By ui={ui} of={question} did={words.asks} at={question.askedAt} />
      {hidden && <WhyHidden ui={ui} hidden={hidden} isSeen={question.title !== undefined} />}
      {question.text && <p class="mt-2 break-words whitespace-pre-line">{question.text}</p>}
      <div class="no-print mt-2 flex flex-wrap items-start gap-x-4 gap-y-1">
        {isMine && isUnanswered && isActive && !hidden && (
          <a class="text-link inline-flex min-h-8 items-center text-sm" href={`${here}/change`}>
            {words.changeQuestion}
          </a>
        )}
        {isMine && isUnanswered && (
          <Removal
            ui={ui}
            action={`${here}/remove`}
            label={words.removeQuestion}
            text={words.removeQuestionText}
          />
        )}
        {leads && <Hiding {...{ ui, question, form, hidden }} label={words.hideQuestion} />}
      </div>
    </div>
  );
}

function Answer({ ui, question, form, answer }: Props & { readonly answer: CommunityAnswerView }) {
  const words = boardWords[ui.locale];
  const here = answerPath(question, answer.answerId);
  const { hidden, isMine, hasHelped, answerId } = answer;
  const mayMark = question.isMine && question.isActive && !question.hidden && !hidden && !isMine;
  return (
    <li
      class={`panel min-w-0 p-5 ${hasHelped ? 'border-s-4 border-s-success' : ''}`}
      id={`answer-${answerId}`}
    >
      {hasHelped && <p class="mb-1 font-medium">{words.hasHelped}</p>}
      <By ui={ui} of={answer} did={words.answered} at={answer.answeredAt} />
      {hidden && <WhyHidden ui={ui} hidden={hidden} isSeen={answer.text !== undefined} />}
      {answer.text !== undefined && <p class="mt-2 break-words whitespace-pre-line">{answer.text}</p>}
      <div class="no-print mt-2 flex flex-wrap items-start gap-x-4 gap-y-1">
        {mayMark && (
          <form method="post" action={`${questionPath(question)}/helpful`}>
            {!hasHelped && <input type="hidden" name="answerId" value={answerId} />}
            <button type="submit" class={`btn btn-sm ${hasHelped ? '' : 'btn-primary'}`}>
              {hasHelped ? words.unmark : words.markHelpful}
              <span class="sr-only"> {words.ofAuthor(answer.author ?? words.gone)}</span>
            </button>
          </form>
        )}
        {isMine && question.isActive && !question.hidden && !hidden && !hasHelped && (
          <a class="text-link inline-flex min-h-8 items-center text-sm" href={`${here}/change`}>
            {words.changeAnswer}
          </a>
        )}
        {isMine && (
          <Removal
            ui={ui}
            action={`${here}/remove`}
            label={words.removeAnswer}
            text={words.removeAnswerText}
          />
        )}
        {question.leads && <Hiding {...{ ui, question, form, hidden, answerId }} label={words.hideAnswer} />}
      </div>
    </li>
  );
}

/** Folded, so that it is not done by the way. */
function Removal(props: {
  readonly ui: Ui;
  readonly action: string;
  readonly label: string;
  readonly text: string;
}) {
  return (
    <details class="text-sm">
      <summary class="min-h-8 cursor-pointer py-1">{props.label}</summary>
      <form method="post" action={props.action}>
        <p class="my-2">{props.text}</p>
        <button type="submit" class="btn btn-sm btn-error">
          {props.label}
        </button>
      </form>
    </details>
  );
}

/** For whoever leads: out of sight with a reason, and back again. */
function Hiding(props: {
  readonly ui: Ui;
  readonly question: CommunityQuestionView;
  readonly form: FormState | undefined;
  readonly hidden: HiddenView | undefined;
  readonly label: string;
  readonly answerId?: string;
}) {
  const { ui, question, form, hidden, label, answerId = '' } = props;
  const words = boardWords[ui.locale];
  const here = questionPath(question);
  const which = answerId !== '' && <input type="hidden" name="answerId" value={answerId} />;
  if (hidden) {
    return (
      <form method="post" action={`${here}/show`}>
        {which}
        <button type="submit" class="btn btn-sm">
          {words.show}
        </button>
      </form>
    );
  }
  const isBack = form?.values['reason'] !== undefined && (form.values['answerId'] ?? '') === answerId;
  const field = `reason-${answerId || 'question'}`;
  return (
    <details class="min-w-0 text-sm" open={isBack}>
      <summary class="min-h-8 cursor-pointer py-1">{label}</summary>
      <form method="post" action={`${here}/hide`} class="mt-2">
        {which}
        <label class="mb-1 block font-medium" for={field}>
          {words.reason}
        </label>
        <input
          {...{ id: field, name: 'reason', required: true, maxlength: 300, autocomplete: 'off' }}
          class="input w-full"
          aria-describedby={`${field}-note`}
          value={isBack ? form?.values['reason'] : ''}
        />
        <p id={`${field}-note`} class="quiet mt-1 mb-2">
          {words.reasonHint}
        </p>
        <button type="submit" class="btn btn-sm">
          {label}
        </button>
      </form>
    </details>
  );
}

function Answering({ ui, question, form }: Props) {
  const words = boardWords[ui.locale];
  // What came back of another form is not an answer.
  const shown = form?.values['text'] === undefined ? emptyForm : form;
  return (
    <form method="post" action={`${questionPath(question)}/answers`} class="panel no-print max-w-3xl p-5">
      <input type="hidden" name="asOf" value={question.wordsAt} />
      <TextField
        {...{ ui, form: shown, name: 'text', label: words.answerLabel, hint: words.answerHint }}
        required
        maxlength={4_000}
        multiline
        rows={5}
      />
      <button type="submit" class="btn btn-primary">
        {words.answer}
      </button>
    </form>
  );
}
