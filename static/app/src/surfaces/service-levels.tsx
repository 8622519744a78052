import type { Host } from '../host';
import { ServiceLevelsPanel } from '../sla/service-levels-panel';

/** The issue panel "Service levels". */
export function ServiceLevelsSurface({ host: { issueId, timeZone } }: { readonly host: Host }) {
  return <ServiceLevelsPanel issueId={issueId} timeZone={timeZone} />;
}
