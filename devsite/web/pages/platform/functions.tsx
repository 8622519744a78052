import Button from '@atlaskit/button/new';
import { Box, Inline, Stack, Text, xcss } from '@atlaskit/primitives';
import { useState } from 'react';
import { devsite } from '../ui/ask';
import { Labelled } from '../ui/labelled';
import { Loaded } from '../ui/loaded';
import { Pick } from '../ui/pick';
import { CallItem } from './call-item';
import type { PastCall } from './past-call';
import { useHeard } from './use-heard';

interface Told {
  readonly functions: readonly { readonly key: string }[];
  readonly recent: readonly PastCall[];
}

const picker = xcss({ maxWidth: '20rem' });
const shownAtFirst = 50;

/** The latest calls of the app's functions, with what they logged. */
export function Functions() {
  const told = useHeard('functions', () => devsite<Told>('GET', '/api/functions'));
  return (
    <Loaded of={told} what="the functions">
      {({ functions, recent }) => <Calls keys={functions.map(({ key }) => key)} recent={recent} />}
    </Loaded>
  );
}

interface CallsProps {
  readonly keys: readonly string[];
  readonly recent: readonly PastCall[];
}

const everything = '';
const failing = 'failed';

function Calls({ keys, recent }: CallsProps) {
  const [chosen, setChosen] = useState(everything);
  const [shown, setShown] = useState(shownAtFirst);
  const failed = recent.filter(({ ok }) => !ok);
  const ofKey = (key: string) => recent.filter(({ functionKey }) => functionKey === key);
  const calls = { [everything]: recent, [failing]: failed }[chosen] ?? ofKey(chosen);

  return (
    <Stack space="space.200">
      <Text>
        The last {recent.length} calls of {keys.length} functions: {failed.length === 0 ? 'none' : failed.length}{' '}
        failed.
      </Text>
      <Box xcss={picker}>
        <Labelled label="Show" id="calls-of">
          <Pick
            id="calls-of"
            value={chosen}
            options={[
              { value: everything, label: `Every call (${recent.length})` },
              { value: failing, label: `What failed (${failed.length})` },
              ...keys.map((key) => ({ value: key, label: `${key} (${ofKey(key).length})` })),
            ]}
            onChosen={setChosen}
          />
        </Labelled>
      </Box>
      <Box role="region" aria-label="Latest calls of functions">
        {calls.length === 0 && (
          <Text color="color.text.subtle">No such call yet. Create an issue, or move the clock.</Text>
        )}
        {calls.slice(0, shown).map((call) => (
          <CallItem key={call.id} call={call} />
        ))}
      </Box>
      {calls.length > shown && (
        <Inline>
          <Button onClick={() => setShown(shown + shownAtFirst)}>Show older calls</Button>
        </Inline>
      )}
    </Stack>
  );
}
