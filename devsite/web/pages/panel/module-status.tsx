import Badge from '@atlaskit/badge';
import Lozenge from '@atlaskit/lozenge';
import { Box, xcss } from '@atlaskit/primitives';
import type { Status } from './status-in';

const picture = xcss({ width: 'size.200', height: 'size.200' });

export function ModuleStatus({ status: { type, value } }: { readonly status: Status }) {
  if (type === 'badge') return <Badge>{Number(value.label)}</Badge>;
  if (type === 'icon') return <Box as="img" xcss={picture} src={value.url ?? ''} alt={value.label} />;
  return <Lozenge appearance={value.type ?? 'default'}>{value.label}</Lozenge>;
}
