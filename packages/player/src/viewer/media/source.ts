import { addressOf, isWebAddress, type MediaParameters } from '@sinau/media';
import { element } from '../../element.ts';

/** Undefined for a file of the package. */
export function hostOf(src: string): string | undefined {
  return isWebAddress(src) ? new URL(src).host : undefined;
}

/** For whoever has a better program for the file than this browser. */
export function fileLink(src: MediaParameters['src'], label: string): HTMLElement {
  const host = hostOf(src);
  return element(
    'a',
    { href: addressOf(src), target: '_blank', rel: 'noopener noreferrer' },
    host === undefined ? label : `${label} (${host})`,
  );
}
