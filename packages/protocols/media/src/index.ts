export {
  type MediaCaption,
  type MediaKind,
  type MediaParameters,
  mediaKinds,
  mediaLaunchParameters,
  parseMediaParameters,
} from './parameters.ts';
export { addressOf, isWebAddress } from './source.ts';
