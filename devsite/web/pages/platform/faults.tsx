import Button from '@atlaskit/button/new';
import Lozenge from '@atlaskit/lozenge';
import { Box, Inline, Stack, Text, xcss } from '@atlaskit/primitives';
import Textfield from '@atlaskit/textfield';
import { useState } from 'react';
import { type FaultKind, faultKinds } from '../../../faults/fault-kinds';
import { type FaultPolicy, faultPresets } from '../../../faults/fault-policy';
import { devsite } from '../ui/ask';
import { useFlags } from '../ui/flags';
import { Labelled } from '../ui/labelled';
import { Loaded } from '../ui/loaded';
import { type Column, Table } from '../ui/table';
import { useHeard } from './use-heard';

interface Told {
  readonly policy: FaultPolicy | null;
  readonly fired: Readonly<Record<FaultKind, number>>;
}

/** The switch for what goes wrong on the platform, and how often each fault was played. */
export function Faults() {
  const told = useHeard('faults', () => devsite<Told>('GET', '/api/faults'));
  const { refuse } = useFlags();
  const change = (method: 'PUT' | 'DELETE', path: string, sent?: unknown) =>
    devsite(method, path, sent).then(told.reload, (error) => refuse('The faults were not changed', error));
  return (
    <Loaded of={told} what="the faults">
      {(faults) => (
        <FaultsForm
          told={faults}
          onPlay={(policy) => void change('PUT', '/api/faults', policy)}
          onStop={() => void change('DELETE', '/api/faults')}
          onForget={() => void change('DELETE', '/api/faults/fired')}
        />
      )}
    </Loaded>
  );
}

interface FaultsFormProps {
  readonly told: Told;
  readonly onPlay: (policy: FaultPolicy) => void;
  readonly onStop: () => void;
  readonly onForget: () => void;
}

/** Percent by kind, as typed. */
type Typed = Readonly<Partial<Record<FaultKind, string>>>;

function FaultsForm({ told: { policy, fired }, onPlay, onStop, onForget }: FaultsFormProps) {
  const [seed, setSeed] = useState(String(policy?.seed ?? 1));
  const [typed, setTyped] = useState<Typed>(typedOf(policy?.shares ?? faultPresets.rough));
  const problem = problemOf(seed, typed);
  const play = () => onPlay({ seed: Number(seed), shares: sharesOf(typed) });
  return (
    <Stack space="space.300">
      <Inline space="space.150" alignBlock="center" shouldWrap>
        <Lozenge appearance={policy ? 'moved' : 'default'}>{policy ? 'Played' : 'Off'}</Lozenge>
        <Text>{answerOf(policy, fired)}</Text>
      </Inline>
      <Inline space="space.150" alignBlock="end" shouldWrap>
        <Labelled label="Seed" id="fault-seed">
          <Box xcss={short}>
            <Textfield
              id="fault-seed"
              isCompact
              inputMode="numeric"
              value={seed}
              onChange={({ currentTarget }) => setSeed(currentTarget.value)}
            />
          </Box>
        </Labelled>
        <Button appearance="primary" isDisabled={problem !== undefined} onClick={play}>
          {policy ? 'Play these' : 'Play faults'}
        </Button>
        {policy && <Button onClick={onStop}>Stop</Button>}
        <Button appearance="subtle" onClick={onForget}>
          Count anew
        </Button>
      </Inline>
      {problem && <Text color="color.text.danger">{problem}</Text>}
      <Presets onChosen={(shares) => setTyped(typedOf(shares))} />
      <Kinds fired={fired} typed={typed} onTyped={(kind, text) => setTyped({ ...typed, [kind]: text })} />
    </Stack>
  );
}

const short = xcss({ width: '6rem' });

const presetNames: Readonly<Record<keyof typeof faultPresets, string>> = {
  rough: 'Everything',
  events: 'Events go astray',
  outages: 'Calls are refused',
  deaths: 'Functions die',
};

const Presets = ({ onChosen }: { readonly onChosen: (shares: FaultPolicy['shares']) => void }) => (
  <Inline space="space.100" alignBlock="center" shouldWrap>
    <Text size="small" color="color.text.subtle">
      Begin with
    </Text>
    {Object.entries(presetNames).map(([name, words]) => (
      <Button key={name} spacing="compact" onClick={() => onChosen(faultPresets[name as keyof typeof faultPresets])}>
        {words}
      </Button>
    ))}
  </Inline>
);

interface KindRow {
  readonly kind: FaultKind;
  readonly what: string;
}

const rows = Object.values(faultKinds).flatMap((kinds) =>
  Object.entries(kinds).map(([kind, what]): KindRow => ({ kind: kind as FaultKind, what })),
);

interface KindsProps {
  readonly fired: Told['fired'];
  readonly typed: Typed;
  readonly onTyped: (kind: FaultKind, text: string) => void;
}

function Kinds({ fired, typed, onTyped }: KindsProps) {
  const columns: readonly Column<KindRow>[] = [
    {
      title: 'Fault',
      cell: ({ kind, what }) => (
        <Stack>
          <code>{kind}</code>
          <Text size="small" color="color.text.subtle">
            {what.replaceAll('`', '')}
          </Text>
        </Stack>
      ),
    },
    {
      title: 'Share, %',
      width: 14,
      cell: ({ kind }) => (
        <Box xcss={short}>
          <Textfield
            aria-label={`Share of ${kind} in percent`}
            isCompact
            inputMode="decimal"
            value={typed[kind] ?? ''}
            placeholder="0"
            isInvalid={shareOf(typed[kind]) === undefined}
            onChange={({ currentTarget }) => onTyped(kind, currentTarget.value)}
          />
        </Box>
      ),
    },
    { title: 'Played', isFigure: true, width: 10, cell: ({ kind }) => fired[kind] },
  ];
  return <Table label="Faults" rows={rows} keyOf={({ kind }) => kind} columns={columns} empty="None." />;
}

function answerOf(policy: FaultPolicy | null, fired: Told['fired']): string {
  const all = Object.values(fired).reduce((sum, times) => sum + times, 0);
  const times = all === 0 ? 'none was played so far' : `${all} ${all === 1 ? 'was' : 'were'} played so far`;
  return policy ? `Faults strike by the seed ${policy.seed}; ${times}.` : `Nothing goes wrong; ${times}.`;
}

const typedOf = (shares: FaultPolicy['shares']): Typed =>
  Object.fromEntries(Object.entries(shares).map(([kind, share]) => [kind, String(Math.round(share * 1e5) / 1e3)]));

/** The share that a text names; undefined where it names none. */
function shareOf(text = ''): number | undefined {
  const percent = Number(text.trim().replace(',', '.'));
  return percent >= 0 && percent <= 100 ? percent / 100 : undefined;
}

const sharesOf = (typed: Typed): FaultPolicy['shares'] =>
  Object.fromEntries(Object.entries(typed).map(([kind, text]) => [kind, shareOf(text) ?? 0]));

function problemOf(seed: string, typed: Typed): string | undefined {
  if (!/^\d{1,9}$/.test(seed.trim())) return 'The seed is a whole number from 0 to 999,999,999.';
  const wrong = rows.find(({ kind }) => shareOf(typed[kind]) === undefined);
  return wrong && `The share of ${wrong.kind} is a number from 0 to 100.`;
}
