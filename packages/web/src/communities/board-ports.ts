import type { PersonPrincipal } from '@sinau/kernel';

export interface QuestionAt {
  readonly communityId: string;
  readonly questionId: string;
}

export interface AnswerAt extends QuestionAt {
  readonly answerId: string;
}

/** Words that a facilitator has hidden: everybody reads why, and who. */
export interface HiddenView {
  /** Absent: somebody who is not there any more. */
  readonly by?: string;
  readonly reason: string;
}

export interface CommunityQuestionLine extends QuestionAt {
  /** Absent: hidden, and not for the reader. */
  readonly title?: string;
  /** Absent: a member who is not there any more. */
  readonly author?: string;
  /** ISO 8601 UTC. */
  readonly askedAt: string;
  readonly answers: number;
  readonly hasHelped: boolean;
  readonly isHidden: boolean;
}

export interface BoardView {
  readonly communityId: string;
  readonly community: string;
  /** It takes new questions. */
  readonly isActive: boolean;
  readonly questions: readonly CommunityQuestionLine[];
  /** Token of the next page. */
  readonly next?: string;
}

export interface CommunityAnswerView {
  readonly answerId: string;
  /** Absent: hidden, and not for the reader. */
  readonly text?: string;
  readonly author?: string;
  readonly answeredAt: string;
  readonly isChanged: boolean;
  readonly isMine: boolean;
  readonly hasHelped: boolean;
  readonly hidden?: HiddenView;
}

export interface CommunityQuestionView extends QuestionAt {
  readonly community: string;
  readonly isActive: boolean;
  readonly leads: boolean;
  readonly title?: string;
  readonly text?: string;
  readonly author?: string;
  readonly askedAt: string;
  /** Since when it has these words. */
  readonly wordsAt: string;
  readonly isChanged: boolean;
  readonly isMine: boolean;
  readonly hidden?: HiddenView;
  /** Nobody has answered yet in a way that members see. */
  readonly isUnanswered: boolean;
  readonly answers: readonly CommunityAnswerView[];
}

export interface QuestionOrder {
  readonly title: string;
  readonly text: string;
}

/** What people of a community ask each other. */
export interface CommunityBoardPorts {
  boardOf(person: PersonPrincipal, communityId: string, token?: string): Promise<BoardView>;
  questionOf(person: PersonPrincipal, at: QuestionAt): Promise<CommunityQuestionView>;
  /** Resolves with its id. */
  ask(person: PersonPrincipal, communityId: string, order: QuestionOrder): Promise<string>;
  changeQuestion(person: PersonPrincipal, at: QuestionAt, order: QuestionOrder): Promise<void>;
  removeQuestion(person: PersonPrincipal, at: QuestionAt): Promise<void>;
  /** `asOf`: `wordsAt` as the person has read it. `reworded`: the question says something else by now, and nothing is kept. */
  answer(
    person: PersonPrincipal,
    at: QuestionAt,
    order: { readonly text: string; readonly asOf?: string | undefined },
  ): Promise<'answered' | 'reworded'>;
  changeAnswer(person: PersonPrincipal, at: AnswerAt, text: string): Promise<void>;
  removeAnswer(person: PersonPrincipal, at: AnswerAt): Promise<void>;
  /** Absent: none has helped. */
  markHelpful(person: PersonPrincipal, at: QuestionAt, answerId?: string): Promise<void>;
  /** The question, or one of its answers. */
  hide(
    person: PersonPrincipal,
    at: QuestionAt,
    hiding: { readonly answerId?: string; readonly reason: string },
  ): Promise<void>;
  show(person: PersonPrincipal, at: QuestionAt, answerId?: string): Promise<void>;
}
