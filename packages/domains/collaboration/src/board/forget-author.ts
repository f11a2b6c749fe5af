import type { PersonId } from '@sinau/kernel';
import { erasedWords } from '../forget-person.ts';
import type { Hidden } from './board.ts';
import type { BoardStore } from './ports.ts';
import { changeBoard } from './seen-board.ts';

/** How many questions and answers somebody has written. */
export async function countWritten(board: BoardStore, personId: PersonId): Promise<number> {
  const { questions, answers } = await board.writtenBy(personId);
  return questions.length + answers.length;
}

/**
 * Takes the author out of what somebody has asked and answered. The words stay, of a member who is not there any more: the others have learned from
 * them; the reason for which some were hidden goes, as it is about that person. Tells how many rows were changed.
 */
export async function forgetAuthor(board: BoardStore, personId: PersonId): Promise<number> {
  const { questions, answers } = await board.writtenBy(personId);
  let changed = 0;
  for (const place of questions) {
    const isChanged = await changeBoard({ board }, async () => {
      const question = await board.findQuestion(place);
      if (question?.askedBy !== personId) return undefined;
      const { askedBy: _, ...rest } = question;
      return { question: { ...rest, ...withoutReason(rest) } };
    });
    if (isChanged) changed += 1;
  }
  for (const place of answers) {
    const isChanged = await changeBoard({ board }, async () => {
      const answer = await board.findAnswer(place);
      if (answer?.answeredBy !== personId) return undefined;
      const { answeredBy: _, ...rest } = answer;
      return { answer: { ...rest, ...withoutReason(rest) } };
    });
    if (isChanged) changed += 1;
  }
  return changed;
}

const withoutReason = ({ hidden }: { readonly hidden?: Hidden }): { readonly hidden?: Hidden } =>
  hidden ? { hidden: { ...hidden, reason: erasedWords } } : {};
