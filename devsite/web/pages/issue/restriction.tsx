import LockLocked from '@atlaskit/icon/core/lock-locked';
import { Box, Inline, Text, xcss } from '@atlaskit/primitives';
import { token } from '@atlaskit/tokens';
import { isolated } from '../ui/isolated';
import { Labelled } from '../ui/labelled';
import { Pick } from '../ui/pick';
import { useLoaded } from '../ui/use-loaded';
import { everyone, restrictionChoices, type Visibility } from './visibility';

const width = xcss({ width: '14rem' });

/** Whom alone something is shown to, beside it. */
export function Restriction({ to: { value } }: { readonly to: Visibility }) {
  return (
    <Inline space="space.050" alignBlock="center">
      <LockLocked label="" size="small" color={token('color.icon.subtle')} />
      <Text size="small" color="color.text.subtle">
        Restricted to {isolated(value)}
      </Text>
    </Inline>
  );
}

interface RestrictToProps {
  readonly id: string;
  readonly projectKey: string;
  readonly chosen: string;
  readonly onChosen: (choice: string) => void;
}

/** A choice of who sees it; none where the person is of no role and no group. */
export function RestrictTo({ id, projectKey, chosen, onChosen }: RestrictToProps) {
  const choices = useLoaded(`restrict to ${projectKey}`, () => restrictionChoices(projectKey));
  if (choices.state !== 'ready' || (choices.value.length < 2 && chosen === everyone)) return null;
  return (
    <Box xcss={width}>
      <Labelled label="Restrict to" id={id}>
        <Pick id={id} value={chosen} options={choices.value} onChosen={onChosen} />
      </Labelled>
    </Box>
  );
}
