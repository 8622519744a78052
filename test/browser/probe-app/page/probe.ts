import { events, invoke, requestJira, showFlag, view } from '@forge/bridge';
import { found, wordsOf } from './findings';

async function askForTheUnknown(): Promise<unknown> {
  const { __bridge: bridge } = globalThis as { __bridge?: { callBridge(command: string): Promise<unknown> } };
  return bridge?.callBridge('openTheGates');
}

async function seek(): Promise<void> {
  await view.theme.enable();
  found('theme', document.documentElement.dataset.colorMode);
  found('context', (await view.getContext()).extension.issue.key);
  found('echo', await invoke('echo', { word: 'hello' }));
  found('failure', await invoke('fail').catch(wordsOf));
  found('myself', (await (await requestJira('/rest/api/3/myself')).json()).displayName);
  found('unscoped', (await requestJira('/rest/api/3/issue/OPS-1', { method: 'DELETE' })).status);
  found(
    'egress',
    await fetch('https://example.com/').then(
      () => 'went out',
      () => 'kept in',
    ),
  );
  await hearOwnEvents();
  found('history', await view.createHistory().then(() => 'walks', wordsOf));
  flag();
  found('unknown', await askForTheUnknown().catch(wordsOf));
  found('done', 'yes');
}

async function hearOwnEvents(): Promise<void> {
  const heard: string[] = [];
  const { unsubscribe } = await events.on('word', (word) => void heard.push(String(word)));
  await events.emit('word', 'first');
  await unsubscribe();
  await events.emit('word', 'second');
  found('events', heard);
  await events.on('JIRA_ISSUE_CHANGED', (changed) => found('changed', Object.keys(changed as object)));
}

function flag(): void {
  const actions = [{ text: 'Say so', onClick: () => found('clicked', 'yes') }];
  showFlag({ id: 'probe', title: 'A flag of the app', type: 'info', actions });
}

void seek();
