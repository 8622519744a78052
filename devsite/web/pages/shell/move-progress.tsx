import Button from '@atlaskit/button/new';
import { Box, Inline, Text, xcss } from '@atlaskit/primitives';
import { token } from '@atlaskit/tokens';
import { useRef } from 'react';
import { useMoments } from '../ui/moments';
import { type SiteTime, useSiteClock } from './site-time';

const figures = xcss({ fontVariantNumeric: 'tabular-nums' });
const bar = { accentColor: token('color.background.brand.bold') };

/** How far the clock is on its way, how long it will take, and the button that ends it here. */
export function MoveProgress({ time }: { readonly time: SiteTime }) {
  const { order } = useSiteClock();
  const { minute } = useMoments();
  const begun = useRef(performance.now());
  const { from = time.now, to = time.now } = time.move ?? {};
  const done = to > from ? (time.now - from) / (to - from) : 1;
  const spent = (performance.now() - begun.current) / 1_000;

  return (
    <Inline space="space.100" alignBlock="center" shouldWrap>
      <progress value={done} max={1} style={bar} aria-label="The clock’s way" />
      <Box xcss={figures}>
        <Text size="small">
          {Math.round(done * 100)} % of the way to {minute(to)}
          {done > 0.02 && `, ${Math.ceil((spent / done) * (1 - done))} s left`}
        </Text>
      </Box>
      <Button spacing="compact" onClick={() => void order('stop')}>
        Stop here
      </Button>
    </Inline>
  );
}
