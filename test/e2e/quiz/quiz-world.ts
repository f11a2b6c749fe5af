import { quizWorld } from '@sinau/delivery/testing';
import type { Quiz, QuizMessage } from '@sinau/quiz';
import { createLaunchApp } from '../../../functions/launch/app.ts';
import { createQuizApp } from '../../../functions/quiz/app.ts';
import { type Playground, quiet, startPlayground } from '../playground.ts';

export interface QuizPlayground extends Playground {
  readonly world: ReturnType<typeof quizWorld>;
  /** What pages have sent as answers, oldest first. */
  readonly messages: readonly QuizMessage[];
}

/** One quiz on the real doors. */
export async function startQuizPlayground(
  quiz: Quiz,
  given: { readonly locale?: 'id' | 'en'; readonly files?: ReadonlyMap<string, string | Uint8Array> } = {},
): Promise<QuizPlayground> {
  const { locale = 'id', files = new Map() } = given;
  let portalOrigin = '';
  const page = '_sinau/quiz/index.html';
  const world = quizWorld(quiz, { au: { url: page, file: page } });
  const messages: QuizMessage[] = [];
  const playground = await startPlayground({
    clock: world.clock,
    launch: world.launch,
    files,
    doors: ({ portal }) => {
      portalOrigin = portal;
      const documents = {
        ...world.deps.documents,
        readLaunch: async () => ({ returnUrl: `${portalOrigin}/returned`, locale }),
      };
      // Sessions are those of the world; only what browsers are told of origins is ours.
      const deps = { ...world.deps, documents, addresses: { ...world.deps.addresses, portalOrigin: portal } };
      const app = createQuizApp({
        quiz: deps,
        rateLimiter: { admit: async () => undefined },
        log: quiet,
      });
      const launch = createLaunchApp({ ...deps, log: quiet });
      return async (request) => {
        if (!request.url.includes('/launch/quiz/')) return launch.hono.fetch(request);
        const body = request.url.includes('/answers') ? await request.clone().text() : '';
        const answer = await app.hono.fetch(request);
        if (answer.status === 200 && body !== '') messages.push(JSON.parse(body));
        return answer;
      };
    },
  });
  return Object.assign(playground, { world, messages });
}
