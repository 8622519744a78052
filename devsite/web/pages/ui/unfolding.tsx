import ChevronDown from '@atlaskit/icon/core/chevron-down';
import ChevronRight from '@atlaskit/icon/core/chevron-right';
import { Box, Inline, Pressable, xcss } from '@atlaskit/primitives';
import { token } from '@atlaskit/tokens';
import { type ReactNode, useState } from 'react';

const head = xcss({
  width: '100%',
  textAlign: 'start',
  backgroundColor: 'color.background.neutral.subtle',
  paddingInline: 'space.050',
  paddingBlock: 'space.075',
  borderRadius: 'radius.small',
  ':hover': { backgroundColor: 'color.background.neutral.subtle.hovered' },
});
const grow = xcss({ minWidth: '0', overflowWrap: 'anywhere' });
const body = xcss({ paddingInlineStart: 'space.300', paddingBlockStart: 'space.075', paddingBlockEnd: 'space.150' });

interface UnfoldingProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly isUnfoldedAtFirst?: boolean;
}

/** A line that unfolds to what lies behind it. */
export function Unfolding({ title, children, isUnfoldedAtFirst = false }: UnfoldingProps) {
  const [isUnfolded, setUnfolded] = useState(isUnfoldedAtFirst);
  const Chevron = isUnfolded ? ChevronDown : ChevronRight;
  return (
    <Box>
      <Pressable xcss={head} aria-expanded={isUnfolded} onClick={() => setUnfolded(!isUnfolded)}>
        <Inline space="space.075" alignBlock="start">
          <Chevron label="" size="small" color={token('color.icon.subtle')} />
          <Box xcss={grow}>{title}</Box>
        </Inline>
      </Pressable>
      {isUnfolded && <Box xcss={body}>{children}</Box>}
    </Box>
  );
}
