import { events, invoke, requestJira, showFlag, view } from '@forge/bridge';

/** Writes what was found where a test reads it. */
function found(name: string, value: unknown): void {
  const term = document.createElement('dt');
  const description = document.createElement('dd');
  term.textContent = name;
  description.id = name;
  description.textContent = typeof value === 'string' ? value : JSON.stringify(value);
  document.querySelector('#findings')?.append(term, description);
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

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
  await walk();
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

async function walk(): Promise<void> {
  const history = await view.createHistory();
  history.push('/deeper?place=1');
  const there = history.location.pathname;
  history.goBack();
  found('history', [there, history.location.pathname]);
}

function flag(): void {
  const actions = [{ text: 'Say so', onClick: () => found('clicked', 'yes') }];
  showFlag({ id: 'probe', title: 'A flag of the app', type: 'info', actions });
}

void seek();
