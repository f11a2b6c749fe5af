import { type BankQuestion, bankLimits, entryOf, type QuestionRef } from '../bank-question.ts';
import type { BankStore } from '../ports.ts';

/** The port on a map, for unit tests. Passes the same contract suite as the DynamoDB adapter. */
export function memoryBankStore(): BankStore {
  const rows = new Map<string, BankQuestion>();
  const nameOf = ({ providerId, questionId }: QuestionRef) => `${providerId} ${questionId}`;
  const ofProvider = (providerId: string) =>
    [...rows.values()].filter((question) => question.providerId === providerId);
  return {
    async listEntries(providerId) {
      return ofProvider(providerId).map(entryOf);
    },
    async find(ref) {
      return rows.get(nameOf(ref));
    },
    async findMany(providerId, questionIds) {
      return [...new Set(questionIds)].flatMap(
        (questionId) => rows.get(nameOf({ providerId, questionId })) ?? [],
      );
    },
    async add(providerId, questions) {
      const added: string[] = [];
      for (const one of questions) {
        const { questionId } = one.question;
        if (rows.has(nameOf({ providerId, questionId }))) continue;
        if (ofProvider(providerId).length >= bankLimits.questions) return { outcome: 'full', added };
        rows.set(nameOf({ providerId, questionId }), one);
        added.push(questionId);
      }
      return { outcome: 'added', added };
    },
    async replace(question) {
      const name = nameOf({ ...question, questionId: question.question.questionId });
      if (rows.get(name)?.rev !== question.rev - 1) return 'conflict';
      rows.set(name, question);
      return 'stored';
    },
  };
}
