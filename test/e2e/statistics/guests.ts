import { randomUUID } from 'node:crypto';
import * as z from 'zod';

/** A learner of another system, as its machine launches them: everything over HTTP, as content would send it. */
export interface GuestLaunches {
  readonly api: string;
  readonly authorization: string;
  readonly courseId: string;
}

const launchSchema = z.object({ url: z.url(), registration: z.uuid(), activityId: z.string() });
type Launched = z.infer<typeof launchSchema>;

const templateSchema = z.object({ contextTemplate: z.looseObject({ extensions: z.looseObject({}) }) });

export interface Session extends Launched {
  readonly token: string;
  readonly endpoint: string;
  readonly actor: object;
  readonly contextTemplate: z.infer<typeof templateSchema>['contextTemplate'];
}

/** Launches a part and fetches its token, as the page would. */
export async function launch(
  on: GuestLaunches,
  learner: { readonly name: string; readonly registration?: string; readonly auIndex: number },
): Promise<Session> {
  const { name, auIndex, registration } = learner;
  const actor = { objectType: 'Agent', account: { homePage: 'https://lms.contoh.example', name } };
  const launched = launchSchema.parse(
    await sent(`${on.api}/launches`, {
      headers: { authorization: on.authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ courseId: on.courseId, auIndex, actor, ...(registration && { registration }) }),
    }),
  );
  // Behind the gate of the content's origin.
  const { searchParams } = new URL(new URL(launched.url).searchParams.get('to') ?? '', launched.url);
  const endpoint = searchParams.get('endpoint') ?? '';
  const fetched = await sent(searchParams.get('fetch') ?? '', {});
  const token = z.object({ 'auth-token': z.string() }).parse(fetched)['auth-token'];
  const query = new URLSearchParams({
    ...{ stateId: 'LMS.LaunchData', activityId: launched.activityId, registration: launched.registration },
    agent: searchParams.get('actor') ?? '',
  });
  const headers = { authorization: `Basic ${token}`, 'x-experience-api-version': '1.0.3' };
  const state = await fetch(`${endpoint.replace(/\/$/, '')}/activities/state?${query}`, { headers });
  const { contextTemplate } = templateSchema.parse(await state.json());
  const preferences = new URLSearchParams({
    profileId: 'cmi5LearnerPreferences',
    agent: searchParams.get('actor') ?? '',
  });
  await fetch(`${endpoint.replace(/\/$/, '')}/agents/profile?${preferences}`, { headers });
  return { ...launched, token, endpoint: endpoint.replace(/\/$/, ''), actor, contextTemplate };
}

/** Statements of a session, one after the other. */
export async function say(session: Session, statements: readonly Said[]): Promise<void> {
  const { registration, activityId, actor, contextTemplate } = session;
  const body = statements.map(({ verb, category = [], extensions = {}, ...rest }) => ({
    ...{ id: randomUUID(), actor, timestamp: new Date().toISOString(), verb: { id: verb } },
    ...{ object: { id: activityId }, ...rest },
    context: {
      ...contextTemplate,
      registration,
      contextActivities: {
        ...(contextTemplate.contextActivities as object),
        category: category.map((id) => ({ id })),
      },
      extensions: { ...extensions, ...contextTemplate.extensions },
    },
  }));
  await sent(`${session.endpoint}/statements`, {
    headers: {
      authorization: `Basic ${session.token}`,
      'x-experience-api-version': '1.0.3',
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
}

export interface Said {
  readonly verb: string;
  readonly category?: readonly string[];
  readonly extensions?: object;
  readonly result?: object;
}

const adl = (verb: string) => `http://adlnet.gov/expapi/verbs/${verb}`;
const cmi5 = ['https://w3id.org/xapi/cmi5/context/categories/cmi5'];
const moveOn = [...cmi5, 'https://w3id.org/xapi/cmi5/context/categories/moveon'];
const video = (name: string) => `https://w3id.org/xapi/video/extensions/${name}`;

/** Watches a video of a hundred seconds until a second, some of it twice, and leaves; to the end, it is completed. */
export async function watch(session: Session, { until }: { readonly until: number }): Promise<void> {
  const segments = `0[.]${until}[,]10[.]20`;
  await say(session, [
    { verb: adl('initialized'), category: cmi5 },
    {
      verb: 'https://w3id.org/xapi/video/verbs/paused',
      category: ['https://w3id.org/xapi/video'],
      extensions: { [video('length')]: 100 },
      result: { extensions: { [video('time')]: until, [video('played-segments')]: segments } },
    },
    ...(until === 100
      ? [{ verb: adl('completed'), category: moveOn, result: { completion: true, duration: 'PT1M' } }]
      : []),
    { verb: adl('terminated'), category: cmi5, result: { duration: 'PT1M' } },
  ]);
}

/** Answers the two questions of the SCORM quiz, and calls its API wrongly once. */
export async function answerQuiz(
  session: Session,
  answers: { readonly first: string; readonly second: string },
): Promise<void> {
  const started = z
    .object({ commitUrl: z.url(), run: z.number(), items: z.array(z.object({ itemId: z.string() })) })
    .parse(
      await sent(new URL('/launch/scorm/start', session.endpoint).href, {
        headers: { authorization: `Basic ${session.token}` },
      }),
    );
  const interaction = (id: string, response: string, right: string) => ({
    ...{ id, type: 'choice', student_response: response, result: response === right ? 'correct' : 'wrong' },
    correct_responses: { '0': { pattern: right } },
  });
  const cmi = {
    core: { lesson_status: 'completed', score: { raw: '50' } },
    interactions: {
      '0': interaction('Q1', answers.first, 'a'),
      '1': interaction('Q2', answers.second, 'b'),
    },
  };
  const at = new Date().toISOString();
  await sent(started.commitUrl, {
    headers: { 'content-type': 'text/plain' },
    body: JSON.stringify({
      ...{ run: started.run, sequence: 1, visit: 1, itemId: started.items[0]?.itemId, end: 'terminated' },
      ...{
        leave: 'exit',
        calls: [{ at, call: 'SetValue', element: 'cmi.core.score.raw', value: 'x', error: 405 }],
      },
      commit: {
        ...{ successStatus: 'unknown', completionStatus: 'completed', totalTimeSeconds: 30 },
        runtimeData: { cmi },
      },
    }),
  });
}

async function sent(
  url: string,
  init: { readonly headers?: Readonly<Record<string, string>>; readonly body?: string },
): Promise<unknown> {
  const answer = await fetch(url, { method: 'POST', ...init });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url.split('?')[0]} answered ${answer.status}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}
