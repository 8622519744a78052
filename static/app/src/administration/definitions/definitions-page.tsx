import type { Host } from '../../host';

export function DefinitionsPage(_: { readonly host: Host }) {
  return null;
}
