import type { HttpApp } from '@sinau/platform/http';
import type { ApiDeps } from './deps.ts';

const read = ['scope:feedback/read'] as const;
const write = ['scope:feedback/write'] as const;

/** Few machines send themes. */
const answers = () => import('./theme-answers.ts');

const one = '/api/complaint-lists/:listId';

/** What citizens complain about, counted by theme: lists are tried, taken, and undone again. Nobody is named in them. */
export function addThemeRoutes(app: HttpApp, { voice }: Pick<ApiDeps, 'voice'>): void {
  const owner = 'agency' as const;
  app.route({ method: 'GET', path: '/api/complaint-list-template', access: read, owner }, async (c) =>
    (await answers()).answerTemplate(c),
  );
  app.route({ method: 'GET', path: '/api/complaint-themes', access: read, owner }, async (c) =>
    (await answers()).answerThemes(c, await voice()),
  );
  app.route({ method: 'GET', path: '/api/complaint-lists', access: read, owner }, async (c) =>
    (await answers()).answerLists(c, await voice()),
  );
  // The body is the file.
  const sent = { access: write, owner, maxBodyBytes: 1024 * 1024, replayable: false } as const;
  app.route({ method: 'POST', path: '/api/complaint-lists', ...sent }, async (c) =>
    (await answers()).takeFile(c, await voice()),
  );
  app.route({ method: 'GET', path: one, access: read, owner }, async (c) =>
    (await answers()).answerList(c, await voice()),
  );
  app.route({ method: 'POST', path: `${one}/take`, access: write, owner }, async (c) =>
    (await answers()).take(c, await voice()),
  );
  app.route({ method: 'POST', path: `${one}/undo`, access: write, owner }, async (c) =>
    (await answers()).undo(c, await voice()),
  );
  app.route({ method: 'GET', path: `${one}/refused-rows`, access: read, owner }, async (c) =>
    (await answers()).answerRefused(c, await voice()),
  );
}
