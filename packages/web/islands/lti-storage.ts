// A tool in the frame of the player keeps state and nonce of its launch with this page, where its own cookies are not kept.
// Heard is the window of that frame alone; what is said goes to the very origin that asked.

import { createStorage } from './lti-storage/storage.ts';

const frame = document.querySelector<HTMLIFrameElement>('iframe[data-part]');
const answerTo = createStorage(() => Date.now());

window.addEventListener('message', ({ source, origin, data }) => {
  if (!frame || source !== frame.contentWindow) return;
  // Pages of ours need none, and an origin that is nobody's can be told nothing.
  if (origin === location.origin || origin === 'null') return;
  const answer = answerTo(origin, data);
  if (answer) frame.contentWindow?.postMessage(answer, origin);
});
