import type { FormState } from '../layout/form.tsx';
import { mostRows, type Row, withRows } from './form-rows.ts';
import type { EditedContent, QuestionForm, QuestionView } from './ports.ts';

/** Fields of a row, by the form it stands in. The first tells whether the row is used. */
export const rowFields: Readonly<Record<QuestionForm, readonly string[]>> = {
  choice: ['text', 'right', 'share', 'feedback', 'id'],
  'true-false': [],
  numeric: ['value', 'tolerance', 'share'],
  'short-text': ['text', 'share'],
  matching: ['source', 'target', 'sourceId', 'targetId'],
  ordering: ['text', 'id'],
};
const firstRows: Readonly<Record<QuestionForm, number>> = {
  ...{ choice: 4, 'true-false': 0, numeric: 1, 'short-text': 1, matching: 3, ordering: 3 },
};

export const formOf = (content: EditedContent): QuestionForm =>
  content.kind === 'choice' && content.trueFalse ? 'true-false' : content.kind;

/** Every field that the form of a kind may send. */
export function fieldsOf(form: QuestionForm): readonly string[] {
  const own: Readonly<Record<QuestionForm, readonly string[]>> = {
    choice: ['multiple', 'shuffle'],
    'true-false': ['right', 'textTrue', 'textFalse', 'feedbackTrue', 'feedbackFalse'],
    numeric: ['unit'],
    'short-text': ['caseSensitive'],
    matching: ['shuffle', 'others'],
    ordering: [],
  };
  const rows = Array.from({ length: mostRows }, (_, index) =>
    rowFields[form].map((name) => `row-${index}-${name}`),
  );
  const common = ['do', 'title', 'prompt', 'points', 'explanation', 'category', 'tags', 'language', 'status'];
  return [...common, ...own[form], ...rows.flat()];
}

export const blankRow = (form: QuestionForm): Row => ({ [rowFields[form][0] ?? 'text']: '' });

/** The form of a question that is not there yet. */
export function freshForm(
  form: QuestionForm,
  given: { readonly category: string; readonly language: string },
): FormState {
  const rows = Array.from({ length: firstRows[form] }, () => blankRow(form));
  const values = { ...given, points: '1', status: 'draft', multiple: 'one', shuffle: 'on' };
  return { values: withRows(values, rows), errors: {} };
}

/** The form of a question as it is in the bank. */
export function filledForm(view: QuestionView): FormState {
  const { question } = view;
  const values = {
    rev: String(view.rev),
    title: question.title,
    prompt: question.prompt,
    points: String(question.points),
    explanation: question.explanation ?? '',
    category: view.category,
    tags: view.tags.join(', '),
    language: view.language,
    status: view.status,
    ...valuesOf(question),
  };
  return { values: withRows(values, rowsOfContent(question)), errors: {} };
}

const ticked = (on: boolean | undefined) => (on ? 'on' : '');

function valuesOf(question: EditedContent): Readonly<Record<string, string>> {
  switch (question.kind) {
    case 'choice': {
      const of = (id: string) => question.choices.find((choice) => choice.id === id);
      if (!question.trueFalse) {
        return { multiple: question.multiple ? 'several' : 'one', shuffle: ticked(question.shuffle) };
      }
      return {
        right: (of('true')?.share ?? 0) > 0 ? 'true' : 'false',
        textTrue: of('true')?.text ?? '',
        textFalse: of('false')?.text ?? '',
        feedbackTrue: of('true')?.feedback ?? '',
        feedbackFalse: of('false')?.feedback ?? '',
      };
    }
    case 'numeric':
      return { unit: question.unit ?? '' };
    case 'short-text':
      return { caseSensitive: ticked(question.caseSensitive) };
    case 'matching': {
      const used = new Set(question.sources.map(({ targetId }) => targetId));
      const others = question.targets.filter(({ id }) => id === undefined || !used.has(id));
      return { shuffle: ticked(question.shuffle), others: others.map(({ text }) => text).join('\n') };
    }
    case 'ordering':
      return {};
  }
}

function rowsOfContent(question: EditedContent): readonly Row[] {
  switch (question.kind) {
    case 'choice':
      return question.trueFalse ? [] : choiceRows(question);
    case 'numeric':
      return question.answers.map(({ value, tolerance, share }) => ({
        ...{ value: String(value), tolerance: tolerance === 0 ? '' : String(tolerance) },
        share: share === 1 ? '' : percent(share),
      }));
    case 'short-text':
      return question.answers.map(({ text, share }) => ({ text, share: share === 1 ? '' : percent(share) }));
    case 'matching':
      return question.sources.map(({ id = '', text, targetId }) => ({
        ...{ source: text, sourceId: id, targetId },
        target: question.targets.find((target) => target.id === targetId)?.text ?? '',
      }));
    case 'ordering':
      return question.items.map(({ id = '', text }) => ({ text, id }));
  }
}

function choiceRows({ choices, multiple }: Extract<EditedContent, { kind: 'choice' }>): readonly Row[] {
  const right = choices.filter(({ share }) => share > 0).length;
  return choices.map(({ id = '', text, share, feedback = '' }) => {
    const usual = Math.abs(share - usualShare(share > 0, multiple ? right : 1)) < 0.0005;
    return { text, right: ticked(share > 0), share: usual ? '' : percent(share), feedback, id };
  });
}

/** What a choice is worth unless its author says otherwise. */
export const usualShare = (isRight: boolean, ofSo: number): number => (isRight ? 1 / ofSo : 0);

const percent = (share: number) => String(Math.round(share * 1e7) / 1e5);
