import { Box, Stack, xcss } from '@atlaskit/primitives';
import { token } from '@atlaskit/tokens';

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly text: string;
}

const line = xcss({ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' });

const colours = {
  debug: token('color.text.subtlest'),
  info: token('color.text'),
  warn: token('color.text.warning'),
  error: token('color.text.danger'),
};

interface LogLinesProps {
  readonly logs: readonly LogLine[];
  /** What the function threw. */
  readonly error?: string | undefined;
}

/** What a function wrote to its console, and what it threw at the end. */
export function LogLines({ logs, error }: LogLinesProps) {
  const all: readonly LogLine[] = error === undefined ? logs : [...logs, { level: 'error', text: error }];
  return (
    <Stack space="space.025">
      {all.map(({ level, text }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
        <Box key={place} xcss={line} style={{ font: token('font.code'), color: colours[level] }}>
          {level === 'info' ? text : `${level}: ${text}`}
        </Box>
      ))}
    </Stack>
  );
}
