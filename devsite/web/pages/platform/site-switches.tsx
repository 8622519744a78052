import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import Lozenge from '@atlaskit/lozenge';
import { Box, Inline, Stack, Text } from '@atlaskit/primitives';
import { devsite } from '../ui/ask';
import { useFlags } from '../ui/flags';
import { isolated } from '../ui/isolated';
import { Loaded } from '../ui/loaded';
import { type Column, Table } from '../ui/table';
import { useLoaded } from '../ui/use-loaded';

/** What an admin of the site lets the app do: its licence, and the projects it may reach. */
export function SiteSwitches() {
  return (
    <Stack space="space.300">
      <Licence />
      <AppAccess />
    </Stack>
  );
}

interface LicenceTold {
  readonly isAsked: boolean;
  readonly isActive: boolean;
}

function Licence() {
  const told = useLoaded('licence', () => devsite<LicenceTold>('GET', '/api/licence'));
  const { refuse } = useFlags();
  const change = (isActive: boolean) =>
    devsite('PUT', '/api/licence', { isActive }).then(told.reload, (error) =>
      refuse('The licence was not changed', error),
    );
  return (
    <Stack space="space.100">
      <Heading size="xsmall" as="h3">
        Licence
      </Heading>
      <Loaded of={told} what="the licence">
        {(licence) => <LicenceState told={licence} onChange={(isActive) => void change(isActive)} />}
      </Loaded>
    </Stack>
  );
}

interface LicenceStateProps {
  readonly told: LicenceTold;
  readonly onChange: (isActive: boolean) => void;
}

function LicenceState({ told: { isAsked, isActive }, onChange }: LicenceStateProps) {
  if (!isAsked) return <Text>The app’s manifest asks for no licence.</Text>;
  return (
    <Inline space="space.150" alignBlock="center">
      <Lozenge appearance={isActive ? 'success' : 'removed'}>{isActive ? 'Active' : 'Inactive'}</Lozenge>
      <Button spacing="compact" onClick={() => onChange(!isActive)}>
        {isActive ? 'Let it lapse' : 'Renew it'}
      </Button>
    </Inline>
  );
}

interface Access {
  readonly key: string;
  readonly name: string;
  readonly isBlocked: boolean;
}

function AppAccess() {
  const told = useLoaded('app access', () => devsite<{ projects: readonly Access[] }>('GET', '/api/app-access'));
  const { refuse } = useFlags();
  const change = ({ key, isBlocked }: Access) =>
    devsite('PUT', '/api/app-access', { projectKey: key, isBlocked: !isBlocked }).then(told.reload, (error) =>
      refuse('The rule was not changed', error),
    );
  const columns: readonly Column<Access>[] = [
    { title: 'Project', cell: ({ name, key }) => `${isolated(name)} (${key})` },
    {
      title: 'The app',
      cell: ({ isBlocked }) => (
        <Lozenge appearance={isBlocked ? 'removed' : 'success'}>{isBlocked ? 'Blocked' : 'Has access'}</Lozenge>
      ),
    },
    {
      title: 'Rule',
      cell: (project) => (
        <Button
          spacing="compact"
          onClick={() => void change(project)}
          aria-label={`${project.isBlocked ? 'Allow' : 'Block'} the app in ${project.name}`}
        >
          {project.isBlocked ? 'Allow' : 'Block'}
        </Button>
      ),
    },
  ];
  return (
    <Stack space="space.100">
      <Heading size="xsmall" as="h3">
        App access
      </Heading>
      <Text size="small" color="color.text.subtle">
        A data security policy can keep apps out of a project; the app’s calls there are refused then.
      </Text>
      <Box>
        <Loaded of={told} what="the rules">
          {({ projects }) => (
            <Table label="App access" rows={projects} keyOf={({ key }) => key} columns={columns} empty="No project." />
          )}
        </Loaded>
      </Box>
    </Stack>
  );
}
