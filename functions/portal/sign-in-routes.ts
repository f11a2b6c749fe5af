import { beginSignIn, closeSession, finishSignIn, sessionSeconds, signInSeconds } from '@sinau/identity';
import type { HttpApp } from '@sinau/platform/http';
import { answerSignedOut, type ServedAssets } from '@sinau/web';
import { readCookie, sessionCookie, writeCookie } from './cookies.ts';
import type { PortalDeps } from './deps.ts';

/** One cookie per attempt, so that two sign-ins begun in two tabs both end well (case E5). */
const attemptCookie = (state: string) => `__Host-sinau-in-${state.replace(/[^\w-]/g, '').slice(0, 16)}`;

export function addSignInRoutes(
  app: HttpApp,
  deps: PortalDeps,
  options: { readonly assets: ServedAssets; readonly hasOutbox: boolean },
): void {
  app.route({ method: 'GET', path: '/sign-in', access: ['anyone'] }, async (context) => {
    const { returnTo, login_hint: loginHint } = context.req.query();
    const { url, browserToken } = await beginSignIn(deps, {
      ...(returnTo !== undefined && { returnTo }),
      ...(loginHint !== undefined && { loginHint }),
    });
    const name = attemptCookie(new URL(url).searchParams.get('state') ?? '');
    writeCookie(context, { name, value: browserToken, maxAgeSeconds: signInSeconds });
    return context.redirect(url, 302);
  });

  // Codes of other issuers are as long as these like.
  const callback = { path: '/sign-in/callback', maxParameterChars: 8_000 } as const;
  app.route({ method: 'GET', ...callback, access: ['anyone'] }, async (context) => {
    const { state, code } = context.req.query();
    const name = attemptCookie(state ?? '');
    const browserToken = readCookie(context.req.raw, name);
    const earlierSessionToken = readCookie(context.req.raw, sessionCookie);
    const finished = await finishSignIn(
      {
        ...deps,
        ...(deps.firstOperatorEmail && { bootstrapEmail: deps.firstOperatorEmail }),
      },
      {
        ...(state && { state }),
        ...(code && { code }),
        ...(browserToken && { browserToken }),
        ...(earlierSessionToken && { earlierSessionToken }),
      },
    );
    writeCookie(context, { name, value: '', maxAgeSeconds: 0 });
    writeCookie(context, {
      name: sessionCookie,
      value: finished.sessionToken,
      maxAgeSeconds: sessionSeconds,
    });
    return context.redirect(finished.returnPath, 303);
  });

  app.route({ method: 'POST', path: '/sign-out', access: ['anyone'], viewable: true }, async (context) => {
    const token = readCookie(context.req.raw, sessionCookie);
    if (token) await closeSession(deps, token);
    writeCookie(context, { name: sessionCookie, value: '', maxAgeSeconds: 0 });
    return context.redirect('/signed-out', 303);
  });

  app.route({ method: 'GET', path: '/signed-out', access: ['anyone'], viewable: true }, async (context) => {
    const next = await deps.oidc.endSessionUrl();
    return next ? answerSignedOut(context, next, options) : context.redirect('/?notice=signed-out', 303);
  });
}
