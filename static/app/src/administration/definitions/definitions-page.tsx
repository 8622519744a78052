import { lazy, Suspense } from 'react';
import type { Host } from '../../host';
import { Loaded } from '../../rpc/loaded';
import type { Output } from '../../rpc/rpc';
import { useCall } from '../../rpc/use-call';
import { Notice } from '../../ui/notice';
import { PageFrame } from '../../ui/page-frame';
import { useAddress } from '../address';
import editor from '../editor.module.css';
import { DefinitionList } from './definition-list';
import { newDefinition } from './new-definition';
import { texts } from './texts';
import type { Base } from './use-definition-edit';
import type { Choices } from './words';

const DefinitionEditor = lazy(async () => ({ default: (await import('./definition-editor')).DefinitionEditor }));

/** What is measured: all definitions, or the one that the address names. */
export function DefinitionsPage({ host }: { readonly host: Host }) {
  const { place, goTo } = useAddress();
  const all = useCall('definitions', {});
  const site = useCall('definitionChoices', {});
  return (
    <main className={editor.page} aria-label={texts.page}>
      <Loaded of={all} frame={<PageFrame />}>
        {(told) => (
          <Loaded of={site} frame={<PageFrame />}>
            {(choices) =>
              place ? (
                <Opened key={place} place={place} all={told} choices={choices} host={host} again={all.again} />
              ) : (
                <DefinitionList all={told} choices={choices} host={host} onOpen={goTo} />
              )
            }
          </Loaded>
        )}
      </Loaded>
    </main>
  );
}

interface OpenedProps {
  readonly place: string;
  readonly all: Output<'definitions'>;
  readonly choices: Choices;
  readonly host: Host;
  readonly again: () => void;
}

function Opened({ place, all, choices, host, again }: OpenedProps) {
  const { moveOn } = useAddress();
  const start = startOf(all, place);
  const leave = () => moveOn('');
  if (!start)
    return (
      <Notice tone="information" title={texts.gone} action={{ label: texts.back, act: leave }}>
        {texts.goneText}
      </Notice>
    );
  const saved = (id: string) => {
    again();
    if (place === 'new') moveOn(id);
  };
  const removed = () => {
    leave();
    again();
  };
  return (
    <Suspense fallback={<PageFrame />}>
      <DefinitionEditor {...{ start, all, choices, host }} onSaved={saved} onRemoved={removed} />
    </Suspense>
  );
}

/** What is edited at a place; undefined where there is nothing. */
const startOf = ({ definitions, calendars }: Output<'definitions'>, place: string): Base | undefined =>
  place === 'new' ? { draft: newDefinition(calendars[0]?.id ?? '') } : definitions.find(({ id }) => id === place);
