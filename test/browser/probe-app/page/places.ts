import { events, invoke, Modal, realtime, router, rovo, view } from '@forge/bridge';
import { found, wordsOf } from './findings';

function button(text: string, press: () => unknown): void {
  const made = document.createElement('button');
  made.textContent = text;
  made.addEventListener(
    'click',
    () => void Promise.resolve(press()).catch((error) => found('refused', wordsOf(error))),
  );
  document.querySelector('#buttons')?.append(made);
}

async function walk(): Promise<void> {
  const history = await view.createHistory();
  const show = () => found('route', history.location.pathname + (history.location.search ?? ''));
  show();
  history.listen((_location, action) => {
    show();
    found('action', action);
  });
  button('Deeper', () => history.push('/deeper?by=one', { steps: 1 }));
  button('Back', () => history.goBack());
  await view.changeWindowTitle('Named by the app');
}

const openModal = () =>
  new Modal({
    resource: 'page/places',
    size: 'small',
    title: 'A dialog of the app',
    context: { word: 'given' },
    onClose: (payload) => found('closed', payload ?? 'without a word'),
  }).open();

async function seek(): Promise<void> {
  await view.theme.enable();
  const { extension } = await view.getContext();
  found('extension', extension);
  found('server', await invoke('whereabouts').catch(wordsOf));
  button('Open', openModal);
  button('Close', () => view.close({ said: 'farewell' }));
  button('Submit', () => view.submit({ size: 'large', refresh: 15 }));
  button('Refresh', () => view.refresh());
  button('Settings', () => router.navigate({ target: 'module', moduleKey: 'administered', path: '/general' }));
  await walk().catch((error) => found('unrouted', wordsOf(error)));
  found('rovo', await rovo.isEnabled().then(String, wordsOf));
  found('realtime', await realtime.subscribe('channel', () => undefined).then(() => 'heard', wordsOf));
  await events.on('JIRA_DASHBOARD_GADGET_REFRESH', (asked) => found('refreshed', asked));
  found('done', 'yes');
}

void seek();
