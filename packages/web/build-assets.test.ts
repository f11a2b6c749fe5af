import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileAssets } from './build-assets.ts';
import { type AssetFile, type Assets, unpackAsset } from './src/assets.ts';

let assets: Assets;
beforeAll(async () => {
  assets = await compileAssets();
});

const textOf = (file: AssetFile | undefined) =>
  file ? Buffer.from(unpackAsset(file, '').body).toString() : '';

const sizeOf = (name: keyof Assets['paths']) => {
  const file = assets.files[assets.paths[name].slice('/assets/'.length)];
  return gzipSync(textOf(file), { level: 9 }).length;
};

describe('assets', () => {
  it('stay within the budget of a phone on 3G', () => {
    expect(sizeOf('portal')).toBeGreaterThan(2_000);
    expect(sizeOf('portal')).toBeLessThanOrEqual(15 * 1024);
    // The most that one page of a learner loads.
    expect(sizeOf('refresh') + sizeOf('leave-part') + sizeOf('lti-storage')).toBeLessThanOrEqual(5 * 1024);
    expect(sizeOf('upload')).toBeLessThanOrEqual(5 * 1024);
  });

  it('are named by their content', async () => {
    expect(await compileAssets()).toEqual(assets);
    for (const path of Object.values(assets.paths))
      expect(path).toMatch(/^\/assets\/[a-z-]+\.[0-9a-f]{12}\.(css|js)$/);
  });

  it('B5: only the player’s talk to another window, the part in its frame: by two words, and as storage of tools; one hears that a tool is done', () => {
    const scripts = Object.entries(assets.files).filter(([name]) => name.endsWith('.js'));
    const talking = scripts.filter(([, file]) =>
      /postMessage|MessageChannel|BroadcastChannel|onmessage|["'`]message["'`]/.test(textOf(file)),
    );
    expect(talking.map(([name]) => name.split('.')[0])).toEqual([
      'leave-part',
      'lti-storage',
      'tool-registration',
    ]);
    const [[, player] = [], [, storage] = [], [, registration] = []] = talking;
    if (!player || !storage || !registration) throw new Error('no script');
    // From the window it has opened alone, and it says nothing itself.
    expect(textOf(registration)).not.toContain('postMessage');
    expect(textOf(registration)).toMatch(/!==?\w+\|\|/);
    // To the very origin that has spoken, and heard from the window of the frame alone.
    expect(textOf(player).match(/postMessage\([^)]*\)/g)).toHaveLength(1);
    expect(textOf(player)).toMatch(/postMessage\(\w+\.leave,\w+\)/);
    expect(textOf(player)).toMatch(/!==?\w+\.contentWindow/);
    expect(textOf(storage).match(/postMessage\([^)]*\)/g)).toHaveLength(1);
    expect(textOf(storage)).toMatch(/postMessage\(\w+,\w+\)/);
    expect(textOf(storage)).toMatch(/!==?\w+\.contentWindow/);
  });

  it('load nothing from elsewhere', () => {
    for (const file of Object.values(assets.files)) {
      const text = textOf(file);
      expect(text.match(/@import|url\((?!["']?data:)|sourceMappingURL/g)).toBeNull();
      const addresses = text.match(/https?:\/\/[^\s"')]+/g) ?? [];
      expect(
        addresses.filter((address) => !/^http:\/\/www\.w3\.org\/|^https:\/\/tailwindcss\.com$/.test(address)),
      ).toEqual([]);
    }
  });
});
