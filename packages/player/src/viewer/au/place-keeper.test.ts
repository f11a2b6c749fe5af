import { beforeEach, describe, expect, it } from 'vitest';
import { type Keeping, type Place, PlaceKeeper } from './place-keeper.ts';

const place = (at: string): Place => ({ at });
let written: string[];
let here: (string | undefined)[];
let answer: () => Promise<Keeping>;
let ended: boolean;

function keeper() {
  return new PlaceKeeper<Place>({
    write: ({ at }) => {
      written.push(at);
      return answer();
    },
    remember: (kept) => here.push(kept?.at),
    onChange: (state) => {
      ended = state.ended;
    },
  });
}

beforeEach(() => {
  [written, here, ended] = [[], [], false];
  answer = async () => 'saved';
});

describe('the place keeper', () => {
  it('keeps a note on the device until the record store has it', async () => {
    const places = keeper();
    places.note(place('1'));
    expect(here).toEqual(['1']);
    await places.flush();
    expect(written).toEqual(['1']);
    expect(here).toEqual(['1', undefined]);
  });

  it('writes the latest note, also one that comes in between', async () => {
    const places = keeper();
    answer = async () => {
      if (written.length === 1) places.note(place('3'));
      return 'saved';
    };
    places.note(place('1'));
    places.note(place('2'));
    await places.flush();
    expect(written).toEqual(['2', '3']);
    expect(here.at(-1)).toBeUndefined();
  });

  it('keeps what did not arrive, and writes it with the next flush', async () => {
    answer = async () => 'later';
    const places = keeper();
    places.note(place('1'));
    await places.flush();
    expect(here).toEqual(['1']);
    answer = async () => 'saved';
    await places.flush();
    expect(written).toEqual(['1', '1']);
    expect(here.at(-1)).toBeUndefined();
  });

  it('has nothing to write without a note', async () => {
    await keeper().flush();
    expect(written).toEqual([]);
  });

  it('stops when the session has ended, and keeps the note on the device', async () => {
    answer = async () => 'ended';
    const places = keeper();
    places.note(place('1'));
    await places.flush();
    await places.flush();
    places.sendLast();
    expect(written).toEqual(['1']);
    expect(here).toEqual(['1']);
    expect(ended).toBe(true);
  });

  it('sends the latest note although an older one is on its way, when the page goes away', async () => {
    const arrivals: ((keeping: Keeping) => void)[] = [];
    answer = () => new Promise((resolve) => arrivals.push(resolve));
    const places = keeper();
    places.note(place('1'));
    const flushed = places.flush();
    places.note(place('2'));
    places.sendLast();
    expect(written).toEqual(['1', '2']);
    arrivals[0]?.('later');
    await flushed;
  });
});
