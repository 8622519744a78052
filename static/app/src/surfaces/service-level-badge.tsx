import type { Host } from '../host';

export function ServiceLevelBadgeSurface(_: { readonly host: Host }) {
  return null;
}
