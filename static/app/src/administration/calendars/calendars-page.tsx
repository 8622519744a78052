import type { Host } from '../../host';

export function CalendarsPage(_: { readonly host: Host }) {
  return null;
}
