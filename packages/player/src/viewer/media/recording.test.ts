import { beforeEach, describe, expect, it } from 'vitest';
import { Au } from '../au/au.ts';
import { FakeLms } from '../testing/fake-lms.ts';
import type { PlayerSettings } from './profile.ts';
import { type MediaPlace, mergeMediaPlaces, Recording, readMediaPlace } from './recording.ts';

const extension = (name: string) => `https://w3id.org/xapi/video/extensions/${name}`;
const settings: PlayerSettings = {
  volume: 0.8,
  speed: 1.5,
  captions: 'id',
  fullScreen: false,
  quality: 360,
  playbackSize: { width: 640, height: 360 },
};
const device = { userAgent: 'Contoh/1.0', screen: { width: 360, height: 740 } };

let lms: FakeLms;
beforeEach(() => {
  lms = new FakeLms();
});

function open(kind: 'video' | 'audio' = 'video', place?: MediaPlace) {
  const { launchMode } = lms.state.terms;
  const au = new Au(lms.ports, { facts: lms.facts, mode: launchMode, completed: place?.completed ?? false });
  const recording = new Recording(au, { kind, share: 0.9 }, place);
  recording.begin(100, settings, device);
  const run = (from: number, to: number) => {
    for (let time = from; time <= to; time += 0.25) {
      recording.tick(time);
      lms.nowMs += 250;
    }
    lms.nowMs -= 250;
  };
  return { au, recording, run };
}

/** The stored statements of the profile: name of the verb, result, context extensions. */
function profile(kind = 'video') {
  return lms.stored.flatMap(({ verb, result, context, object }) => {
    if (!JSON.stringify(context?.contextActivities).includes(`"https://w3id.org/xapi/${kind}"`)) return [];
    return [{ verb: verb.id.split('/').at(-1), result, extensions: context?.extensions, object }];
  });
}

