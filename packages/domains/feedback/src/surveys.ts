import type { Clock, PersonPrincipal } from '@sinau/kernel';
import { ownService } from './authority.ts';
import { FeedbackChanged, FeedbackFull, FeedbackNotFound, SurveyClosed, SurveyOverlaps } from './errors.ts';
import type { ServiceStore } from './ports.ts';
import { ruleOn } from './rule.ts';
import type { ServiceId } from './service.ts';
import {
  elementsOf,
  lastDayOf,
  mostSurveys,
  type Survey,
  type SurveyId,
  type SurveyRequest,
  stateOf,
} from './survey.ts';

interface Deps {
  readonly services: ServiceStore;
  readonly clock: Clock;
}

interface Where {
  readonly principal: PersonPrincipal;
  readonly serviceId: ServiceId;
}

/** Plans a survey for days on which the service has no other. It begins and ends by itself. */
export async function planSurvey(
  deps: Deps,
  input: Where & { readonly request: SurveyRequest },
): Promise<Survey> {
  const service = await ownService(deps, input);
  if (service.state === 'closed') throw new SurveyClosed();
  const { from, to, swapped, served } = input.request;
  const others = await deps.services.surveys(service);
  if (others.length >= mostSurveys) throw new FeedbackFull();
  if (others.some((one) => one.from <= to && from <= lastDayOf(one))) throw new SurveyOverlaps();
  const rule = ruleOn(from);
  const survey: Survey = {
    // No two of one service begin on one day.
    ...{ surveyId: from as SurveyId, serviceId: service.serviceId, agencyId: service.agencyId, from, to },
    ...{ rule: rule.version, elements: elementsOf(rule, swapped), ...(served !== undefined && { served }) },
    ...{ createdAt: deps.clock.now().toISOString(), rev: 0 },
  };
  if ((await deps.services.saveSurvey(survey, service)) === 'conflict') throw new FeedbackChanged();
  return { ...survey, rev: 1 };
}

/** Ends a running survey now; one that has not begun is taken away. What is over stays as it is. */
export async function endSurvey(
  deps: Deps,
  input: Where & { readonly surveyId: SurveyId },
): Promise<'ended' | 'removed'> {
  const service = await ownService(deps, input);
  const survey = (await deps.services.surveys(service)).find(({ surveyId }) => surveyId === input.surveyId);
  if (!survey) throw new FeedbackNotFound();
  const now = deps.clock.now();
  const state = stateOf(survey, now);
  if (state === 'over') throw new SurveyClosed();
  const outcome =
    state === 'planned'
      ? await deps.services.removeSurvey(survey, service)
      : await deps.services.saveSurvey({ ...survey, endedAt: now.toISOString() }, service);
  if (outcome === 'conflict') throw new FeedbackChanged();
  return state === 'planned' ? 'removed' : 'ended';
}
