import type { ProviderId } from '@sinau/kernel';
import { type ChoiceQuestion, textOf } from '@sinau/quiz';
import type { BankQuestion } from '../bank-question.ts';

let made = 0;

/** A question that is ready to be asked, with an id that no other sample has. */
export function sampleQuestion(
  given: Partial<BankQuestion> & { readonly providerId: ProviderId },
  content: Partial<ChoiceQuestion> = {},
): BankQuestion {
  made += 1;
  const at = new Date(Date.UTC(2026, 2, 2, 1) + made * 1_000).toISOString();
  return {
    question: {
      questionId: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
      kind: 'choice',
      title: `Soal ${made}`,
      prompt: textOf(`Berapa ${made} tambah satu?`),
      points: 1,
      multiple: false,
      shuffle: true,
      choices: [
        { id: 'a', text: textOf(String(made + 1)), share: 1 },
        { id: 'b', text: textOf(String(made)), share: 0 },
      ],
      ...content,
    },
    category: 'Berhitung',
    tags: [],
    language: 'id',
    status: 'ready',
    createdAt: at,
    updatedAt: at,
    rev: 1,
    ...given,
  };
}
