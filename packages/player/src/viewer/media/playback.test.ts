import { beforeEach, describe, expect, it } from 'vitest';
import { Playback, type PlaybackEvent } from './playback.ts';

let told: PlaybackEvent[];
let playback: Playback;
const fresh = { segments: [], spentSeconds: 0, time: 0 } as const;
beforeEach(() => {
  told = [];
  playback = new Playback((event) => told.push(event), fresh);
});

/** Plays from one time to another at normal speed, told four times a second. */
function run(from: number, to: number, { startMs = 0, speed = 1 } = {}): number {
  let nowMs = startMs;
  for (let time = from; time <= to; time += 0.25 * speed) {
    playback.tick(time, nowMs);
    nowMs += 250;
  }
  return nowMs - 250;
}

describe('playback', () => {
  it('counts what ran between play and pause', () => {
    playback.play(0, 0);
    const nowMs = run(0, 10);
    playback.pause(10.1, nowMs + 100);
    expect(playback.segments).toEqual([[0, 10.1]]);
    expect(playback.spentSeconds).toBe(10);
    expect(told).toEqual([
      { kind: 'played', time: 0 },
      { kind: 'paused', time: 10.1 },
    ]);
  });

  it('counts nothing of what was jumped over', () => {
    playback.play(0, 0);
    run(0, 3);
    playback.jump();
    // While dragging the player shows other times.
    playback.tick(40, 3300);
    playback.jump();
    playback.tick(80, 3500);
    playback.settle(90, 3600);
    run(90, 95, { startMs: 3600 });
    expect(playback.segments).toEqual([
      [0, 3],
      [90, 95],
    ]);
    expect(told).toEqual([
      { kind: 'played', time: 0 },
      { kind: 'seeked', from: 3, to: 90 },
    ]);
  });

  it('counts a jump back as played again, and the clock once', () => {
    playback.play(0, 0);
    run(0, 6);
    playback.jump();
    playback.settle(2, 6000);
    run(2, 4, { startMs: 6000 });
    playback.pause(4, 8000);
    expect(playback.segments).toEqual([
      [0, 6],
      [2, 4],
    ]);
    expect(playback.spentSeconds).toBe(8);
  });

  it('counts nothing of a jump while it stands still', () => {
    playback.jump();
    playback.settle(50, 0);
    playback.play(50, 0);
    run(50, 51);
    playback.pause(51, 1000);
    expect(playback.segments).toEqual([[50, 51]]);
    expect(told.map(({ kind }) => kind)).toEqual(['seeked', 'played', 'paused']);
  });

  it('counts the recording, not the clock, at double speed', () => {
    playback.play(0, 0);
    const nowMs = run(0, 10, { speed: 2 });
    playback.pause(10, nowMs);
    expect(playback.segments).toEqual([[0, 10]]);
    expect(playback.spentSeconds).toBe(5);
  });

  it('goes on from an earlier session', () => {
    playback = new Playback((event) => told.push(event), {
      segments: [[0, 5]],
      spentSeconds: 7,
      time: 5,
    });
    expect(playback.segments).toEqual([[0, 5]]);
    playback.play(5, 0);
    run(5, 6);
    playback.pause(6, 1000);
    expect(playback.segments).toEqual([
      [0, 5],
      [5, 6],
    ]);
    expect(playback.spentSeconds).toBe(8);
  });

  it('is not told of what this page does: to resume, and to change the file', () => {
    playback.moveTo(30);
    expect(playback.time).toBe(30);
    playback.play(30, 0);
    run(30, 31);
    playback.moveTo(30.8);
    run(30.8, 32, { startMs: 1000 });
    playback.pause(32, 2000);
    expect(playback.segments).toEqual([
      [30, 31],
      [30.8, 32],
    ]);
    expect(told.map(({ kind }) => kind)).toEqual(['played', 'paused']);
  });

  it('takes a time that goes back by itself for another part', () => {
    playback.play(10, 0);
    run(10, 12);
    playback.tick(0.2, 2250);
    playback.tick(0.5, 2500);
    playback.pause(0.5, 2500);
    expect(playback.segments).toEqual([
      [10, 12],
      [0.2, 0.5],
    ]);
  });

  it('plays, and pauses, once', () => {
    playback.play(0, 0);
    playback.play(1, 10);
    playback.pause(2, 2000);
    playback.pause(2, 2000);
    expect(told).toHaveLength(2);
  });
});
