import type { MediaContent, ModuleKind } from './module.ts';

/** What our viewer is told of a module, as the launch parameters of its AU. */
export function mediaLaunchParameters(of: {
  readonly kind: ModuleKind;
  readonly media: MediaContent;
  readonly share: number;
}): string {
  const { kind, media, share } = of;
  return JSON.stringify({ v: 1, kind, ...media, share });
}
