import { Box, Stack, xcss } from '@atlaskit/primitives';

const bar = xcss({ height: 'size.200', borderRadius: 'radius.small', backgroundColor: 'color.skeleton' });
const widths = ['100%', '90%', '96%', '82%'];

/** The frame of text or rows that are on their way. */
export function Skeleton({ rows }: { readonly rows: number }) {
  return (
    <Stack space="space.150" testId="skeleton">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars have no other name
        <Box key={row} xcss={bar} style={{ width: widths[row % widths.length] }} aria-hidden />
      ))}
    </Stack>
  );
}
