import Button from '@atlaskit/button/new';
import Clock from '@atlaskit/icon/core/clock';
import Pause from '@atlaskit/icon/core/video-pause';
import Play from '@atlaskit/icon/core/video-play';
import Lozenge from '@atlaskit/lozenge';
import { Box, Inline, Text, xcss } from '@atlaskit/primitives';
import { token } from '@atlaskit/tokens';
import Tooltip from '@atlaskit/tooltip';
import { useState } from 'react';
import { LatestCall } from '../drawer/latest-call';
import { useFlags } from '../ui/flags';
import { useMoments } from '../ui/moments';
import { MoveDialog } from './move-dialog';
import { MoveProgress } from './move-progress';
import { type SiteTime, useSiteClock, useSiteNow } from './site-time';

const bar = xcss({
  paddingInline: 'space.300',
  paddingBlock: 'space.050',
  backgroundColor: 'elevation.surface.sunken',
  borderBlockEndStyle: 'solid',
  borderBlockEndWidth: 'border.width',
  borderBlockEndColor: 'color.border',
});
const figures = xcss({ fontVariantNumeric: 'tabular-nums' });

const minute = 60_000;
const steps = [
  { title: '+5 min', by: 5 * minute },
  { title: '+1 h', by: 60 * minute },
  { title: '+1 d', by: 24 * 60 * minute },
];

/** The site's clock and the buttons that move it. */
export function ClockBar() {
  const { time } = useSiteClock();
  if (!time) return <Box as="section" aria-label="Site clock" xcss={bar} />;
  return (
    <Box as="section" aria-label="Site clock" xcss={bar}>
      <Inline space="space.100" alignBlock="center" spread="space-between" shouldWrap rowSpace="space.050">
        <Inline space="space.100" alignBlock="center" shouldWrap rowSpace="space.050">
          <SiteNow time={time} />
          {time.move && time.move.failed === undefined ? <MoveProgress time={time} /> : <ClockButtons time={time} />}
        </Inline>
        <LatestCall />
      </Inline>
      {time.move?.failed !== undefined && (
        <Text color="color.text.danger">The clock stopped on its way: {time.move.failed}</Text>
      )}
    </Box>
  );
}

function SiteNow({ time }: { readonly time: SiteTime }) {
  const now = useSiteNow() ?? time.now;
  const { second, zone } = useMoments();
  return (
    <Inline space="space.100" alignBlock="center">
      <Clock label="" color={token('color.icon.subtle')} size="small" />
      <Tooltip content={`Site time, ${zone}`}>
        <Box xcss={figures} testId="site-time">
          <Text weight="medium">{second(now)}</Text>
        </Box>
      </Tooltip>
      <Lozenge appearance={time.frozen ? 'moved' : 'inprogress'}>{wordOf(time)}</Lozenge>
    </Inline>
  );
}

const wordOf = ({ move, frozen }: SiteTime): string => {
  if (move && move.failed === undefined) return 'moving';
  return frozen ? 'frozen' : 'running';
};

const refusal = 'The clock did not move';

function ClockButtons({ time: { frozen, now } }: { readonly time: SiteTime }) {
  const { order } = useSiteClock();
  const { close, refuse } = useFlags();
  const [choosing, setChoosing] = useState(false);
  const tell: typeof order = (what, how) =>
    order(what, how).then(
      () => close(refusal),
      (error) => refuse(refusal, error),
    );

  return (
    <Inline space="space.050" alignBlock="center" shouldWrap rowSpace="space.050">
      <Button
        spacing="compact"
        appearance="subtle"
        iconBefore={frozen ? Play : Pause}
        onClick={() => void tell(frozen ? 'run' : 'freeze')}
      >
        {frozen ? 'Run' : 'Freeze'}
      </Button>
      {steps.map(({ title, by }) => (
        <Button key={title} spacing="compact" onClick={() => void tell('move', { by })}>
          {title}
        </Button>
      ))}
      <Button spacing="compact" appearance="subtle" onClick={() => setChoosing(true)}>
        Move to…
      </Button>
      <MoveDialog
        isOpen={choosing}
        now={now}
        onClose={() => setChoosing(false)}
        onChosen={(to) => {
          setChoosing(false);
          void tell('move', { to });
        }}
      />
    </Inline>
  );
}
