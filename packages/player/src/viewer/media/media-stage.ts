import { addressOf } from '@sinau/media';
import { element } from '../../element.ts';
import { clockText } from '../clock-text.ts';
import { button } from '../frame.ts';
import type { Stage, StageTools } from '../stage.ts';
import { percentText } from '../words.ts';
import { captionTracks, showCaptions, shownCaptions } from './captions.ts';
import { type KeyCommand, takeCommand } from './keys.ts';
import { currentConnection, prefersLowData } from './low-data.ts';
import type { PlayerSettings } from './profile.ts';
import { mergeMediaPlaces, Recording, readMediaPlace } from './recording.ts';
import { fileLink, hostOf } from './source.ts';
import { createTranscript, type Transcript } from './transcript.ts';

/** Whoever stopped within the first seconds, or the last, begins at the beginning. */
const leastResumeSeconds = 3;
/** A jump is over when nothing has moved for so long; dragging is many jumps. */
const settleMs = 400;
/** A page that is still there after so long has not gone. */
const restMs = 1000;
/** A slider that is moved gives one statement. */
const changeMs = 1000;

const speeds = [0.75, 1, 1.25, 1.5, 1.75, 2];

/** Video and audio, in the player of the browser: its buttons, captions and full screen work as the learner knows them. */
export function openMedia(tools: StageTools): Stage {
  return new MediaStage(tools);
}

class MediaStage implements Stage {
  readonly element: HTMLElement;
  readonly rest = (going: boolean) => this.#rest(going);
  readonly leave = () => {
    this.#settle();
    this.#tick();
    this.#tellChange();
    this.#recording.leave();
  };
  readonly #tools: StageTools;
  readonly #kind: 'video' | 'audio';
  readonly #player: HTMLMediaElement;
  readonly #recording: Recording;
  readonly #transcript: Transcript | undefined;
  readonly #trouble = element('div', { className: 'trouble', hidden: true, attributes: { role: 'alert' } });
  readonly #stand = element('div', { className: 'stand' });
  #low: boolean;
  /** Where to go on once the file is there; set by resuming and by another file. */
  #startAt: number | undefined;
  #settling: ReturnType<typeof setTimeout> | undefined;
  /** Where the jump led that is about to settle. */
  #jumpedTo = 0;
  #changing: ReturnType<typeof setTimeout> | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #settings = '';
  /** This page moves the player, not the learner. */
  #ownSeek = false;
  /** The end of a file that does not tell its length is being looked for. */
  #probing = false;