describe('a recording', () => {
  it('is told by the video profile and by cmi5, and both accept it', async () => {
    const { au, recording, run } = open();
    recording.play(0);
    run(0, 30);
    recording.playback.jump();
    recording.settle(20);
    run(20, 95);
    recording.pause(95);
    recording.changed(settings);
    recording.leave();
    au.terminate();
    await au.settled();
    expect(lms.refusals).toEqual([]);
    expect(lms.verbs.replaceAll('progressed ', '')).toBe(
      'INITIALIZED initialized played seeked completed COMPLETED paused interacted terminated TERMINATED',
    );
    const [initialized, played, seeked, completed, paused, interacted, terminated] = profile();
    const sessionId = lms.stored.filter(({ verb }) => verb.id.endsWith('/initialized'))[1]?.id;
    for (const { extensions, object } of profile()) {
      expect(extensions?.[extension('session-id')]).toBe(sessionId);
      expect(object).toEqual({
        objectType: 'Activity',
        id: lms.facts.activityId,
        definition: { type: 'https://w3id.org/xapi/video/activity-type/video' },
      });
    }
    expect(initialized?.extensions).toMatchObject({
      [extension('length')]: 100,
      [extension('completion-threshold')]: 0.9,
      [extension('volume')]: 0.8,
      [extension('speed')]: '1.5x',
      [extension('cc-subtitle-enabled')]: true,
      [extension('cc-subtitle-lang')]: 'id',
      [extension('full-screen')]: false,
      [extension('quality')]: '360',
      [extension('screen-size')]: '360x740',
      [extension('video-playback-size')]: '640x360',
      [extension('user-agent')]: 'Contoh/1.0',
    });
    expect(played?.result).toEqual({ extensions: { [extension('time')]: 0 } });
    expect(seeked?.result?.extensions).toMatchObject({
      [extension('time-from')]: 30,
      [extension('time-to')]: 20,
      [extension('played-segments')]: '0[.]30',
      [extension('progress')]: 0.3,
    });
    expect(completed?.result).toEqual({
      completion: true,
      duration: 'PT99S',
      extensions: {
        [extension('time')]: 89,
        [extension('progress')]: 0.89,
        [extension('played-segments')]: '0[.]30[,]20[.]89',
      },
    });
    const end = { [extension('progress')]: 0.95, [extension('played-segments')]: '0[.]30[,]20[.]95' };
    expect(paused?.result?.extensions).toEqual({ ...end, [extension('time')]: 95 });
    expect(interacted?.result?.extensions).toEqual({ [extension('time')]: 95 });
    expect(terminated?.result).toEqual({ extensions: { ...end, [extension('time')]: 95 } });
    for (const one of [paused, completed, terminated]) {
      expect(one?.extensions).toMatchObject({
        [extension('length')]: 100,
        [extension('completion-threshold')]: 0.9,
      });
    }
  });

  it('of sound is told by the audio profile, which has no pictures', async () => {
    const { au, recording } = open('audio');
    recording.play(0);
    recording.leave();
    au.terminate();
    await au.settled();
    expect(lms.refusals).toEqual([]);
    expect(profile('audio').map(({ verb }) => verb)).toEqual([
      'initialized',
      'played',
      'paused',
      'terminated',
    ]);
    expect(profile('audio')[0]?.object).toMatchObject({
      definition: { type: 'https://w3id.org/xapi/audio/activity-type/audio' },
    });
    expect(Object.keys(profile('audio')[0]?.extensions ?? {})).not.toContain(extension('full-screen'));
  });

  it('is not completed by jumping, nor by playing one part again and again', async () => {
    const { au, recording, run } = open();
    recording.play(0);
    for (let round = 0; round < 4; round += 1) {
      run(0, 30);
      recording.playback.jump();
      recording.settle(0);
    }
    recording.playback.jump();
    recording.settle(99);
    run(99, 100);
    recording.pause(100);
    await au.settled();
    expect(recording.share).toBeCloseTo(0.31);
    expect(lms.verbs).not.toContain('COMPLETED');
    expect(lms.state.verdict).toMatchObject({ completed: false, progress: 30 });
  });

  it('goes on in another session, to the second, with what was played before', async () => {
    const first = open();
    first.recording.play(0);
    first.run(0, 50);
    first.recording.pause(50);
    await first.au.settled();
    const place = readMediaPlace(lms.place);
    expect(place).toMatchObject({ time: 50, played: '0[.]50', spent: 50, completed: false });
    const stored = lms.stored.length;
    lms = Object.assign(new FakeLms({ verdict: lms.state.verdict }), { place: lms.place });
    const second = open('video', place);
    expect(stored).toBeGreaterThan(0);
    expect(second.recording.share).toBe(0.5);
    second.recording.playback.moveTo(50);
    second.recording.play(50);
    second.run(50, 90);
    second.recording.leave();
    second.au.terminate();
    await second.au.settled();
    expect(lms.refusals).toEqual([]);
    expect(lms.verbs).toContain('COMPLETED');
    expect(readMediaPlace(lms.place)).toMatchObject({ time: 90, completed: true, spent: 90 });
  });

  it.each(['Browse', 'Review'] as const)(
    'says in %s mode what was played, and completes nothing',
    async (launchMode) => {
      lms = new FakeLms({ launchMode });
      const { au, recording, run } = open();
      recording.play(0);
      run(0, 100);
      recording.leave();
      au.terminate();
      await au.settled();
      expect(lms.refusals).toEqual([]);
      expect(lms.verbs).toBe('INITIALIZED initialized played paused terminated TERMINATED');
    },
  );

  it('notes the place on the device while it runs', () => {
    const { recording, run } = open();
    recording.play(0);
    run(0, 5);
    expect(lms.remembered).toMatchObject({ time: expect.closeTo(4, 0) });
  });

  it('takes the latest place of two devices, and all that was played on both', () => {
    const one = { at: '2026-03-02T01:00:00.000Z', time: 50, played: '0[.]50', spent: 50, completed: true };
    const two = {
      at: '2026-03-02T02:00:00.000Z',
      time: 20,
      played: '0[.]50[,]10[.]20',
      spent: 10,
      completed: false,
    };
    const both = { ...two, spent: 50, completed: true };
    expect(mergeMediaPlaces(one, two)).toEqual(both);
    expect(mergeMediaPlaces(two, one)).toEqual(both);
    expect(mergeMediaPlaces(undefined, one)).toBe(one);
    expect(mergeMediaPlaces(one, undefined)).toBe(one);
  });

  it.each([undefined, null, 'x', {}, { at: '1', time: -1, played: '', spent: 0, completed: false }])(
    'has no place to go on from in %j',
    (document) => expect(readMediaPlace(document)).toBeUndefined(),
  );
});
