import Heading from '@atlaskit/heading';
import { Box, Inline, Stack, xcss } from '@atlaskit/primitives';
import { type ReactNode, useEffect } from 'react';

const page = xcss({ paddingInline: 'space.300', paddingBlock: 'space.300' });
const grow = xcss({ flexGrow: '1', minWidth: '0' });

interface PageProps {
  readonly title: string;
  /** Drawn for the title, where it is more than its words. */
  readonly heading?: ReactNode;
  /** What stands above the title. */
  readonly above?: ReactNode;
  /** What stands beside the title. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

/** A page of the site: its title, which the window carries too, and what it answers. */
export function Page({ title, heading, above, beside, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} – Jira`;
  }, [title]);

  return (
    <Box as="main" xcss={page} id="main">
      <Stack space="space.200">
        <Stack space="space.100">
          {above}
          <Inline space="space.200" alignBlock="center" shouldWrap rowSpace="space.100">
            <Box xcss={grow}>
              {heading ?? (
                <Heading size="large" as="h1">
                  {title}
                </Heading>
              )}
            </Box>
            {beside}
          </Inline>
        </Stack>
        {children}
      </Stack>
    </Box>
  );
}
