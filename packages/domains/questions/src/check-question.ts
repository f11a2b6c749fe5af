import type { FieldIssue } from '@sinau/kernel';
import {
  type ChoiceQuestion,
  type MatchingQuestion,
  type Option,
  type OrderingQuestion,
  plainText,
  type Question,
} from '@sinau/quiz';

/** What may be wrong with a question, by names that pages have words for. */
const messages = {
  'title-missing': 'give the question a title',
  'text-missing': 'write a text',
  'options-few': 'give at least two',
  'answers-none': 'give at least one answer',
  'right-missing': 'say which one is right',
  'shares-sum': 'the shares of all right choices must make 1',
  'share-full': 'one answer must be worth everything (share 1)',
  'true-false': 'true or false has exactly two choices, with the ids true and false',
  'id-twice': 'give each one an id of its own',
  'text-twice': 'this one stands here twice',
  'target-absent': 'name a target that is in the list',
} as const;
export type QuestionRule = keyof typeof messages;

const issue = (path: string, rule: QuestionRule): FieldIssue => ({
  path,
  message: messages[rule],
  requirement: `questions.${rule}`,
});

/** What keeps a question from being asked; empty when it is whole. Paths are those of its content. */
export function checkQuestion(question: Question): readonly FieldIssue[] {
  return [
    ...(question.title.trim() === '' ? [issue('/title', 'title-missing')] : []),
    ...(isBlank(question.prompt) ? [issue('/prompt', 'text-missing')] : []),
    ...checkKind(question),
  ];
}

function checkKind(question: Question): readonly FieldIssue[] {
  switch (question.kind) {
    case 'choice':
      return checkChoice(question);
    case 'numeric':
      return checkShares(question.answers);
    case 'short-text':
      return [
        ...question.answers.flatMap(({ text }, index) =>
          text.trim() === '' ? [issue(`/answers/${index}/text`, 'text-missing')] : [],
        ),
        ...checkShares(question.answers),
      ];
    case 'matching':
      return checkMatching(question);
    case 'ordering':
      return checkOrdering(question);
  }
}

function checkChoice({ choices, multiple, trueFalse }: ChoiceQuestion): readonly FieldIssue[] {
  const ids = choices.map(({ id }) => id).sort();
  const right = choices.filter(({ share }) => share > 0);
  const sum = right.reduce((all, { share }) => all + share, 0);
  return [
    ...(choices.length < 2 ? [issue('/choices', 'options-few')] : []),
    ...(trueFalse && ids.join() !== 'false,true' ? [issue('/choices', 'true-false')] : []),
    ...checkOptions('/choices', choices),
    ...(right.length === 0 ? [issue('/choices', 'right-missing')] : []),
    ...(right.length > 0 && multiple && Math.abs(sum - 1) > 0.001 ? [issue('/choices', 'shares-sum')] : []),
    ...(right.length > 0 && !multiple && !right.some(({ share }) => share === 1)
      ? [issue('/choices', 'share-full')]
      : []),
  ];
}

function checkShares(answers: readonly { readonly share: number }[]): readonly FieldIssue[] {
  if (answers.length === 0) return [issue('/answers', 'answers-none')];
  return answers.some(({ share }) => share === 1) ? [] : [issue('/answers', 'share-full')];
}

function checkMatching({ sources, targets }: MatchingQuestion): readonly FieldIssue[] {
  const known = new Set(targets.map(({ id }) => id));
  return [
    ...(sources.length < 2 ? [issue('/sources', 'options-few')] : []),
    ...(targets.length < 2 ? [issue('/targets', 'options-few')] : []),
    ...checkOptions('/sources', sources),
    ...checkOptions('/targets', targets),
    ...sources.flatMap(({ targetId }, index) =>
      known.has(targetId) ? [] : [issue(`/sources/${index}/targetId`, 'target-absent')],
    ),
  ];
}

function checkOrdering({ items }: OrderingQuestion): readonly FieldIssue[] {
  return [...(items.length < 2 ? [issue('/items', 'options-few')] : []), ...checkOptions('/items', items)];
}

/** Nobody can tell two with one text apart. */
function checkOptions(path: string, options: readonly Option[]): readonly FieldIssue[] {
  const ids = new Set<string>();
  const texts = new Set<string>();
  return options.flatMap(({ id, text }, index) => {
    const words = plainText(text).trim();
    const found = [
      ...(words === '' ? [issue(`${path}/${index}/text`, 'text-missing')] : []),
      ...(words !== '' && texts.has(words) ? [issue(`${path}/${index}/text`, 'text-twice')] : []),
      ...(ids.has(id) ? [issue(`${path}/${index}/id`, 'id-twice')] : []),
    ];
    texts.add(words);
    ids.add(id);
    return found;
  });
}

const isBlank = (text: Question['prompt']) => plainText(text).trim() === '';
