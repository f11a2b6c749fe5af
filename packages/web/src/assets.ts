/** Names that pages use for what the build compiled. */
export type AssetName = 'portal' | 'copy' | 'leave-frame' | 'refresh' | 'upload';

/** The compiled style sheet and scripts. File names carry a hash of the content and never change their meaning. */
export interface Assets {
  /** Path on the portal by name, e.g. `/assets/portal.1a2b3c.css`. */
  readonly paths: Readonly<Record<AssetName, string>>;
  readonly files: Readonly<Record<string, { readonly type: string; readonly text: string }>>;
}
