import { plainText, type Question, type Quiz } from '@sinau/quiz';
import type { ReviewedQuestion, ReviewedQuiz } from '@sinau/web';

/** Every question of a frozen quiz in words, with what is right. */
export function reviewedSections({ sections }: Quiz): ReviewedQuiz['sections'] {
  return sections.map(({ title, pick, questions }) => ({
    ...(title !== undefined && { name: title }),
    ...(pick !== undefined && pick < questions.length && { pick }),
    questions: questions.map(reviewedQuestion),
  }));
}

function reviewedQuestion(question: Question): ReviewedQuestion {
  const { kind, prompt, points, explanation } = question;
  return {
    form: kind === 'choice' && question.trueFalse ? 'true-false' : kind,
    prompt: plainText(prompt),
    points,
    answers: answersOf(question),
    ...(explanation && { explanation: plainText(explanation) }),
  };
}

function answersOf(question: Question): ReviewedQuestion['answers'] {
  switch (question.kind) {
    case 'choice':
      return question.choices.map(({ text, share }) => ({ text: plainText(text), share }));
    case 'numeric':
      return question.answers.map(({ value, tolerance, share }) => ({
        number: { value, tolerance, ...(question.unit !== undefined && { unit: question.unit }) },
        share,
      }));
    case 'short-text':
      return question.answers;
    case 'matching': {
      const targets = new Map(question.targets.map(({ id, text }) => [id, plainText(text)]));
      return question.sources.map(({ text, targetId }) => ({
        text: `${plainText(text)} → ${targets.get(targetId) ?? ''}`,
        share: 1,
      }));
    }
    case 'ordering':
      return question.items.map(({ text }, index) => ({
        text: `${index + 1}. ${plainText(text)}`,
        share: 1,
      }));
  }
}
