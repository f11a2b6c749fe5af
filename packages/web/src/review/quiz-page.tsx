import { Block, EmptyState, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { ReviewedAnswer, ReviewedQuestion, ReviewedQuiz } from './ports.ts';

interface QuizProps {
  readonly ui: Ui;
  readonly quiz: ReviewedQuiz;
  readonly base: string;
}

/** Every question of a quiz with its key: a trial shows of a drawn section a part, and never what is right before the end. */
export function ReviewQuizPage({ ui, quiz, base }: QuizProps) {
  const { t, format } = ui;
  const { reviewed } = t.quizzes;
  const title = reviewed.title(plainText(ui, quiz.title));
  return (
    <Shell ui={ui} title={title} section="reviews">
      <PageHeading
        title={title}
        lead={reviewed.lead}
        trail={
          <Trail
            ui={ui}
            links={[
              ['/reviews', t.editor.reviewsTitle],
              [base, <Text ui={ui} map={quiz.course} />],
            ]}
          />
        }
      />
      {quiz.sections.length === 0 && (
        <EmptyState icon="list" title={reviewed.emptyTitle} text={reviewed.emptyText} />
      )}
      {quiz.sections.map(({ name, pick, questions }, index) => (
        <Block id={`section-${index + 1}`} title={name ?? t.quizzes.section(index + 1)}>
          {pick !== undefined && (
            <p class="quiet mb-3">{reviewed.drawn(format.number(pick), format.number(questions.length))}</p>
          )}
          <ol class="panel divide-y divide-base-300">
            {questions.map((question, place) => (
              <Question ui={ui} question={question} place={place + 1} />
            ))}
          </ol>
        </Block>
      ))}
    </Shell>
  );
}

function Question(props: { readonly ui: Ui; readonly question: ReviewedQuestion; readonly place: number }) {
  const { ui, question, place } = props;
  const { reviewed } = ui.t.quizzes;
  const { format } = ui;
  return (
    <li class="flex gap-4 px-4 py-4">
      <span class="quiet w-6 text-end tabular-nums">{format.number(place)}</span>
      <div class="min-w-0 flex-1">
        <p class="font-medium break-words whitespace-pre-line">{question.prompt}</p>
        <p class="quiet text-sm">
          {ui.t.questions.kinds[question.form]} · {reviewed.points(format.exact(question.points))}
        </p>
        <ul class="mt-2 space-y-1">
          {question.answers.map((answer) => (
            <li class={answer.share > 0 ? 'break-words' : 'quiet break-words'}>
              <span class="font-medium">{answer.share > 0 ? reviewed.right : reviewed.wrong}</span>
              {answer.share > 0 && answer.share < 1 && ` (${format.percent(answer.share * 100)})`}:{' '}
              {wordsOf(ui, answer)}
            </li>
          ))}
        </ul>
        {question.explanation !== undefined && (
          <p class="mt-2 text-sm break-words whitespace-pre-line">
            <span class="font-medium">{reviewed.explanation}</span> {question.explanation}
          </p>
        )}
      </div>
    </li>
  );
}

function wordsOf({ format }: Ui, { text = '', number }: ReviewedAnswer): string {
  if (!number) return text;
  const { value, tolerance, unit } = number;
  const range = tolerance > 0 ? ` ± ${format.exact(tolerance)}` : '';
  return `${format.exact(value)}${range}${unit === undefined ? '' : ` ${unit}`}`;
}
