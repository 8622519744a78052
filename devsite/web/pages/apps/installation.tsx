import Button from '@atlaskit/button/new';
import { Stack, Text } from '@atlaskit/primitives';
import { token } from '@atlaskit/tokens';
import { useState } from 'react';
import { appChanged } from '../panel/shown-app';
import { useIsAdmin } from '../shell/use-is-admin';
import { devsite } from '../ui/ask';
import { Confirmation } from '../ui/confirmation';
import { type Flag, useFlags } from '../ui/flags';

const bar = { accentColor: token('color.background.brand.bold'), width: '100%' };

interface InstallationProps {
  readonly name: string;
}

/** An administrator's way to take the app off the site: what it does before it leaves is waited for, and told. */
export function UninstallApp({ name }: InstallationProps) {
  const isAdmin = useIsAdmin();
  const [isOpen, setOpen] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const { show, refuse } = useFlags();
  if (!isAdmin) return null;

  const uninstall = async () => {
    setLeaving(true);
    try {
      const { farewells } = await devsite<Uninstalled>('POST', '/api/installation/uninstall');
      show({ id: 'installation', title: `${name} was uninstalled`, ...toldOf(farewells) });
      appChanged();
    } catch (error) {
      refuse(`${name} was not uninstalled`, error);
      setOpen(false);
    }
    setLeaving(false);
  };

  return (
    <>
      <Button onClick={() => setOpen(true)}>Uninstall</Button>
      <Confirmation
        isOpen={isOpen}
        title={`Uninstall ${name}?`}
        deed="Uninstall"
        isDangerous
        onClose={() => setOpen(false)}
        onConfirmed={uninstall}
      >
        {isLeaving ? <Leaving name={name} /> : <Consequences />}
      </Confirmation>
    </>
  );
}

const Consequences = () => (
  <Stack space="space.100">
    <Text>
      Its pages, panels, gadgets and fields go, and what it has stored: installed again, the app begins with nothing.
    </Text>
    <Text>
      Issues keep what they say. Values of the app’s fields are back where it is installed again within 30 days.
    </Text>
  </Stack>
);

const Leaving = ({ name }: InstallationProps) => (
  <Stack space="space.100">
    <progress style={bar} aria-label="The app is leaving" />
    <Text>{name} does what it has to before it leaves. The site waits 55 seconds for it at most.</Text>
  </Stack>
);

interface Uninstalled {
  readonly farewells: readonly { readonly ended: 'well' | 'failed' | 'timed out'; readonly reason?: string }[];
}

function toldOf(farewells: Uninstalled['farewells']): Pick<Flag, 'appearance' | 'description' | 'isPassing'> {
  const ill = farewells.find(({ ended }) => ended !== 'well');
  if (ill?.ended === 'failed')
    return { appearance: 'warning', description: `What it does before it leaves failed: ${ill.reason}` };
  if (ill) return { appearance: 'warning', description: 'It had not done what it does before it leaves in time.' };
  const description = farewells.length > 0 ? 'It has done what it does before it leaves.' : undefined;
  return { appearance: 'success', isPassing: true, ...(description && { description }) };
}

/** An administrator's way to have the app again. */
export function InstallApp({ name }: InstallationProps) {
  const isAdmin = useIsAdmin();
  const [isComing, setComing] = useState(false);
  const { show, refuse } = useFlags();
  if (!isAdmin) return null;

  const install = async () => {
    setComing(true);
    try {
      await devsite('POST', '/api/installation/install');
      show({ id: 'installation', title: `${name} was installed`, appearance: 'success', isPassing: true });
      appChanged();
    } catch (error) {
      refuse(`${name} was not installed`, error);
    }
    setComing(false);
  };
  return (
    <Button appearance="primary" isLoading={isComing} onClick={() => void install()}>
      Install
    </Button>
  );
}
