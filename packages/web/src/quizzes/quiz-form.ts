import type { FormState } from '../layout/form.tsx';
import { numberOf } from '../questions/read-question.ts';
import type { Ui } from '../ui.ts';
import type { EditedQuiz, EditedSection, QuizView, SectionView } from './ports.ts';
import { readRules, ruleShape, ruleValues } from './rules-form.ts';

type Values = Readonly<Record<string, string>>;

/** Fields of sections and questions carry their ids, so that what was typed finds its place after a change by others. */
export const sectionField = (name: 'title' | 'category' | 'count', sectionId: string) =>
  `${name}.${sectionId}`;
export const pointsField = (sectionId: string, index: number) => `points.${sectionId}.${index}`;

const own = new Set<string>(['do', 'rev', 'title', 'introduction', 'place', ...Object.keys(ruleShape)]);
export const isQuizField = (name: string): boolean =>
  own.has(name) ||
  /^(title|category|count)\.[\w.-]{1,64}$/.test(name) ||
  /^points\.[\w.-]{1,64}\.\d{1,3}$/.test(name);

export function quizForm(view: QuizView): FormState {
  const values: Record<string, string> = {
    rev: String(view.rev),
    title: view.title,
    introduction: view.introduction,
    ...ruleValues(view.rules),
  };
  for (const { sectionId, title = '', source } of view.sections) {
    values[sectionField('title', sectionId)] = title;
    if (source.kind === 'drawn') {
      values[sectionField('category', sectionId)] = source.category;
      values[sectionField('count', sectionId)] = String(source.count);
      continue;
    }
    source.questions.forEach(({ points }, index) => {
      values[pointsField(sectionId, index)] = points === undefined ? '' : String(points);
    });
  }
  return { values, errors: {} };
}

/** The quiz with what was typed, and what is wrong with that by field. */
export function readQuiz(
  ui: Ui,
  view: QuizView,
  values: Values,
): { readonly quiz: EditedQuiz & { readonly sections: readonly EditedSection[] }; readonly errors: Values } {
  const errors: Record<string, string> = {};
  const { t } = ui;
  const title = (values.title ?? '').trim();
  if (title === '') errors.title = t.questions.rules['title-missing'] ?? t.shell.fieldWrong;
  const sections = view.sections.map((section) => readSection(section, { ui, values, errors }));
  const { rules, errors: wrongRules } = readRules(ui, values);
  return {
    quiz: { title, introduction: values.introduction ?? '', rules, sections },
    errors: { ...errors, ...wrongRules },
  };
}

function readSection(
  section: SectionView,
  given: { readonly ui: Ui; readonly values: Values; readonly errors: Record<string, string> },
): EditedSection {
  const { sectionId, source } = section;
  const { ui, values, errors } = given;
  const title = (values[sectionField('title', sectionId)] ?? section.title ?? '').trim();
  const named = { sectionId, ...(title !== '' && { title }) };
  if (source.kind === 'chosen') {
    const questions = source.questions.map(({ questionId }, index) => {
      const field = pointsField(sectionId, index);
      const text = (values[field] ?? '').trim();
      const points = text === '' ? undefined : numberOf(text);
      const fits = points !== undefined && points > 0 && points <= 1_000;
      if (text !== '' && !fits) errors[field] = ui.t.questions.pointsWrong;
      return { questionId, ...(fits && { points }) };
    });
    return { ...named, source: { kind: 'chosen', questions } };
  }
  const field = sectionField('count', sectionId);
  const count = numberOf(values[field] ?? String(source.count));
  const fits = count !== undefined && Number.isInteger(count) && count >= 1 && count <= 500;
  if (!fits) errors[field] = ui.t.quizzes.countWrong;
  const category = values[sectionField('category', sectionId)] ?? source.category;
  return { ...named, source: { kind: 'drawn', category, count: fits ? count : source.count } };
}

/** The sections after a button was pressed; undefined for a button that changes none. */
export function changeSections(
  sections: readonly EditedSection[],
  asked: string,
): readonly EditedSection[] | undefined {
  if (asked === 'add-chosen') return [...sections, { source: { kind: 'chosen', questions: [] } }];
  if (asked === 'add-drawn') return [...sections, { source: { kind: 'drawn', category: '', count: 5 } }];
  const [, how, at, of] = /^(up|down|remove)-(\d{1,2})(?:-(\d{1,3}))?$/.exec(asked) ?? [];
  if (how === undefined) return undefined;
  const index = Number(at);
  if (of === undefined) return moved(sections, how, index);
  return sections.map((section, place) => {
    const { source } = section;
    if (place !== index || source.kind !== 'chosen') return section;
    return { ...section, source: { ...source, questions: moved(source.questions, how, Number(of)) } };
  });
}

function moved<One>(list: readonly One[], how: string, index: number): readonly One[] {
  const one = list[index];
  if (one === undefined) return list;
  const rest = list.filter((_, place) => place !== index);
  if (how === 'remove') return rest;
  return rest.toSpliced(Math.max(0, how === 'up' ? index - 1 : index + 1), 0, one);
}
