import { Table } from '../layout/parts.tsx';
import { Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { RowBar } from './charts.tsx';
import { Figures } from './frame.tsx';
import { tableHref } from './paths.ts';
import type { ModuleStatisticsView, QuestionStatisticsView } from './ports.ts';
import { figureText, shareText, toldText } from './words.ts';

interface Props {
  readonly ui: Ui;
  readonly view: ModuleStatisticsView;
}

/** Item analysis: how hard each question is, whether it tells the able from the others, and what was answered. */
export function Questions({ ui, view }: Props) {
  const { t } = ui;
  const { questions, module } = view;
  if (questions.length === 0) return null;
  return (
    <Figures
      ui={ui}
      view={view}
      id="questions"
      title={t.statistics.questions}
      lead={t.statistics.questionsLead}
      table="questions"
      moduleId={module.moduleId}
    >
      {view.moreQuestions && <p class="quiet mb-3">{t.statistics.moreQuestions}</p>}
      <ol class="space-y-4">
        {questions.map((question, index) => (
          <li class="panel p-4">
            <OneQuestion ui={ui} question={question} number={index + 1} />
          </li>
        ))}
      </ol>
      <p class="no-print mt-2">
        <a
          href={tableHref(view, 'responses', module.moduleId)}
          class="text-link inline-flex min-h-8 items-center"
        >
          {t.statistics.responsesFile}
        </a>
      </p>
    </Figures>
  );
}

interface QuestionProps {
  readonly ui: Ui;
  readonly question: QuestionStatisticsView;
  readonly number: number;
}

function OneQuestion({ ui, question, number }: QuestionProps) {
  const { t } = ui;
  const { figures } = question;
  return (
    <>
      <h3 class="font-semibold break-words">
        {number}.{' '}
        {question.text ? (
          <Text ui={ui} map={question.text} />
        ) : (
          <span class="break-all">{idText(question.activityId)}</span>
        )}
      </h3>
      <p class="mt-1 flex flex-wrap gap-x-5 gap-y-1">
        <span>{t.statistics.answers(toldText(ui, question.answers))}</span>
        {figures && (
          <>
            <span>
              {t.statistics.difficulty(figureText(ui, figures.difficulty))}{' '}
              <span class="quiet">({t.statistics.difficulties[difficultyOf(figures.difficulty)]})</span>
            </span>
            {figures.pointBiserial !== undefined && (
              <span>
                {t.statistics.pointBiserial(figureText(ui, figures.pointBiserial))}{' '}
                <span class="quiet">({t.statistics.tellings[tellingOf(figures.pointBiserial)]})</span>
              </span>
            )}
          </>
        )}
      </p>
      {figures ? (
        <Responses {...{ ui, question, number }} />
      ) : (
        <p class="quiet">{t.statistics.answersFrom}</p>
      )}
    </>
  );
}

function Responses({ ui, question, number }: QuestionProps) {
  const { t } = ui;
  const { figures, choices } = question;
  if (!figures) return null;
  const { response, people, share, chart } = t.statistics.columns;
  const most = Math.max(5, ...figures.responses.map((one) => (one.people === 'few' ? 0 : one.people)));
  return (
    <div class="mt-3">
      <Table caption={t.statistics.responsesOf(number)} columns={[response, people, share, chart]}>
        {figures.responses.map((one) => {
          const label = choices?.find(({ id }) => id === one.response)?.text;
          return (
            <tr>
              <th scope="row" class="min-w-40 font-normal">
                {label ? <Text ui={ui} map={label} /> : <span class="break-all">{one.response}</span>}
                {one.correct && <span class="tag tag-success ms-2">{t.statistics.correct}</span>}
              </th>
              <td class="whitespace-nowrap tabular-nums">{toldText(ui, one.people)}</td>
              <td class="tabular-nums">{shareText(ui, one.share)}</td>
              <td>
                <RowBar people={one.people} most={most} />
              </td>
            </tr>
          );
        })}
        {figures.others !== 0 && (
          <tr>
            <th scope="row" class="font-normal">
              {t.statistics.others}
            </th>
            <td class="whitespace-nowrap tabular-nums">{toldText(ui, figures.others)}</td>
            <td>–</td>
            <td></td>
          </tr>
        )}
      </Table>
    </div>
  );
}

/** The end of an id, which is what an author gave. */
const idText = (activityId: string): string => {
  const last = activityId.split(/[/#]/).findLast((part) => part !== '') ?? activityId;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
};

/** Bounds that are usual in item analysis. */
const difficultyOf = (p: number) => (p > 0.8 ? 'easy' : p < 0.3 ? 'hard' : 'medium');
const tellingOf = (r: number) => (r < 0 ? 'wrong' : r < 0.2 ? 'weak' : 'good');
