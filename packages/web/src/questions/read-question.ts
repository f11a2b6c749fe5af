import type { Ui } from '../ui.ts';
import { fieldOfRow, type Row, rowsOf } from './form-rows.ts';
import type { EditedContent, EditedQuestion, QuestionForm, QuestionView } from './ports.ts';
import { rowFields, usualShare } from './question-form.ts';

type Values = Readonly<Record<string, string>>;

export interface ReadQuestion {
  readonly question: EditedQuestion;
  /** What is no number, by field. */
  readonly errors: Readonly<Record<string, string>>;
  /** Field that a path of the question speaks of, e.g. `/choices/2/text`. */
  readonly fieldOf: (path: string) => string;
}

interface UsedRow {
  readonly row: Row;
  /** Where it stands in the form. */
  readonly index: number;
}

/** The question as it was typed. Rows with nothing in them do not count; decimals have a point or a comma. */
export function readQuestion(
  ui: Ui,
  {
    form,
    values,
    before,
  }: { readonly form: QuestionForm; readonly values: Values; readonly before?: QuestionView },
): ReadQuestion {
  const errors: Record<string, string> = {};
  const number = (field: string, text: string, wrong: { readonly or: number; readonly words: string }) => {
    const value = numberOf(text);
    if (value === undefined) errors[field] = wrong.words;
    return value ?? wrong.or;
  };
  const rows = rowsOf(values)
    .map((row, index) => ({ row, index }))
    .filter(({ row }) =>
      rowFields[form].some((name) => !/id$/i.test(name) && (row[name] ?? '').trim() !== ''),
    );
  const { questions } = ui.t;
  const base = {
    title: (values.title ?? '').trim(),
    prompt: values.prompt ?? '',
    points: number('points', values.points ?? '', { or: 1, words: questions.pointsWrong }),
    ...((values.explanation ?? '').trim() !== '' && { explanation: values.explanation ?? '' }),
  };
  const of = { values, rows, number, ui, before: before?.question };
  const { content, lists } = contentOf(form, of);
  return {
    question: {
      ...filingOf(values),
      question: { ...base, ...content } as EditedContent,
    },
    errors,
    fieldOf: (path) => fieldAt(path, { form, rows, lists }),
  };
}

function filingOf(values: Values): Omit<EditedQuestion, 'question'> {
  return {
    category: values.category ?? '',
    tags: (values.tags ?? '')
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
    language: (values.language ?? '').trim(),
    status: values.status === 'ready' ? 'ready' : 'draft',
  };
}

/** Undefined for what is no number. */
export function numberOf(text: string): number | undefined {
  const plain = text.trim().replace(',', '.').replace('−', '-');
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}

interface Given {
  readonly ui: Ui;
  readonly values: Values;
  readonly rows: readonly UsedRow[];
  readonly number: (
    field: string,
    text: string,
    wrong: { readonly or: number; readonly words: string },
  ) => number;
  readonly before: EditedContent | undefined;
}
/** `lists`: where the n-th target stands, which is not its row's number. */
interface Content {
  readonly content: object;
  readonly lists?: { readonly targets: readonly (number | 'others')[] };
}

const contentOf = (form: QuestionForm, given: Given): Content => readers[form](given);

const idOf = (id: string | undefined) => (id ? { id } : {});
const feedbackOf = (text: string | undefined) => ((text ?? '').trim() === '' ? {} : { feedback: text });

