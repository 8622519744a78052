import { Box, xcss } from '@atlaskit/primitives';
import SectionMessage from '@atlaskit/section-message';
import { useSiteClock } from './site-time';

const notice = xcss({ paddingInline: 'space.300', paddingBlockStart: 'space.150' });

/** Says that the site does not answer; goes when it does again. */
export function StoppedNotice() {
  const { isStopped } = useSiteClock();
  return (
    <Box role="status">
      {isStopped && (
        <Box xcss={notice}>
          <SectionMessage appearance="warning" title="The site is stopped">
            <p>
              Start it again where you started it before. This page reconnects by itself, and what you typed stays as it
              is.
            </p>
          </SectionMessage>
        </Box>
      )}
    </Box>
  );
}
