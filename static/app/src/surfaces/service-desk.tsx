import type { Host } from '../host';

export function ServiceDeskSurface(_: { readonly host: Host }) {
  return null;
}
