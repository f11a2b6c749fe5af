/**
 * The words between a page of ours and the portal's page around it (`islands/leave-part.ts` there): `can-leave` from here, `leave`
 * from there before it goes elsewhere, `left` from here once everything is stored, or this page is gone.
 */
const words = { can: 'sinau:can-leave', leave: 'sinau:leave', left: 'sinau:left' } as const;

/** `leave` ends the session and resolves when its last words have arrived; it is asked once. */
export function answerGoodbye(portalOrigin: string, leave: () => Promise<void>): void {
  const { parent } = window;
  if (parent === window) return;
  const say = (word: string) => parent.postMessage(word, portalOrigin);
  let leaving: Promise<void> | undefined;
  window.addEventListener('message', ({ source, origin, data }) => {
    // Content on this origin talks to this window too, and is not to end the session of its page.
    if (source !== parent || origin !== portalOrigin || data !== words.leave) return;
    leaving ??= leave();
    void leaving.then(() => say(words.left));
  });
  window.addEventListener('pagehide', () => say(words.left));
  say(words.can);
}
