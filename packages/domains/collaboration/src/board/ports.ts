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

/** Questions of communities and their answers. Reads see every write that was answered before, but for lists. Rejects with `Unavailable`. */
export interface BoardStore {
  /** All of it, or `conflict` and nothing. */
  change(change: BoardChange): Promise<'saved' | 'conflict'>;
  findQuestion(place: QuestionPlace): Promise<Question | undefined>;
  findAnswer(place: AnswerPlace): Promise<Answer | undefined>;
  /** In no order. */
  answersOf(place: QuestionPlace): Promise<readonly Answer[]>;
  /**
   * Those that nobody has answered first, each part with the newest first; may lag behind by seconds. `after`: `next` of the page before; another
   * place is refused with `InvalidInput`.
   */
  list(
    communityId: CommunityId,
    page: { readonly limit: number; readonly after?: string | undefined },
  ): Promise<{ readonly questions: readonly Question[]; readonly next?: string }>;
  /** Of that person the row as it was kept last; of whatever day. */
  findWriter(communityId: CommunityId, personId: PersonId): Promise<WriterDay | undefined>;
  /** What somebody has written in every community, in no order; may lag behind by seconds. */
  writtenBy(
    personId: PersonId,
  ): Promise<{ readonly questions: readonly Question[]; readonly answers: readonly Answer[] }>;
}
