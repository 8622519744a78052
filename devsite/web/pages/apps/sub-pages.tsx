import { Anchor, Box, Inline, Stack, Text, xcss } from '@atlaskit/primitives';
import type { AppModule } from '../panel/shown-app';
import { useAddress } from '../ui/routing';

const link = xcss({
  display: 'block',
  paddingBlock: 'space.075',
  paddingInline: 'space.100',
  borderRadius: 'radius.small',
  color: 'color.text.subtle',
  textDecoration: 'none',
  ':hover': { backgroundColor: 'color.background.neutral.subtle.hovered', textDecoration: 'none' },
});
const here = xcss({
  backgroundColor: 'color.background.selected',
  color: 'color.text.selected',
  ':hover': { backgroundColor: 'color.background.selected.hovered', color: 'color.text.selected' },
});
const picture = xcss({ width: 'size.200', height: 'size.200' });

interface SubPagesProps {
  readonly module: AppModule;
  /** The address under which the pages are. */
  readonly base: string;
}

/** The pages that the module's manifest lists; they change the address, and the app follows it. */
export function SubPages({ module, base }: SubPagesProps) {
  const { pathname } = useAddress();
  const within = (route: string) => `${base}/${route}`;
  return (
    <Box as="nav" aria-label={module.title}>
      <Stack space="space.150">
        {module.sections.map(({ header, pages }) => (
          <Stack key={header ?? ''} space="space.025">
            {header && (
              <Text size="small" weight="semibold" color="color.text.subtle">
                {header}
              </Text>
            )}
            {pages.map(({ title, route, icon }) => {
              const isHere = pathname === within(route) || pathname.startsWith(`${within(route)}/`);
              return (
                <Anchor
                  key={route}
                  href={within(route)}
                  xcss={isHere ? [link, here] : link}
                  {...(isHere && { 'aria-current': 'page' as const })}
                >
                  <Inline space="space.100" alignBlock="center">
                    {icon && <Box as="img" xcss={picture} src={icon} alt="" />}
                    {title}
                  </Inline>
                </Anchor>
              );
            })}
          </Stack>
        ))}
      </Stack>
    </Box>
  );
}
