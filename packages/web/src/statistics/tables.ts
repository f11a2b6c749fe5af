import { plainText } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { courseTables, moduleTables } from './paths.ts';
import type { Cell, CourseStatisticsView, ModuleStatisticsView, Told } from './ports.ts';
import { clockText, moduleTitle, stepText } from './words.ts';

type Rows = readonly (readonly Cell[])[];

/** `<5` is no number, and no formula either. */
const cell = (people: Told): Cell => (people === 'few' ? '<5' : people);
const percent = (share: number | undefined): Cell =>
  share === undefined ? undefined : Math.round(share * 100);

/** A table of the course's page, with its headings. */
export function courseRows(ui: Ui, view: CourseStatisticsView, table: (typeof courseTables)[number]): Rows {
  const words = ui.t.statistics.columns;
  const titleOf = (moduleId: string | undefined) => moduleTitle(ui, view.modules, moduleId);
  switch (table) {
    case 'funnel':
      return [
        [words.step, words.people, words.percent],
        ...view.steps.map((one) => [stepText(ui, view, one), cell(one.people), percent(one.share)]),
      ];
    case 'stops':
      return [
        [words.module, words.people],
        ...view.stops.map((one) => [
          titleOf(one.moduleId) || ui.t.statistics.nothingOpened,
          cell(one.people),
        ]),
      ];
    case 'times':
      return [
        [words.part, words.people, words.lower, words.median, words.upper].map(inSeconds(ui)),
        ...view.times.map(({ moduleId, people, quartiles }) => [
          titleOf(moduleId) || ui.t.statistics.wholeCourse,
          cell(people),
          ...[quartiles?.lower, quartiles?.median, quartiles?.upper],
        ]),
      ];
    case 'launches':
      return [
        [words.module, words.launches, words.abandoned, words.percent],
        ...view.launches.map((one) => [
          titleOf(one.moduleId),
          cell(one.launches),
          cell(one.abandoned),
          percent(one.share),
        ]),
      ];
  }
}

const inSeconds = (ui: Ui) => (heading: string, index: number) =>
  index < 2 ? heading : `${heading} (${ui.t.statistics.seconds})`;

/** A table of a module's page. */
export function moduleRows(ui: Ui, view: ModuleStatisticsView, table: (typeof moduleTables)[number]): Rows {
  const words = ui.t.statistics.columns;
  switch (table) {
    case 'seconds':
      return [
        [words.from, words.viewers, words.again],
        ...(view.watching?.bins ?? []).map((bin) => [
          clockText(bin.from),
          cell(bin.viewers),
          cell(bin.again),
        ]),
      ];
    case 'pages':
      return [[words.page, words.viewers], ...(view.pages ?? []).map((one) => [one.page, cell(one.viewers)])];
    case 'questions':
      return [
        [words.question, words.id, words.people, words.difficulty, words.pointBiserial],
        ...view.questions.map(({ text, activityId, answers, figures }) => [
          text ? plainText(ui, text) : undefined,
          activityId,
          cell(answers),
          figures?.difficulty,
          figures?.pointBiserial,
        ]),
      ];
    case 'responses':
      return [
        [words.question, words.id, words.response, words.correct, words.people, words.percent],
        ...view.questions.flatMap(({ text, activityId, choices, figures }) =>
          (figures?.responses ?? []).map((one) => {
            const label = choices?.find(({ id }) => id === one.response)?.text;
            return [
              text ? plainText(ui, text) : undefined,
              activityId,
              label ? plainText(ui, label) : one.response,
              one.correct ? 1 : 0,
              cell(one.people),
              percent(one.share),
            ];
          }),
        ),
      ];
  }
}
