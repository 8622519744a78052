import Button from '@atlaskit/button/new';
import { Box, Inline, Stack, Text, xcss } from '@atlaskit/primitives';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import type { StoredSpace, StoredValue } from '../../../platform/storage-view';
import { devsite } from '../ui/ask';
import { Labelled } from '../ui/labelled';
import { Loaded } from '../ui/loaded';
import { useMoments } from '../ui/moments';
import { Pick } from '../ui/pick';
import { Unfolding } from '../ui/unfolding';
import { useHeard } from './use-heard';
import { ValueTree } from './value-tree';

interface ValuesPage {
  readonly values: readonly StoredValue[];
  readonly next?: string;
}

const picker = xcss({ maxWidth: '24rem' });

/** What the app has stored, by entity and by the beginning of the key; secrets are named and never shown. */
export function Storage() {
  const told = useHeard('storage', () => devsite<{ spaces: readonly StoredSpace[] }>('GET', '/api/storage'));
  const [chosen, setChosen] = useState<string>();
  const [prefix, setPrefix] = useState('');
  return (
    <Loaded of={told} what="the storage">
      {({ spaces }) => {
        const space = spaces.find(({ name }) => name === chosen) ?? spaces[0];
        if (!space) return <Text color="color.text.subtle">The app has stored nothing yet.</Text>;
        return (
          <Stack space="space.200">
            <Text>{totalOf(spaces)}</Text>
            <Box xcss={picker}>
              <Stack space="space.100">
                <Labelled label="What" id="storage-space">
                  <Pick
                    id="storage-space"
                    value={space.name}
                    options={spaces.map(({ name, keys }) => ({ value: name, label: `${titleOf(name)} (${keys})` }))}
                    onChosen={setChosen}
                  />
                </Labelled>
                <Labelled label="Keys that begin with" id="storage-prefix">
                  <Textfield
                    id="storage-prefix"
                    isCompact
                    value={prefix}
                    onChange={({ currentTarget }) => setPrefix(currentTarget.value)}
                  />
                </Labelled>
              </Stack>
            </Box>
            <Values key={`${space.name} ${prefix}`} space={space.name} prefix={prefix} />
          </Stack>
        );
      }}
    </Loaded>
  );
}

const titles: Readonly<Record<string, string>> = { plain: 'Plain keys', secret: 'Secrets' };
const titleOf = (space: string): string => titles[space] ?? space.replace(/^entity /, 'Entity ');

const size = (bytes: number): string => (bytes < 1_024 ? `${bytes} B` : `${(bytes / 1_024).toFixed(1)} KB`);

function totalOf(spaces: readonly StoredSpace[]): string {
  const keys = spaces.reduce((sum, space) => sum + space.keys, 0);
  return `${keys.toLocaleString('en')} keys hold ${size(spaces.reduce((sum, { bytes }) => sum + bytes, 0))}.`;
}

interface ValuesProps {
  readonly space: string;
  readonly prefix: string;
}

function Values({ space, prefix }: ValuesProps) {
  const [pages, setPages] = useState<readonly string[]>(['']);
  const query = new URLSearchParams({ space, prefix, after: pages.at(-1) ?? '' }).toString();
  const page = useHeard(query, () => devsite<ValuesPage>('GET', `/api/storage/values?${query}`));
  return (
    <Loaded of={page} what="the values">
      {({ values, next }) => (
        <Stack space="space.150">
          <Box role="region" aria-label="Values">
            {values.length === 0 && <Text color="color.text.subtle">No key begins so.</Text>}
            {values.map((value) => (
              <ValueItem key={value.key} stored={value} />
            ))}
          </Box>
          {(pages.length > 1 || next !== undefined) && (
            <Inline space="space.100">
              <Button isDisabled={pages.length === 1} onClick={() => setPages(pages.slice(0, -1))}>
                Previous
              </Button>
              <Button isDisabled={next === undefined} onClick={() => next !== undefined && setPages([...pages, next])}>
                Next
              </Button>
            </Inline>
          )}
        </Stack>
      )}
    </Loaded>
  );
}

function ValueItem({ stored: { key, value, bytes, updatedAt, expiresAt } }: { readonly stored: StoredValue }) {
  const { second } = useMoments();
  return (
    <Unfolding
      title={
        <Stack>
          <Text weight="medium">{key}</Text>
          <Text size="small" color="color.text.subtle">
            {size(bytes)}, written {second(updatedAt)}
            {expiresAt !== null && `, expires ${second(expiresAt)}`}
          </Text>
        </Stack>
      }
    >
      {value === undefined ? <Text>Secrets are not shown.</Text> : <ValueTree value={JSON.parse(value)} />}
    </Unfolding>
  );
}
