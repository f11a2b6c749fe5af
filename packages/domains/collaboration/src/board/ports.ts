import type { PersonId } from '@sinau/kernel';
import type { CommunityId } from '../communities/community.ts';
import type { Answer, AnswerId, Question, QuestionId, WriterDay } from './board.ts';

export interface QuestionPlace {
  readonly communityId: CommunityId;
  readonly questionId: QuestionId;
}

export interface AnswerPlace extends QuestionPlace {
  readonly answerId: AnswerId;
}

/** Rows that change together or not at all, each over the `rev` that was read (new: 0), kept with one more. */
export interface BoardChange {
  readonly question?: Question;
  readonly answer?: Answer;
  readonly writer?: WriterDay;
  /** What is taken away. */
  readonly gone?: { readonly question?: Question; readonly answers?: readonly Answer[] };
}

/** That members of a community have heard on a day of UTC that something was asked. */
export interface ToldDay {
  readonly communityId: CommunityId;
  /** ISO date. */
  readonly day: string;
  /** Of whose asking all others were told. */
  readonly questionId: QuestionId;
}

/** Questions of communities and their answers. Reads see every write that was answered before, but for lists. Rejects with `Unavailable`. */
export interface BoardStore {
  /** All of it, or `conflict` and nothing. */
  change(change: BoardChange): Promise<'saved' | 'conflict'>;
  findQuestion(place: QuestionPlace): Promise<Question | undefined>;
  findAnswer(place: AnswerPlace): Promise<Answer | undefined>;
  /** In no order. */
  answersOf(place: QuestionPlace): Promise<readonly Answer[]>;
  /**
   * Those that wait for an answer first (`waitsForAnswer`), each part with the newest first; may lag behind by seconds. `after`: `next` of the page before; another
   * place is refused with `InvalidInput`.
   */
  list(
    communityId: CommunityId,
    page: { readonly limit: number; readonly after?: string | undefined },
  ): Promise<{ readonly questions: readonly Question[]; readonly next?: string }>;
  /** Of that person the row as it was kept last; of whatever day. */
  findWriter(communityId: CommunityId, personId: PersonId): Promise<WriterDay | undefined>;
  /** The question of that day that was told to everybody else, once all have heard. */
  firstTold(communityId: CommunityId, day: string): Promise<QuestionId | undefined>;
  /** Goes by itself two days later. */
  keepTold(told: ToldDay): Promise<void>;
  /** What somebody has written in every community, in no order; may lag behind by seconds. */
  writtenBy(
    personId: PersonId,
  ): Promise<{ readonly questions: readonly Question[]; readonly answers: readonly Answer[] }>;
}
