import { type Context, Hono } from 'hono';
import type { AppEnv, HttpApp } from './create-http-app.ts';
import type { RouteDeclaration } from './route.ts';

/** Two apps at one door, of which the second is made when the first request for it comes. */
export interface PartedApp {
  readonly hono: Hono<AppEnv>;
  /** Makes both, for whoever looks at what they declare. */
  whole(): Promise<WholeApp>;
}

/** A door with everything behind it. */
export interface WholeApp {
  readonly hono: Hono<AppEnv>;
  readonly routes: readonly RouteDeclaration[];
  /** The apps that answer. */
  readonly parts: readonly HttpApp[];
}

/**
 * Few requests need what `later` answers, and its routes cost every start. Each app does with a request all that an app
 * does: here it is only chosen.
 */
export function createPartedApp(given: {
  readonly first: HttpApp;
  readonly later: () => Promise<HttpApp>;
  /** Whether `later` answers at this path, as it is matched by routes. */
  readonly isLater: (path: string) => boolean;
}): PartedApp {
  const { first, isLater } = given;
  let loading: Promise<HttpApp> | undefined;
  const later = () => {
    loading ??= given.later();
    return loading;
  };
  const hono = new Hono<AppEnv>({ strict: false });
  hono.all('*', async (context: Context<AppEnv>) => {
    const app = isLater(context.req.path) ? await later() : first;
    return app.hono.fetch(context.req.raw, context.env);
  });
  return {
    hono,
    whole: async () => {
      const parts = [first, await later()];
      return { hono, parts, routes: parts.flatMap(({ routes }) => routes) };
    },
  };
}
