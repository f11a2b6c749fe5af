import type { Locale } from '@sinau/kernel';
import { html } from 'hono/html';

export type Part = ReturnType<typeof html> | string;

const style =
  'body{margin:0;font:1.0625rem/1.6 system-ui,sans-serif;color:#1b2733;background:#f5f7f9}main{max-width:34rem;margin:12vh auto;padding:2rem;background:#fff;border-radius:.75rem}h1{margin:0 0 .75rem;font-size:1.375rem;line-height:1.3}a,button{display:inline-block;margin-top:1rem;padding:.625rem 1.25rem;border:0;border-radius:.5rem;background:#0b5a4a;color:#fff;font:inherit;text-decoration:none;cursor:pointer}a:focus-visible,button:focus-visible{outline:3px solid #f0a500;outline-offset:2px}.small{font-size:.9375rem;color:#465563}blockquote{margin:1rem 0;padding:.5rem 1rem;border-left:4px solid #0b5a4a;white-space:pre-wrap;overflow-wrap:anywhere}code{overflow-wrap:anywhere}fieldset{margin:1.5rem 0 0;padding:0;border:0}legend{font-weight:600}.row{display:flex;gap:.75rem;padding:.75rem 0;border-bottom:1px solid #d5dce2;overflow-wrap:anywhere}.row input{flex:none;width:1.25rem;height:1.25rem;margin:.25rem 0 0}.search{display:flex;flex-wrap:wrap;align-items:end;gap:.5rem}.search label{flex-basis:100%}.search input{flex:1 1 12rem;min-width:0;padding:.5625rem .75rem;border:1px solid #6b7885;border-radius:.5rem;font:inherit}.plain{background:#fff;color:#0b5a4a;box-shadow:inset 0 0 0 1px #0b5a4a}@media(max-width:30rem){main{margin:0 auto;border-radius:0;padding:1.5rem}}';

/** A whole page without anything from elsewhere; everything that is put in is escaped. */
export function page(given: {
  readonly locale: Locale;
  readonly title: string;
  readonly nonce: string;
  readonly body: Part;
}): Part {
  const { locale, title, nonce, body } = given;
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Sinau</title>
<style nonce="${nonce}">${style}</style>
</head>
<body><main><h1>${title}</h1>${body}</main></body>
</html>`;
}

/** Frames of the portal may hold these pages, and of nobody else who is not named; forms go where it is said. */
export function pageHeaders(
  nonce: string,
  formSources: readonly string[] = [],
  framedBy: readonly string[] = [],
): Record<string, string> {
  const forms = formSources.length > 0 ? formSources.join(' ') : "'none'";
  return {
    'content-security-policy': [
      "default-src 'none'",
      `script-src 'nonce-${nonce}'`,
      `style-src 'nonce-${nonce}'`,
      `form-action ${forms}`,
      "base-uri 'none'",
      ["frame-ancestors 'self'", ...framedBy].join(' '),
    ].join('; '),
    'cache-control': 'no-store',
    // The window may have an opener that waits for it.
    'cross-origin-opener-policy': 'unsafe-none',
  };
}

/**
 * Where a form leads that takes the browser to the system of a university. Browsers hold `form-action` against every redirect after the post, and
 * such systems lead on over hosts that they have registered nowhere: the sign-in of their campus, the host of their app. The page holds one
 * form, to an address that was checked, and nothing that somebody else wrote, so that a list of hosts would guard nothing. Without TLS on one
 * machine alone, where our own pages have none.
 */
export const waysOut = (ownOrigin: string): readonly string[] =>
  ownOrigin.startsWith('http:') ? ['https:', 'http:'] : ['https:'];

/** The form that brings the browser to the tool: by itself with script, by its button without. */
export function autoPost(given: {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly goOn: string;
  readonly nonce: string;
}): Part {
  const { action, fields, goOn, nonce } = given;
  const inputs = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return html`<form method="post" action="${action}">${inputs}<button>${goOn}</button></form>
<script nonce="${nonce}">document.forms[0].submit()</script>`;
}
