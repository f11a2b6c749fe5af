import { addressOf } from '@sinau/media';
import { tincanLaunchUrl } from '@sinau/tincan';
import { element } from '../../element.ts';
import type { Stage, StageTools } from '../stage.ts';

/**
 * The page of a Tin Can package, in a frame of its own origin. It speaks to the record store itself, under the token of this session;
 * this page ends the session when the learner leaves.
 */
export function openTincan(tools: StageTools): Stage {
  const { parameters, words, locale, session, showProgress } = tools;
  const { launch, authorization } = session;
  const address = `${addressOf(parameters.src)}${parameters.query ?? ''}`;
  const frame = element('iframe', {
    src: tincanLaunchUrl(address, {
      endpoint: launch.endpoint,
      auth: authorization,
      actor: launch.actor,
      registration: launch.registration,
      activityId: parameters.activityId ?? launch.activityId,
      grouping: launch.activityId,
      language: locale === 'id' ? 'id-ID,en' : 'en,id-ID',
    }),
    title: words.tincan.frame(parameters.title),
    allow: 'fullscreen; autoplay; unload',
    className: 'tincan',
    // The token stands in its address, and concerns no other site.
    attributes: { referrerpolicy: 'no-referrer' },
  });
  showProgress(words.tincan.rule, 0);
  return {
    element: frame,
    rest: () => undefined,
    // Its last words are sent when its page goes, and must be ahead of the end of the session.
    leave: () => frame.remove(),
  };
}
