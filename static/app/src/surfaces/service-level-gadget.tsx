import type { Host } from '../host';

export function ServiceLevelGadgetSurface(_: { readonly host: Host }) {
  return null;
}
