import High from '@atlaskit/icon/core/priority-high';
import Highest from '@atlaskit/icon/core/priority-highest';
import Low from '@atlaskit/icon/core/priority-low';
import Lowest from '@atlaskit/icon/core/priority-lowest';
import Medium from '@atlaskit/icon/core/priority-medium';
import { Box, Inline, Text, xcss } from '@atlaskit/primitives';
import { token } from '@atlaskit/tokens';

const noWrap = xcss({ whiteSpace: 'nowrap' });

const icons = {
  Highest: { Icon: Highest, color: token('color.icon.danger') },
  High: { Icon: High, color: token('color.icon.danger') },
  Medium: { Icon: Medium, color: token('color.icon.warning') },
  Low: { Icon: Low, color: token('color.icon.information') },
  Lowest: { Icon: Lowest, color: token('color.icon.information') },
} as const;

/** A priority as Jira draws it; one of another name goes without a picture. */
export function PriorityName({ name }: { readonly name: string }) {
  const drawn = name in icons ? icons[name as keyof typeof icons] : undefined;
  return (
    <Inline space="space.075" alignBlock="center">
      {drawn && <drawn.Icon label="" color={drawn.color} size="small" />}
      <Box xcss={noWrap}>
        <Text>{name}</Text>
      </Box>
    </Inline>
  );
}
