import { describe, expect, it } from 'vitest';
import { commandOf } from './keys.ts';
import { prefersLowData } from './low-data.ts';

const press = (key: string, over: object = {}) => commandOf({ key, modified: false, on: 'body', ...over });

describe('keys of the player', () => {
  it.each([
    [' ', { kind: 'toggle' }],
    ['K', { kind: 'toggle' }],
    ['ArrowLeft', { kind: 'skip', seconds: -5 }],
    ['l', { kind: 'skip', seconds: 10 }],
    ['m', { kind: 'mute' }],
    ['c', { kind: 'captions' }],
    ['F', { kind: 'fullscreen' }],
    ['x', undefined],
    ['Tab', undefined],
  ])('%j asks for %j', (key, command) => expect(press(key)).toEqual(command));

  it('leave alone what belongs to others', () => {
    expect(press('k', { modified: true })).toBeUndefined();
    expect(press('k', { on: 'input' })).toBeUndefined();
    expect(press('ArrowRight', { on: 'select' })).toBeUndefined();
    expect(press(' ', { on: 'button' })).toBeUndefined();
    expect(press('ArrowRight', { on: 'button' })).toEqual({ kind: 'skip', seconds: 5 });
  });
});

describe('less data', () => {
  it.each([
    [undefined, false],
    [{}, false],
    [{ saveData: true, effectiveType: '4g' }, true],
    [{ effectiveType: '3g' }, true],
    [{ effectiveType: 'slow-2g' }, true],
    [{ saveData: false, effectiveType: '4g' }, false],
  ])('is chosen on %j: %s', (connection, low) => expect(prefersLowData(connection)).toBe(low));
});
