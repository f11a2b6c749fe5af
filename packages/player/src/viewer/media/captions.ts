import { addressOf, type MediaParameters } from '@sinau/media';
import { element } from '../../element.ts';

/** Subtitle tracks of a module for the player's own menu. */
export function captionTracks({ captions }: Pick<MediaParameters, 'captions'>): readonly HTMLTrackElement[] {
  return captions.map(({ src, lang, label }) =>
    element('track', { kind: 'captions', src: addressOf(src), srclang: lang, label }),
  );
}

/** Language of the captions on the screen. */
export function shownCaptions(player: HTMLMediaElement): string | undefined {
  return tracksOf(player).find(({ mode }) => mode === 'showing')?.language;
}

/** Shows captions of that language, or of the first; undefined hides them. */
export function showCaptions(player: HTMLMediaElement, language: string | undefined): void {
  const tracks = tracksOf(player);
  const wanted =
    language === undefined ? undefined : (tracks.find((track) => track.language === language) ?? tracks[0]);
  for (const track of tracks) track.mode = track === wanted ? 'showing' : 'disabled';
}

function tracksOf(player: HTMLMediaElement): readonly TextTrack[] {
  return Array.from(player.textTracks);
}
