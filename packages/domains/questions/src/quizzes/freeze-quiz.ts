import type { Digest, FieldIssue } from '@sinau/kernel';
import { parseQuiz, type Question, type Quiz, type QuizSection, quizLimits } from '@sinau/quiz';
import type { BankEntry, BankQuestion } from '../bank-question.ts';
import { QuizIncomplete } from '../errors.ts';
import { isWithin } from '../list-questions.ts';
import type { BankStore } from '../ports.ts';
import type { DraftSection, QuizDraft } from './quiz-draft.ts';

/** What may keep a quiz from being put into a course, by names that pages have words for. */
const messages = {
  'sections-none': 'add a section with questions',
  'questions-none': 'choose at least one question',
  'question-absent': 'this question is not in the bank',
  'question-not-ready': 'make this question ready, or take it out',
  'question-twice': 'this question is in the quiz already',
  'draw-too-many': 'the category has fewer questions that are ready and not in the quiz already',
  'questions-many': `a quiz holds at most ${quizLimits.questions} questions`,
} as const;
export type QuizRule = keyof typeof messages;

const issue = (path: string, rule: QuizRule): FieldIssue => ({
  path,
  message: messages[rule],
  requirement: `quizzes.${rule}`,
});

export interface FreezeDeps {
  readonly bank: Pick<BankStore, 'listEntries' | 'findMany'>;
  readonly digest: Pick<Digest, 'sha256'>;
}

export interface FrozenQuiz {
  readonly quiz: Quiz;
  readonly digest: string;
}

/** Which questions each section asks, and what is wrong with that. A question is asked once: the first section has it. */
export function questionsOf(
  sections: readonly DraftSection[],
  entries: readonly BankEntry[],
): readonly { readonly questionIds: readonly string[]; readonly issues: readonly FieldIssue[] }[] {
  const known = new Map(entries.map((entry) => [entry.questionId, entry]));
  const chosen = new Set(
    sections.flatMap(({ source }) =>
      source.kind === 'chosen' ? source.questions.map(({ questionId }) => questionId) : [],
    ),
  );
  const taken = new Set<string>();
  return sections.map(({ source }, index) => {
    const path = `/sections/${index}`;
    if (source.kind === 'chosen') {
      const ids = source.questions.map(({ questionId }) => questionId);
      const issues = ids.flatMap((id, at) => {
        const rule = ruleOf(known.get(id), taken.has(id));
        taken.add(id);
        return rule ? [issue(`${path}/source/questions/${at}`, rule)] : [];
      });
      return { questionIds: ids, issues: ids.length > 0 ? issues : [issue(path, 'questions-none')] };
    }
    const ids = entries
      .filter((entry) => entry.status === 'ready' && isWithin(entry.category, source.category))
      .map(({ questionId }) => questionId)
      .filter((id) => !chosen.has(id) && !taken.has(id))
      // The same questions make the same quiz, in whatever order the bank lists them.
      .sort();
    for (const id of ids) taken.add(id);
    const few = ids.length < source.count;
    return { questionIds: ids, issues: few ? [issue(`${path}/source/count`, 'draw-too-many')] : [] };
  });
}

function ruleOf(entry: BankEntry | undefined, twice: boolean): QuizRule | undefined {
  if (!entry) return 'question-absent';
  if (twice) return 'question-twice';
  return entry.status === 'ready' ? undefined : 'question-not-ready';
}

/** The quiz with its questions as they are now. Throws `QuizIncomplete` with what stands in the way. */
export async function freezeQuiz({ bank, digest }: FreezeDeps, draft: QuizDraft): Promise<FrozenQuiz> {
  const asked = questionsOf(draft.sections, await bank.listEntries(draft.providerId));
  const ids = asked.flatMap(({ questionIds }) => questionIds);
  const issues = [
    ...(draft.sections.length === 0 ? [issue('/sections', 'sections-none')] : []),
    ...(ids.length > quizLimits.questions ? [issue('/sections', 'questions-many')] : []),
    ...asked.flatMap((section) => section.issues),
  ];
  if (issues.length > 0) throw new QuizIncomplete(issues);
  const found = await bank.findMany(draft.providerId, ids);
  const questions = new Map(found.map((one) => [one.question.questionId, one]));
  const quiz = quizOf(
    draft,
    asked.map(({ questionIds }) => questionIds.flatMap((id) => questions.get(id) ?? [])),
  );
  const parsed = parseQuiz(quiz);
  if (parsed.outcome === 'refused') {
    throw new QuizIncomplete(
      parsed.problems.map(({ message }) => ({ path: '/sections', message: message.en })),
    );
  }
  return { quiz: parsed.value, digest: digest.sha256(JSON.stringify(parsed.value)) };
}

function quizOf(
  { title, introduction, sections, rules }: QuizDraft,
  questions: readonly (readonly BankQuestion[])[],
): Quiz {
  return {
    v: 1,
    title,
    ...(introduction && introduction.length > 0 && { introduction }),
    sections: sections.map((section, index) => sectionOf(section, questions[index] ?? [])),
    rules,
  };
}

function sectionOf({ sectionId, title, source }: DraftSection, found: readonly BankQuestion[]): QuizSection {
  const points = new Map(
    source.kind === 'chosen' ? source.questions.map((one) => [one.questionId, one.points]) : [],
  );
  const questions: readonly Question[] = found.map(({ question }) => ({
    ...question,
    points: points.get(question.questionId) ?? question.points,
  }));
  return {
    sectionId,
    ...(title !== undefined && { title }),
    ...(source.kind === 'drawn' && { pick: source.count }),
    questions,
  };
}
