import Button, { IconButton } from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import Cross from '@atlaskit/icon/core/cross';
import { Box, Inline, Stack, xcss } from '@atlaskit/primitives';
import { useDrawer } from './drawer-context';
import { DrawerEdge } from './drawer-edge';
import { views } from './views';

const drawer = xcss({
  position: 'fixed',
  insetBlock: 'space.0',
  insetInlineEnd: 'space.0',
  maxWidth: '100vw',
  zIndex: 'dialog',
  backgroundColor: 'elevation.surface.overlay',
  boxShadow: 'elevation.shadow.overlay',
  display: 'flex',
});
const inner = xcss({ flexGrow: '1', minWidth: '0', overflowY: 'auto', padding: 'space.200' });

interface DrawerProps {
  /** Pixels. */
  readonly width: number;
  readonly onResize: (width: number) => void;
}

/** What the app just did on the platform, beside whatever page is open. */
export function Drawer({ width, onResize }: DrawerProps) {
  const { view, open, close } = useDrawer();
  const shown = views.find(({ path }) => path === view) ?? views[0];
  return (
    <Box as="aside" xcss={drawer} style={{ width }} aria-label="Platform">
      <DrawerEdge width={width} onResize={onResize} />
      <Box xcss={inner} tabIndex={0} role="region" aria-label="Platform drawer">
        <Stack space="space.200">
          <Inline alignBlock="center" spread="space-between">
            <Heading size="small" as="h2">
              Platform
            </Heading>
            <IconButton icon={Cross} label="Close the platform drawer" appearance="subtle" onClick={close} />
          </Inline>
          <Box as="nav" aria-label="Platform">
            <Inline space="space.050" rowSpace="space.050" shouldWrap>
              {views.map(({ path, title }) => (
                <Button
                  key={path}
                  spacing="compact"
                  appearance="subtle"
                  isSelected={path === shown?.path}
                  onClick={() => open(path)}
                >
                  {title}
                </Button>
              ))}
            </Inline>
          </Box>
          {shown && <shown.View key={shown.path} />}
        </Stack>
      </Box>
    </Box>
  );
}