const readers: Readonly<Record<QuestionForm, (given: Given) => Content>> = {
  choice: (given) => {
    const multiple = given.values.multiple === 'several';
    const right = given.rows.filter(({ row }) => row.right === 'on').length;
    const choices = given.rows.map((one) => ({
      ...idOf(one.row.id),
      ...{ text: one.row.text ?? '', ...feedbackOf(one.row.feedback) },
      share: shareOf(given, one, usualShare(one.row.right === 'on', multiple ? right : 1)),
    }));
    return { content: { kind: 'choice', multiple, shuffle: given.values.shuffle === 'on', choices } };
  },
  'true-false': ({ values, ui }) => {
    const { trueWord, falseWord } = ui.t.questions;
    const choices = [
      { id: 'true', text: values.textTrue || trueWord, ...feedbackOf(values.feedbackTrue) },
      { id: 'false', text: values.textFalse || falseWord, ...feedbackOf(values.feedbackFalse) },
    ].map((choice) => ({ ...choice, share: choice.id === values.right ? 1 : 0 }));
    return { content: { kind: 'choice', multiple: false, trueFalse: true, shuffle: false, choices } };
  },
  numeric: (given) => {
    const { numberWrong: words } = given.ui.t.questions;
    const answers = given.rows.map((one) => ({
      value: given.number(fieldOfRow(one.index, 'value'), one.row.value ?? '', { or: 0, words }),
      tolerance: given.number(fieldOfRow(one.index, 'tolerance'), one.row.tolerance || '0', { or: 0, words }),
      share: shareOf(given, one, 1),
    }));
    const unit = (given.values.unit ?? '').trim();
    return { content: { kind: 'numeric', answers, ...(unit && { unit }) } };
  },
  'short-text': (given) => {
    const answers = given.rows.map((one) => ({ text: one.row.text ?? '', share: shareOf(given, one, 1) }));
    const caseSensitive = given.values.caseSensitive === 'on';
    return { content: { kind: 'short-text', caseSensitive, answers } };
  },
  matching: readMatching,
  ordering: ({ rows }) => ({
    content: { kind: 'ordering', items: rows.map(({ row }) => ({ ...idOf(row.id), text: row.text ?? '' })) },
  }),
};

function shareOf({ ui, number }: Given, { row, index }: UsedRow, usual: number): number {
  if ((row.share ?? '').trim() === '') return usual;
  const words = ui.t.questions.shareWrong;
  const share = number(fieldOfRow(index, 'share'), row.share ?? '', { or: 100, words }) / 100;
  return Math.max(-1, Math.min(1, share));
}

/** Rows that name one target alike share it; targets keep the ids that they had. */
function readMatching({ rows, values, before }: Given): Content {
  const targets: { readonly id: string; readonly text: string }[] = [];
  const places: (number | 'others')[] = [];
  const taken = new Set(rows.map(({ row }) => row.targetId));
  let next = 1;
  const freeId = (): string => {
    while (taken.has(`t${next}`)) next += 1;
    taken.add(`t${next}`);
    return `t${next}`;
  };
  const old = before?.kind === 'matching' ? before.targets : [];
  const add = (text: string, place: number | 'others', wished: string | undefined) => {
    const free = wished !== undefined && targets.every(({ id }) => id !== wished);
    const target = { id: free ? wished : freeId(), text };
    targets.push(target);
    places.push(place);
    return target;
  };
  const sources = rows.map(({ row, index }) => {
    const text = (row.target ?? '').trim();
    const same = text === '' ? undefined : targets.find((target) => target.text === text);
    const target = same ?? add(text, index, row.targetId || undefined);
    return { ...idOf(row.sourceId), text: row.source ?? '', targetId: target.id };
  });
  for (const text of (values.others ?? '').split(/\r?\n/).map((line) => line.trim())) {
    if (text === '') continue;
    add(text, 'others', old.find((target) => target.text === text)?.id);
  }
  return {
    content: { kind: 'matching', shuffle: values.shuffle === 'on', sources, targets },
    lists: { targets: places },
  };
}

const listFields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  choices: { text: 'text', share: 'share', feedback: 'feedback' },
  answers: { text: 'text', value: 'value', tolerance: 'tolerance', share: 'share' },
  sources: { text: 'source', targetId: 'target' },
  items: { text: 'text' },
};

function fieldAt(
  path: string,
  of: { readonly form: QuestionForm; readonly rows: readonly UsedRow[]; readonly lists: Content['lists'] },
): string {
  const [list = '', at, name = 'text'] = path.split('/').filter(Boolean);
  if (list === 'targets' && at !== undefined) {
    const place = of.lists?.targets[Number(at)] ?? 'rows';
    return typeof place === 'number' ? fieldOfRow(place, 'target') : place;
  }
  const fields = listFields[list];
  if (!fields && list !== 'targets') return list;
  if (of.form === 'true-false') return 'right';
  const row = at === undefined ? undefined : of.rows[Number(at)];
  return row && fields ? fieldOfRow(row.index, fields[name] ?? 'text') : 'rows';
}
