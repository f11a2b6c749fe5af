import { memoryLaunchLog, scormWorld } from '@sinau/delivery/testing';
import { createRateLimiter } from '@sinau/platform/http';
import type { ScormMessage } from '@sinau/scorm';
import { createLaunchApp } from '../../../functions/launch/app.ts';
import { createScormApp } from '../../../functions/scorm/app.ts';
import { type Playground, quiet, startPlayground } from '../playground.ts';
import { type PackageFiles, readCourse } from './packages.ts';

export interface ScormPlayground extends Playground {
  /** What pages have sent and the server has taken, oldest first. */
  readonly messages: readonly ScormMessage[];
  /** Verbs of the statements, oldest first; those of the SCORM profile with `scorm:`. */
  verbs(): readonly string[];
}

/** One SCORM package on the real doors. */
export async function startScormPlayground(
  files: PackageFiles,
  locale: 'id' | 'en' = 'id',
  sessionPerSecond = 1000,
): Promise<ScormPlayground> {
  let portalOrigin = '';
  const world = scormWorld(readCourse(files), {
    au: { url: '_sinau/scorm/index.html', file: '_sinau/scorm/index.html' },
    documents: {
      put: async () => undefined,
      readLaunch: async () => ({ returnUrl: `${portalOrigin}/returned`, locale }),
    },
  });
  const messages: ScormMessage[] = [];
  const playground = await startPlayground({
    clock: world.clock,
    launch: world.launch,
    files,
    doors: ({ portal }) => {
      portalOrigin = portal;
      // Sessions are those of the world; only what browsers are told of origins is ours.
      const deps = { ...world.deps, addresses: { ...world.deps.addresses, portalOrigin: portal } };
      const rateLimiter = createRateLimiter({
        door: 'scorm',
        counter: { add: async ({ count }) => count },
        limits: { clientPerSecond: 1000, sessionPerSecond },
        clock: world.clock,
        log: quiet,
      });
      const launchLog = memoryLaunchLog();
      const scorm = createScormApp({ scorm: deps, launchLog, log: quiet, portalOrigin: portal, rateLimiter });
      const launch = createLaunchApp({ ...deps, log: quiet });
      return async (request) => {
        if (!request.url.includes('/launch/scorm/')) return launch.hono.fetch(request);
        const body = request.url.includes('/commit') ? await request.clone().text() : '';
        const answer = await scorm.hono.fetch(request);
        if (answer.status === 200 && body !== '') messages.push(JSON.parse(body));
        return answer;
      };
    },
  });
  return Object.assign(playground, { messages, verbs: world.verbs });
}
