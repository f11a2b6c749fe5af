import { communityWords } from '../i18n/communities.ts';
import { boardWords } from '../i18n/community-board.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { EmptyState, PageHeading, Paging, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { BoardView, CommunityQuestionLine, QuestionAt } from './board-ports.ts';
import { boardPath, communitiesPath, communityPath, newQuestionPath, questionPath } from './paths.ts';

/** From where one came: the communities, this one, and its board where the page lies below it. */
export function BoardTrail(props: {
  readonly ui: Ui;
  readonly of: { readonly communityId: string; readonly community: string };
  readonly isBelow?: boolean;
}) {
  const { ui, of, isBelow } = props;
  const links = [
    [communitiesPath, communityWords[ui.locale].title],
    [communityPath(of.communityId), of.community],
    ...(isBelow ? [[boardPath(of.communityId), boardWords[ui.locale].title] as const] : []),
  ] as const;
  return <Trail ui={ui} links={links} />;
}

/** What members have asked: what waits stands first. */
export function BoardPage(props: {
  readonly ui: Ui;
  readonly board: BoardView;
  readonly isFirst: boolean;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, board, isFirst } = props;
  const words = boardWords[ui.locale];
  const isEmpty = board.questions.length === 0 && isFirst;
  const ask = (
    <a class="btn btn-primary" href={newQuestionPath(board.communityId)}>
      {words.ask}
    </a>
  );
  return (
    <Shell ui={ui} title={words.title} section="home" notice={props.notice}>
      <PageHeading
        title={words.title}
        lead={words.lead}
        trail={<BoardTrail ui={ui} of={board} />}
        actions={board.isActive && !isEmpty && ask}
      />
      {isEmpty ? (
        <EmptyState
          icon="people"
          title={words.emptyTitle}
          text={board.isActive ? words.emptyText : words.emptyClosed}
        >
          {board.isActive && ask}
        </EmptyState>
      ) : (
        <>
          {!board.isActive && <p class="quiet mb-4">{words.closed}</p>}
          {board.questions.length === 0 ? (
            <p class="quiet">{words.noMore}</p>
          ) : (
            <ul class="panel divide-y divide-base-300">
              {board.questions.map((line) => (
                <Line ui={ui} line={line} />
              ))}
            </ul>
          )}
        </>
      )}
      <Paging ui={ui} path={boardPath(board.communityId)} next={board.next} isFirst={isFirst} />
    </Shell>
  );
}

function Line({ ui, line }: { readonly ui: Ui; readonly line: CommunityQuestionLine }) {
  const words = boardWords[ui.locale];
  const state = line.hasHelped
    ? words.helped
    : line.answers === 0
      ? words.unanswered
      : words.answersOf(ui.format.number(line.answers));
  return (
    <li class="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-5 py-4">
      <div class="min-w-0 grow basis-60">
        <a
          class="text-link inline-flex min-h-8 max-w-full items-center font-medium break-words"
          href={questionPath(line)}
        >
          <span class="min-w-0 break-words">{line.title ?? words.hiddenTitle}</span>
        </a>
        <p class="quiet text-sm break-words">
          {line.author ?? words.gone} · <When ui={ui} at={line.askedAt} />
        </p>
      </div>
      <p class="flex flex-wrap gap-2">
        {line.isHidden && <span class="tag">{words.isHidden}</span>}
        {/* A hidden one waits for nobody. */}
        {!(line.isHidden && line.answers === 0) && (
          <span class={`tag ${line.answers === 0 ? 'tag-info' : ''}`}>{state}</span>
        )}
      </p>
    </li>
  );
}

/** A new question, or other words for one that nobody has answered. */
export function QuestionFormPage(props: {
  readonly ui: Ui;
  readonly of: { readonly communityId: string; readonly community: string };
  /** The one that is changed. */
  readonly at?: QuestionAt;
  readonly form: FormState;
}) {
  const { ui, of, at, form } = props;
  const words = boardWords[ui.locale];
  const title = at ? words.changeQuestion : words.ask;
  const field = { ui, form };
  return (
    <Shell ui={ui} title={title} section="home">
      <PageHeading title={title} lead={words.askLead} trail={<BoardTrail ui={ui} of={of} isBelow />} />
      <form
        method="post"
        action={at ? `${questionPath(at)}/change` : newQuestionPath(of.communityId)}
        class="panel max-w-2xl p-5"
      >
        <FormProblem ui={ui} form={form} />
        <TextField
          {...field}
          name="title"
          label={words.question}
          hint={words.questionHint}
          required
          maxlength={150}
        />
        <TextField {...field} name="text" label={words.text} maxlength={4_000} multiline rows={6} />
        <button type="submit" class="btn btn-primary">
          {at ? words.save : words.send}
        </button>
      </form>
    </Shell>
  );
}

/** Other words for an answer of the reader's. */
export function AnswerFormPage(props: {
  readonly ui: Ui;
  readonly of: { readonly communityId: string; readonly community: string };
  readonly action: string;
  readonly form: FormState;
}) {
  const { ui, of, form } = props;
  const words = boardWords[ui.locale];
  return (
    <Shell ui={ui} title={words.changeAnswer} section="home">
      <PageHeading title={words.changeAnswer} trail={<BoardTrail ui={ui} of={of} isBelow />} />
      <form method="post" action={props.action} class="panel max-w-2xl p-5">
        <FormProblem ui={ui} form={form} />
        <TextField
          {...{ ui, form, name: 'text', label: words.answerLabel, hint: words.answerHint }}
          required
          maxlength={4_000}
          multiline
          rows={6}
        />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </Shell>
  );
}
