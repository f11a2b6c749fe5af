import { LaunchRefused } from '@sinau/lti-tool';
import { html } from 'hono/html';
import { type Answering, answer } from './answer.ts';

/** Why is for those who look after the platform; it holds nothing of the person. */
export async function answeringRefusals(visit: Answering, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof LaunchRefused)) throw error;
    const { words } = visit;
    const body = html`<p>${words.refusals[error.because]}</p><p class="small">${words.forTechnicians}: <code>${error.message}</code></p>`;
    // Nothing on it can be pressed: whoever has it in a frame may show why nothing came.
    return answer(visit, { title: words.failed, body, status: 403, framedBy: ['*'] });
  }
}
