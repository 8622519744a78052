import { lazy, Suspense } from 'react';
import type { Host } from '../../host';
import { Loaded } from '../../rpc/loaded';
import type { Output } from '../../rpc/rpc';
import { useCall } from '../../rpc/use-call';
import { Notice } from '../../ui/notice';
import { PageFrame } from '../../ui/page-frame';
import editor from '../editor.module.css';
import { usePlace } from '../use-place';
import { DefinitionList } from './definition-list';
import { newDefinition } from './new-definition';
import { texts } from './texts';
import type { Base } from './use-definition-edit';
import { noChoices } from './words';

const DefinitionEditor = lazy(async () => ({ default: (await import('./definition-editor')).DefinitionEditor }));

/** What is measured: all definitions, or the one that the address names. */
export function DefinitionsPage({ host }: { readonly host: Host }) {
  const { place, goTo } = usePlace('service-levels');
  const all = useCall('definitions', {});
  const { answer } = useCall('definitionChoices', {});
  if (place === undefined || answer.state === 'loading') return <PageFrame />;
  const choices = answer.state === 'ready' ? answer.value : noChoices;
  return (
    <main className={editor.page} aria-label={texts.page}>
      <Loaded of={all} frame={<PageFrame />}>
        {(told) => {
          if (!place) return <DefinitionList all={told} choices={choices} host={host} onOpen={goTo} />;
          const start = startOf(told, place);
          if (!start)
            return (
              <Notice tone="information" title={texts.gone} action={{ label: texts.back, act: () => goTo('') }}>
                {texts.goneText}
              </Notice>
            );
          return (
            <Suspense fallback={<PageFrame />}>
              <DefinitionEditor
                key={place}
                start={start}
                all={told}
                choices={choices}
                host={host}
                onBack={() => goTo('')}
                onSaved={(id) => {
                  all.again();
                  if (place === 'new') goTo(id);
                }}
                onRemoved={() => {
                  goTo('');
                  all.again();
                }}
              />
            </Suspense>
          );
        }}
      </Loaded>
    </main>
  );
}

/** What is edited at a place; undefined where there is nothing. */
const startOf = ({ definitions, calendars }: Output<'definitions'>, place: string): Base | undefined =>
  place === 'new' ? { draft: newDefinition(calendars[0]?.id ?? '') } : definitions.find(({ id }) => id === place);
