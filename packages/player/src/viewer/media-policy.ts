import { isWebAddress, type MediaParameters } from '@sinau/media';
import { element } from '../element.ts';

/**
 * The policy that the page comes with lets in every host that the platform allows. A second one, which browsers hold as well,
 * leaves what this module plays: the files of its package, or the one origin that its recording lies at.
 */
export function narrowMediaPolicy({ kind, src, low }: Pick<MediaParameters, 'kind' | 'src' | 'low'>): void {
  const origins = (kind === 'link' ? [] : [src, low]).flatMap((source) =>
    source !== undefined && isWebAddress(source) ? [new URL(source).origin] : [],
  );
  const content = ["media-src 'self' blob:", ...new Set(origins)].join(' ');
  document.head.append(element('meta', { httpEquiv: 'Content-Security-Policy', content }));
}
