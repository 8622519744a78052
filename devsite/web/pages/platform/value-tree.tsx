import { Box, Stack, xcss } from '@atlaskit/primitives';
import { token } from '@atlaskit/tokens';
import { Unfolding } from '../ui/unfolding';

const leaf = xcss({ overflowWrap: 'anywhere', paddingInlineStart: 'space.300' });
const code = { font: token('font.code') };

interface ValueTreeProps {
  readonly value: unknown;
  /** How deep it is unfolded at first. */
  readonly depth?: number;
}

/** A value of JSON, its objects and lists to unfold. */
export function ValueTree({ value, depth = 1 }: ValueTreeProps) {
  if (!isNest(value)) return <Leaf text={JSON.stringify(value) ?? 'undefined'} />;
  return (
    <Stack>
      {Object.entries(value).map(([name, inner]) =>
        isNest(inner) ? (
          <Unfolding
            key={name}
            isUnfoldedAtFirst={depth > 0}
            title={
              <span style={code}>
                {name} {sizeOf(inner)}
              </span>
            }
          >
            <ValueTree value={inner} depth={depth - 1} />
          </Unfolding>
        ) : (
          <Leaf key={name} text={`${name}: ${JSON.stringify(inner)}`} />
        ),
      )}
    </Stack>
  );
}

const Leaf = ({ text }: { readonly text: string }) => (
  <Box xcss={leaf} style={code}>
    {text}
  </Box>
);

const isNest = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0;

const sizeOf = (value: object): string =>
  Array.isArray(value) ? `[${value.length}]` : `{${Object.keys(value).length}}`;
