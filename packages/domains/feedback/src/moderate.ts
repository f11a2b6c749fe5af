import type { Clock, LocalDate, PersonPrincipal } from '@sinau/kernel';
import { ownService } from './authority.ts';
import type { Comment, CommentId, CommentState, HidingReason } from './comment.ts';
import { FeedbackChanged, FeedbackNotFound } from './errors.ts';
import type { AnswerStore, ServiceStore } from './ports.ts';
import type { ServiceId } from './service.ts';
import type { SurveyId } from './survey.ts';

interface Deps {
  readonly services: Pick<ServiceStore, 'find'>;
  readonly answers: Pick<AnswerStore, 'comments' | 'findComment' | 'moveComment'>;
}

interface Where {
  readonly principal: PersonPrincipal;
  readonly serviceId: ServiceId;
  readonly surveyId: SurveyId;
}

/** Comments of one's own survey in one state, newest day first. */
export async function listComments(
  deps: Deps,
  input: Where & { readonly state: CommentState; readonly after?: string; readonly limit: number },
): Promise<{ readonly comments: readonly Comment[]; readonly next?: string }> {
  const { agencyId, serviceId } = await ownService(deps, input);
  const { surveyId, state, after, limit } = input;
  return deps.answers.comments({ agencyId, serviceId, surveyId }, state, {
    limit,
    ...(after !== undefined && { after }),
  });
}

/**
 * Shows a comment in public, or hides it for a reason; either can be taken back by the other. The words are never changed, and
 * how many are hidden is told in public.
 */
export async function moderateComment(
  deps: Deps & { readonly clock: Clock },
  input: Where & {
    readonly comment: {
      readonly commentId: CommentId;
      readonly day: LocalDate;
      readonly state: CommentState;
    };
    readonly decision:
      | { readonly state: 'shown' }
      | { readonly state: 'hidden'; readonly reason: HidingReason };
  },
): Promise<void> {
  const { agencyId, serviceId } = await ownService(deps, input);
  const { principal, surveyId, comment, decision } = input;
  const place = { agencyId, serviceId, surveyId };
  const found = await deps.answers.findComment(place, comment.state, comment);
  if (!found) throw new FeedbackNotFound();
  const { reason: _, decided: __, ...kept } = found;
  const decided = { by: principal.name, at: deps.clock.now().toISOString() };
  const next = { ...kept, ...decision, decided };
  if ((await deps.answers.moveComment(comment.state, next)) === 'conflict') throw new FeedbackChanged();
}