  constructor(tools: StageTools) {
    this.#tools = tools;
    const { parameters, au, places, audio } = tools;
    this.#kind = parameters.kind === 'audio' ? 'audio' : 'video';
    const place = mergeMediaPlaces(readMediaPlace(places.stored), readMediaPlace(places.here));
    this.#recording = new Recording(au, { kind: this.#kind, share: parameters.share }, place);
    this.#low = parameters.low !== undefined && prefersLowData(currentConnection());
    this.#player = this.#createPlayer();
    if (audio === 'off') this.#player.muted = true;
    this.#transcript = this.#createTranscript();
    this.#stand.append(this.#player, this.#trouble);
    const beside = [this.#createTools(), this.#transcript?.element];
    this.element = element('div', { className: `media ${this.#kind}` }, this.#stand, ...beside);
    this.#listen();
    this.#load(place?.time ?? 0);
    if (places.here !== undefined && place) this.#recording.note();
    this.#showProgress();
  }

  #createPlayer(): HTMLMediaElement {
    const { parameters, audio } = this.#tools;
    const player = document.createElement(this.#kind);
    player.controls = true;
    player.preload = 'metadata';
    player.setAttribute('playsinline', '');
    player.setAttribute('aria-label', parameters.title);
    player.append(...captionTracks(parameters));
    // Who wants no sound reads (cmi5 11.2).
    if (audio === 'off') showCaptions(player, this.#tools.locale);
    return player;
  }

  #createTranscript(): Transcript | undefined {
    const { parameters, words, locale } = this.#tools;
    const own = parameters.captions.find(({ lang }) => lang.toLowerCase().startsWith(locale));
    const captions = own ?? parameters.captions[0];
    const src = parameters.transcript ?? captions?.src;
    if (src === undefined) return undefined;
    const known = parameters.captions.find((caption) => caption.src === src);
    return createTranscript({ src, lang: known?.lang }, words.media, (seconds) => {
      this.#player.currentTime = seconds;
      void this.#player.play().catch(() => undefined);
    });
  }

  /** Whose server learners are led to, when it is not the platform's. */
  #createSource(): HTMLElement | undefined {
    const { parameters, words } = this.#tools;
    const host = hostOf(parameters.src);
    if (host === undefined) return undefined;
    return element('p', { className: 'quiet source' }, words.media.playedFrom(host));
  }

  #createTools(): HTMLElement {
    const { parameters, words } = this.#tools;
    const speed = element('select', { id: 'speed' });
    for (const rate of speeds) {
      speed.append(element('option', { value: String(rate), selected: rate === 1 }, `${rate}×`));
    }
    speed.addEventListener('change', () => {
      this.#player.playbackRate = Number(speed.value);
    });
    this.#player.addEventListener('ratechange', () => {
      speed.value = String(this.#player.playbackRate);
    });
    const keys = element('details', { className: 'keys' }, element('summary', {}, words.media.keys));
    keys.append(element('ul', {}, ...words.media.keyList.map((line) => element('li', {}, line))));
    return element(
      'div',
      { className: 'media-tools' },
      element('label', {}, `${words.media.speed} `, speed),
      parameters.low === undefined ? undefined : this.#createLowSwitch(),
      this.#kind === 'video' ? keys : undefined,
      this.#createSource(),
    );
  }

  #createLowSwitch(): HTMLElement {
    const box = element('input', { type: 'checkbox', checked: this.#low, attributes: { role: 'switch' } });
    box.addEventListener('change', () => {
      const running = !this.#player.paused;
      const time = this.#player.currentTime;
      this.#player.pause();
      // Before the player forgets its time.
      this.#recording.pause(time);
      this.#low = box.checked;
      this.#load(time);
      if (running) void this.#player.play().catch(() => undefined);
    });
    return element('label', { className: 'switch' }, box, ` ${this.#tools.words.media.lowData}`);
  }

  /** The file of the chosen quality, from this second on. */
  #load(time: number): void {
    const { src, low } = this.#tools.parameters;
    this.#startAt = time;
    this.#trouble.hidden = true;
    this.#player.hidden = false;
    this.#player.src = addressOf(this.#low && low !== undefined ? low : src);
    this.#player.load();
  }

  #listen(): void {
    const player = this.#player;
    const on = (name: keyof HTMLMediaElementEventMap, act: () => void) => player.addEventListener(name, act);
    on('loadedmetadata', () => this.#ready());
    on('durationchange', () => this.#ready());
    on('playing', () => {
      this.#settle();
      this.#recording.play(this.#startOfPlaying());
    });
    on('timeupdate', () => this.#tick());
    on('pause', () => {
      this.#recording.pause(player.currentTime);
      this.#showProgress();
      void this.#tools.au.flush();
    });
    on('ended', () => this.#showProgress());
    on('seeking', () => this.#seeking());
    on('seeked', () => this.#settleSoon());
    on('error', () => this.#fail());
    for (const name of ['volumechange', 'ratechange', 'resize'] as const) on(name, () => this.#changed());
    player.textTracks.addEventListener('change', () => this.#changed());
    document.addEventListener('fullscreenchange', () => this.#changed());
    // Before the player sees them: it has keys of its own, and would do the same once more.
    const first = { capture: true };
    document.addEventListener(
      'keydown',
      (event) => {
        const command = takeCommand(event);
        if (command) this.#obey(command);
      },
      first,
    );
    document.addEventListener('keyup', takeCommand, first);
  }

  /** Once the length is known. */
  #ready(): void {
    const player = this.#player;
    if (player.readyState < HTMLMediaElement.HAVE_METADATA) return;
    const length = Number.isFinite(player.duration)
      ? player.duration
      : this.#tools.parameters.durationSeconds;
    if (length === undefined) {
      this.#probeLength();
      return;
    }
    if (this.#recording.length === 0) {
      this.#settings = JSON.stringify(this.#currentSettings());
      const { userAgent } = navigator;
      this.#recording.begin(length, this.#currentSettings(), { userAgent, screen: window.screen });
      this.#offerResume(length);
    } else if (this.#startAt !== undefined) {
      this.#moveTo(this.#startAt);
      this.#changed();
    }
    this.#startAt = undefined;
    this.#showProgress();
  }

  /** Files that were recorded by a browser do not tell their length until one has been at their end. */
  #probeLength(): void {
    if (this.#probing) return;
    this.#probing = true;
    this.#ownSeek = true;
    this.#player.currentTime = 1e7;
  }

  #offerResume(length: number): void {
    const time = this.#startAt ?? 0;
    if (time < leastResumeSeconds || time > length - leastResumeSeconds) {
      if (this.#probing) this.#moveTo(0);
      else this.#recording.playback.moveTo(0);
      return;
    }
    const { media } = this.#tools.words;
    this.#moveTo(time);
    const card = element('div', {
      className: 'resume',
      attributes: { role: 'group', 'aria-label': media.resumeQuestion },
    });
    const begin = (from: number) => () => {
      card.remove();
      if (from !== time) this.#moveTo(from);
      this.#player.focus();
      void this.#player.play().catch(() => undefined);
    };
    const onward = button(media.resume(clockText(time)), 'button main', begin(time));
    card.append(onward, button(media.restart, 'button', begin(0)));
    this.#player.addEventListener('playing', () => card.remove(), { once: true });
    this.#stand.append(card);
    onward.focus();
  }

  #moveTo(time: number): void {
    this.#recording.playback.moveTo(time);
    this.#ownSeek = true;
    this.#player.currentTime = time;
  }

  /** The player tells that it plays a few frames later: it began where it stood. */
  #startOfPlaying(): number {
    const [stood, shown] = [this.#recording.playback.time, this.#player.currentTime];
    return shown >= stood && shown - stood < 0.5 ? stood : shown;
  }

  #seeking(): void {
    if (this.#ownSeek) return;
    this.#recording.playback.jump();
    clearTimeout(this.#settling);
    this.#settling = undefined;
  }

  #settleSoon(): void {
    if (this.#ownSeek) {
      this.#ownSeek = false;
      return;
    }
    this.#jumpedTo = this.#player.currentTime;
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => this.#settle(), settleMs);
  }

  #settle(): void {
    if (this.#settling === undefined) return;
    clearTimeout(this.#settling);
    this.#settling = undefined;
    this.#recording.settle(this.#jumpedTo);
    this.#tick();
  }

  #tick(): void {
    if (this.#player.seeking) return;
    this.#recording.tick(this.#player.currentTime);
    this.#transcript?.follow(this.#player.currentTime);
    this.#showProgress();
  }

  #showProgress(): void {
    const { words, locale, parameters, au } = this.#tools;
    const share = percentText(locale, parameters.share);
    const text = words.media.rule[this.#kind](share, percentText(locale, this.#recording.share));
    this.#tools.showProgress(text, au.completed ? 1 : this.#recording.shareOfGoal);
  }

  #changed(): void {
    clearTimeout(this.#changing);
    this.#changing = setTimeout(() => this.#tellChange(), changeMs);
  }

  #tellChange(): void {
    if (this.#changing === undefined) return;
    clearTimeout(this.#changing);
    this.#changing = undefined;
    const settings = this.#currentSettings();
    const text = JSON.stringify(settings);
    if (text === this.#settings || this.#recording.length === 0) return;
    this.#settings = text;
    this.#recording.changed(settings);
  }

  #currentSettings(): PlayerSettings {
    const player = this.#player;
    const picture = player instanceof HTMLVideoElement ? player : undefined;
    return {
      volume: player.muted ? 0 : player.volume,
      speed: player.playbackRate,
      captions: shownCaptions(player),
      fullScreen: document.fullscreenElement !== null,
      ...(picture && {
        quality: picture.videoHeight,
        playbackSize: { width: picture.clientWidth, height: picture.clientHeight },
      }),
    };
  }

  #obey(command: KeyCommand): void {
    const player = this.#player;
    switch (command.kind) {
      case 'toggle':
        if (player.paused) void player.play().catch(() => undefined);
        else player.pause();
        return;
      case 'skip':
        player.currentTime = Math.max(0, player.currentTime + command.seconds);
        return;
      case 'mute':
        player.muted = !player.muted;
        return;
      case 'captions':
        showCaptions(player, shownCaptions(player) === undefined ? this.#tools.locale : undefined);
        return;
      case 'fullscreen':
        if (document.fullscreenElement) void document.exitFullscreen();
        else void player.requestFullscreen?.().catch(() => undefined);
    }
  }

  #fail(): void {
    const { media, tryAgain } = this.#tools.words;
    const lost = this.#player.error?.code === MediaError.MEDIA_ERR_NETWORK;
    const time = this.#recording.playback.time;
    this.#recording.pause(time);
    const { src } = this.#tools.parameters;
    const host = hostOf(src);
    const refused = host === undefined ? media.cannotPlay : media.cannotFetch(host);
    this.#trouble.replaceChildren(
      element('p', {}, lost ? media.interrupted : refused),
      button(tryAgain, 'button main', () => this.#load(time)),
      ...(lost ? [] : [fileLink(src, media.download)]),
    );
    this.#trouble.hidden = false;
    // A player that has nothing to play turns its wheel for ever.
    this.#player.hidden = this.#player.readyState < HTMLMediaElement.HAVE_METADATA;
  }

  /** A part that runs is told up to here; if it runs on, this is where the next one begins. */
  #rest(going: boolean): void {
    this.#settle();
    this.#tick();
    if (!going || !this.#recording.playback.running) {
      this.#recording.note();
      return;
    }
    const time = this.#player.currentTime;
    this.#recording.pause(time);
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      if (!this.#player.paused) this.#recording.play(time);
    }, restMs);
  }
}
