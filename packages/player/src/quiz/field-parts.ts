import { plainText, type QuestionResponse, type ShownOption, type ShownQuestion } from '@sinau/quiz';
import type { Ui } from './words.ts';

/** What the fields of a question work with. */
export interface FieldsInput {
  readonly ui: Ui;
  readonly question: ShownQuestion;
  readonly response: QuestionResponse | undefined;
  /** The new response; `typing`: more of it is about to come. */
  readonly onChange: (response: QuestionResponse | undefined, typing?: boolean) => void;
  /** Says something to those who do not see it. */
  readonly announce: (text: string) => void;
}

/** An option in words alone. */
export const nameOf = ({ id, text }: ShownOption): string => plainText(text).replace(/\s+/g, ' ') || id;
