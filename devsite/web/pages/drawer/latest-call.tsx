import Button from '@atlaskit/button/new';
import PanelRight from '@atlaskit/icon/core/panel-right';
import { Box, Inline, Pressable, Text, xcss } from '@atlaskit/primitives';
import { useEffect, useState } from 'react';
import { costOf, type PastCall } from '../platform/past-call';
import { useSiteClock } from '../shell/site-time';
import { devsite } from '../ui/ask';
import { useDrawer } from './drawer-context';

interface Latest {
  readonly last: number;
  readonly calls: readonly PastCall[];
}

interface Shown {
  readonly call: PastCall;
  /** How many others were called with it. */
  readonly others: number;
}

/** What was called since the page was opened, as last heard. */
function useLatest(): Shown | undefined {
  const { time } = useSiteClock();
  const [after, setAfter] = useState(0);
  const [shown, setShown] = useState<Shown>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asks as often as the clock is heard
  useEffect(() => {
    devsite<Latest>('GET', `/api/latest?after=${after}`).then(
      ({ last, calls: [call, ...others] }) => {
        setAfter(last);
        if (call) setShown({ call, others: others.length });
      },
      () => undefined,
    );
  }, [time?.heard]);
  return shown;
}

const line = xcss({
  backgroundColor: 'color.background.neutral.subtle',
  padding: 'space.050',
  borderRadius: 'radius.small',
  minWidth: '0',
  textAlign: 'start',
  ':hover': { backgroundColor: 'color.background.neutral.subtle.hovered' },
});
const room = xcss({ minWidth: '0' });

/** In a line, what the app did last and what that cost; opens the drawer. */
export function LatestCall() {
  const latest = useLatest();
  const { isOpen, open, close } = useDrawer();
  return (
    <Inline space="space.100" alignBlock="center">
      <Box xcss={room}>
        {latest && (
          <Pressable xcss={line} onClick={() => open('functions')} testId="latest-call">
            <Text size="small" maxLines={1} color={latest.call.ok ? 'color.text.subtle' : 'color.text.danger'}>
              {latest.call.functionKey} {latest.call.ok ? '' : 'failed, '}
              {costOf(latest.call)}
              {latest.others > 0 && ` (and ${latest.others} more)`}
            </Text>
          </Pressable>
        )}
      </Box>
      <Button
        spacing="compact"
        appearance="subtle"
        iconBefore={PanelRight}
        isSelected={isOpen}
        onClick={() => (isOpen ? close() : open())}
      >
        Platform
      </Button>
    </Inline>
  );
}
