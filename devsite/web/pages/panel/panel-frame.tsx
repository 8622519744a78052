import { Box, Text, xcss } from '@atlaskit/primitives';
import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import { useState } from 'react';
import { useSiteClock } from '../shell/site-time';
import { Skeleton } from '../ui/skeleton';
import type { Panel } from './panel';
import { useFrame } from './use-frame';

const shown = xcss({ width: '100%', display: 'block' });
/** What Atlassian's frames may do: https://developer.atlassian.com/platform/forge/custom-ui/iframe/ (Nov 2026). */
const sandbox =
  'allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts allow-popups allow-popups-to-escape-sandbox';
const allow = 'camera; clipboard-write; display-capture; fullscreen; microphone';

interface PanelFrameProps {
  readonly panel: Panel;
  readonly src: string;
  readonly issueKey: string;
  readonly onRefresh: () => void;
  readonly onClose: () => void;
}

/** The app's page in a frame of another origin, with the bridge between; it starts anew when the clock was moved. */
export function PanelFrame({ panel, src, ...around }: PanelFrameProps) {
  const [round, setRound] = useState(0);
  const { moves } = useSiteClock();
  const { frame, height, isSilent } = useFrame({
    moduleKey: panel.moduleKey,
    appOrigin: new URL(src).origin,
    ...around,
  });

  return (
    <>
      {height === undefined && !isSilent && <Skeleton rows={4} />}
      {isSilent && (
        <SectionMessage
          appearance="error"
          title="This part of the page does not answer"
          actions={[
            <SectionMessageAction key="again" onClick={() => setRound(round + 1)}>
              Try again
            </SectionMessageAction>,
          ]}
        >
          <p>The app’s page at {src} has not started. The issue itself is not touched by it.</p>
        </SectionMessage>
      )}
      <Box xcss={shown}>
        <iframe
          key={`${round} ${moves}`}
          ref={frame}
          src={src}
          title={panel.title}
          sandbox={sandbox}
          allow={allow}
          width="100%"
          height={height ?? 0}
          style={{ border: 'none', display: 'block' }}
        />
      </Box>
      {panel.viewportSize && (
        <Text size="small" color="color.text.subtle">
          The dev site does not simulate viewportSize ({panel.viewportSize}); the frame follows its content.
        </Text>
      )}
    </>
  );
}
