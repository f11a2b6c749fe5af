// Before the player goes elsewhere by a link or a form of its own, the part in the frame says its last words: else the launch
// of the next part may end the session first. Parts that know these words say so; nobody is waited for longer than a moment.

const words = { can: 'sinau:can-leave', leave: 'sinau:leave', left: 'sinau:left' } as const;
const patienceMs = 2500;

const frame = document.querySelector<HTMLIFrameElement>('iframe[data-part]');
/** Origin of a part that takes its leave. */
let listening: string | undefined;
let onward: (() => void) | undefined;

window.addEventListener('message', ({ source, origin, data }) => {
  if (!frame || source !== frame.contentWindow) return;
  if (data === words.can) listening = origin;
  if (data !== words.left || origin !== listening) return;
  listening = undefined;
  onward?.();
});

/** False: there is nobody to wait for. */
function waitFor(go: () => void): boolean {
  if (listening === undefined) return false;
  const isFirst = onward === undefined;
  // Whoever clicks again means the latest.
  onward = () => {
    onward = undefined;
    listening = undefined;
    go();
  };
  if (isFirst) {
    document.body.setAttribute('aria-busy', 'true');
    frame?.contentWindow?.postMessage(words.leave, listening);
    setTimeout(() => onward?.(), patienceMs);
  }
  return true;
}

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const link = target?.closest<HTMLAnchorElement>('a[href]');
  if (!link || event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (/^_(?!self)/.test(link.target) || link.hasAttribute('download')) return;
  // A place on this page.
  if (link.getAttribute('href')?.startsWith('#')) return;
  if (waitFor(() => location.assign(link.href))) event.preventDefault();
});

document.addEventListener('submit', (event) => {
  const { target: form, submitter } = event;
  if (!(form instanceof HTMLFormElement) || event.defaultPrevented) return;
  if (waitFor(() => form.requestSubmit(submitter))) event.preventDefault();
});

export {};
