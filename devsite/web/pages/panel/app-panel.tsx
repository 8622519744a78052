import { IconButton } from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import ChevronDown from '@atlaskit/icon/core/chevron-down';
import ChevronRight from '@atlaskit/icon/core/chevron-right';
import { Box, Inline, Stack, xcss } from '@atlaskit/primitives';
import { useState } from 'react';
import { ModuleFrame } from './module-frame';
import type { AppModule } from './shown-app';

const card = xcss({
  borderStyle: 'solid',
  borderWidth: 'border.width',
  borderColor: 'color.border',
  borderRadius: 'radius.large',
  padding: 'space.200',
});
const icon = xcss({ width: 'size.200', height: 'size.200' });

interface AppPanelProps {
  readonly panel: AppModule;
  readonly issueKey: string;
  /** The app asked for the issue to be read again. */
  readonly onRefresh: () => void;
}

/** A module of the app under its title and icon; it can be folded away. */
export function AppPanel({ panel, issueKey, onRefresh }: AppPanelProps) {
  const [isOpen, setOpen] = useState(true);
  return (
    <Box as="section" xcss={card} aria-label={panel.title}>
      <Stack space="space.150">
        <Inline space="space.100" alignBlock="center">
          <IconButton
            icon={isOpen ? ChevronDown : ChevronRight}
            label={`${isOpen ? 'Fold' : 'Unfold'} ${panel.title}`}
            appearance="subtle"
            spacing="compact"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          />
          {panel.icon && <Box as="img" xcss={icon} src={panel.icon} alt="" />}
          <Heading size="small" as="h2">
            {panel.title}
          </Heading>
        </Inline>
        {isOpen && <ModuleFrame module={panel} place={{ issueKey }} surroundings={{ onRefresh }} />}
      </Stack>
    </Box>
  );
}
