/** Where the learner is, as the viewer of one kind writes it down. `at`: when, ISO 8601. */
export interface Place {
  readonly at: string;
}

/** `saved`: the record store has it. `later`: no answer. `ended`: the session takes nothing any more. */
export type Keeping = 'saved' | 'later' | 'ended';

export interface PlacePorts<Kept extends Place> {
  /** Writes the State document. Never rejects. */
  readonly write: (place: Kept) => Promise<Keeping>;
  /** Keeps on this device what the record store does not have yet; undefined removes it. */
  readonly remember: (place: Kept | undefined) => void;
  readonly onChange: (state: PlaceState) => void;
}

export interface PlaceState {
  readonly offline: boolean;
  readonly ended: boolean;
}

/**
 * Keeps one document up to date: what is noted lies on this device at once, and in the record store with the next `flush`.
 * Writes follow each other, and the last one always wins.
 */
export class PlaceKeeper<Kept extends Place> {
  readonly #ports: PlacePorts<Kept>;
  #unsaved: Kept | undefined;
  #writing: Promise<void> | undefined;
  #ended = false;

  constructor(ports: PlacePorts<Kept>) {
    this.#ports = ports;
  }

  note(place: Kept): void {
    this.#unsaved = place;
    this.#ports.remember(place);
  }

  /** Resolves when the latest note is saved, or could not be. */
  flush(): Promise<void> {
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined;
    });
    return this.#writing;
  }

  /** The page goes away: the latest note is sent without waiting for what is on its way. */
  sendLast(): void {
    if (this.#unsaved && !this.#ended) void this.#ports.write(this.#unsaved);
  }

  async #write(): Promise<void> {
    while (this.#unsaved && !this.#ended) {
      const place = this.#unsaved;
      const keeping = await this.#ports.write(place);
      this.#ended = keeping === 'ended';
      this.#ports.onChange({ offline: keeping === 'later', ended: this.#ended });
      if (keeping !== 'saved') return;
      if (this.#unsaved !== place) continue;
      this.#unsaved = undefined;
      this.#ports.remember(undefined);
    }
  }
}
