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
    expect(sizeOf('refresh') + sizeOf('leave-frame')).toBeLessThanOrEqual(5 * 1024);
    expect(sizeOf('upload')).toBeLessThanOrEqual(5 * 1024);
  });

  it('are named by their content', async () => {
    expect(await compileAssets()).toEqual(assets);
    for (const path of Object.values(assets.paths))
      expect(path).toMatch(/^\/assets\/[a-z-]+\.[0-9a-f]{12}\.(css|js)$/);
  });

  it('B5: neither hear nor send messages between windows, so content in a frame has nobody to talk to', () => {
    const scripts = Object.entries(assets.files).filter(([name]) => name.endsWith('.js'));
    expect(scripts.map(([name]) => name.split('.')[0])).toEqual(['copy', 'leave-frame', 'refresh', 'upload']);
    for (const [, file] of scripts) {
      expect(textOf(file)).not.toMatch(
        /postMessage|MessageChannel|BroadcastChannel|onmessage|["'`]message["'`]/,
      );
    }
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
