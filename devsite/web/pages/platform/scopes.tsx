import { Stack, Text } from '@atlaskit/primitives';
import { devsite } from '../ui/ask';
import { Loaded } from '../ui/loaded';
import { useLoaded } from '../ui/use-loaded';

/** What the app may do, as its manifest declares. */
export function Scopes() {
  const told = useLoaded('scopes', () => devsite<{ scopes: readonly string[] }>('GET', '/api/scopes'));
  return (
    <Loaded of={told} what="the scopes">
      {({ scopes }) => (
        <Stack space="space.150">
          <Text>The app declares {scopes.length} scopes; a call beyond them is refused.</Text>
          <ul>
            {scopes.map((scope) => (
              <li key={scope}>
                <code>{scope}</code>
              </li>
            ))}
          </ul>
        </Stack>
      )}
    </Loaded>
  );
}
