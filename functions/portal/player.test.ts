import { memoryDocuments } from '@sinau/delivery/testing';
import { describe, expect, it } from 'vitest';
import { createPortalApp } from './app.ts';
import { origin, portalWorld } from './testing/portal-world.ts';

describe('the player', () => {
  it('launches a part in the language that the learner reads the portal in', async () => {
    const world = await portalWorld();
    const browser = world.browser();
    const documents = memoryDocuments();
    const learner = await world.invite(world.tenants.agencyA, ['learner']);
    await browser.signIn(learner.email);
    await browser.post('/courses/c1/enrol');
    await browser.post('/language', { language: 'en' });
    const app = createPortalApp({ ...world.deps, documents });
    const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ');
    const launched = await app.hono.request(`${origin}/courses/c1/learn/1/launch`, {
      headers: { cookie, accept: 'text/html', 'sec-fetch-site': 'same-origin' },
    });
    expect(launched.status).toBe(303);
    expect([...documents.preferences.values()]).toEqual([
      { languagePreference: 'en,id-ID', audioPreference: 'on' },
    ]);
  });
});
