import { BadgeBody } from '../badge/badge-body';
import type { Host } from '../host';

/** What opens from the badge beside an issue. */
export function ServiceLevelBadgeSurface({ host }: { readonly host: Host }) {
  return <BadgeBody host={host} />;
}
