import { AtRiskPage } from '../at-risk/at-risk-page';
import type { Host } from '../host';

/** The page of the whole desk. */
export function ServiceDeskSurface({ host }: { readonly host: Host }) {
  return <AtRiskPage host={host} />;
}
