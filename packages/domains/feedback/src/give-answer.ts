import { blotOut, type Clock, type Ids, openTimedToken, type Signer, sealTimedToken } from '@sinau/kernel';
import * as z from 'zod';
import { serviceAt } from './authority.ts';
import { type Comment, type CommentId, commentSchema } from './comment.ts';
import { FormExpired, SurveyClosed, TooManyAnswers } from './errors.ts';
import type { AnswerStore, SenderLimit, ServicePlace, ServiceStore, SurveyPlace } from './ports.ts';
import { elementCodes } from './rule.ts';
import type { Service } from './service.ts';
import { noteStandings } from './standing.ts';
import { type Survey, stateOf, surveyDay } from './survey.ts';

/** A form can be sent for so long after it was opened; whoever waits in a queue fills it in slowly. */
const formSeconds = 4 * 3600;
const purpose = 'feedback-form';

interface FormDeps {
  readonly services: ServiceStore;
  readonly signer: Signer;
  readonly clock: Clock;
}

/** The survey of a service that takes answers now, and what makes its form count once. Undefined: none does. */
export async function openForm(
  deps: FormDeps & { readonly ids: Ids },
  place: ServicePlace,
): Promise<{ readonly service: Service; readonly survey?: Survey; readonly form?: string }> {
  const service = await serviceAt(deps, place);
  const survey = await runningOf(deps, service);
  if (!survey) return { service };
  const content = { id: deps.ids.token(16), survey: keyOf(survey) };
  return { service, survey, form: sealTimedToken(deps, { purpose, seconds: formSeconds }, content) };
}

const score = z.int().min(1).max(4);

export const answerRequestSchema = z.strictObject({
  /** Of `openForm`. */
  form: z.string().max(600),
  scores: z.strictObject(
    Object.fromEntries(elementCodes.map((code) => [code, score])) as Record<
      (typeof elementCodes)[number],
      typeof score
    >,
  ),
  comment: commentSchema.exactOptional(),
});
export type AnswerRequest = Readonly<z.infer<typeof answerRequestSchema>>;

const formSchema = z.strictObject({ id: z.string(), survey: z.string() });

/**
 * Keeps what somebody answers, without anything of who they are. A form that comes twice (a double click, a reload) counts
 * once and is answered alike. `sender`: where the request comes from, for `limit` alone.
 */
export async function giveAnswer(
  deps: FormDeps & { readonly answers: AnswerStore; readonly limit: SenderLimit; readonly ids: Ids },
  input: { readonly place: ServicePlace; readonly request: AnswerRequest; readonly sender: string },
): Promise<'kept' | 'repeated'> {
  const { form, scores, comment } = input.request;
  const opened = formSchema.safeParse(openTimedToken(deps, purpose, form));
  if (!opened.success) throw new FormExpired();
  const service = await serviceAt(deps, input.place);
  const survey = await runningOf(deps, service);
  if (!survey) throw new SurveyClosed();
  // A form of another service or of a survey before this one.
  if (opened.data.survey !== keyOf(survey)) throw new FormExpired();
  const { agencyId, serviceId, surveyId } = survey;
  const place = { agencyId, serviceId, surveyId };
  if (!(await deps.limit.admit(input.sender, place))) throw new TooManyAnswers();
  const now = deps.clock.now();
  const day = surveyDay(now);
  const text = comment === undefined ? '' : blotOut(comment);
  const words: Comment | undefined =
    text === ''
      ? undefined
      : { ...place, commentId: deps.ids.uuid() as CommentId, day, text, state: 'waiting' };
  const formEndsAt = Math.floor(now.getTime() / 1000) + formSeconds;
  const outcome = await deps.answers.keep(
    { ...place, formId: opened.data.id, day, scores },
    { ...(words && { comment: words }), formEndsAt },
  );
  if (outcome === 'kept') await noteStandings(deps.answers, place);
  return outcome;
}

async function runningOf({ services, clock }: FormDeps, service: Service): Promise<Survey | undefined> {
  if (service.state === 'closed') return undefined;
  const now = clock.now();
  return (await services.surveys(service)).find((survey) => stateOf(survey, now) === 'running');
}

const keyOf = ({ agencyId, serviceId, surveyId }: SurveyPlace): string =>
  JSON.stringify([agencyId, serviceId, surveyId]);
