import type { Host } from '../../host';

export function HealthPage(_: { readonly host: Host }) {
  return null;
}
