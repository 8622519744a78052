import { watchHeight } from './content-height';
import { openHistory } from './history';
import { hello, openRpc } from './rpc';
import { applyTheme } from './theme';

/** What the app's packages look up before anything else: https://developer.atlassian.com/platform/forge/custom-ui-bridge/bridge/ */
interface AppBridge {
  callBridge(command: string, payload?: unknown): Promise<unknown>;
}

declare global {
  var __bridge: AppBridge | undefined;
}

const pagesOrigin = document.currentScript?.dataset.pagesOrigin ?? '';

const post = (message: unknown): void => window.parent.postMessage(message, pagesOrigin);

post(hello);

const host = openRpc(
  {
    post,
    listen: (take) =>
      window.addEventListener('message', ({ source, origin, data }) => {
        if (source === window.parent && origin === pagesOrigin) take(data);
      }),
  },
  () => undefined,
);

type Followed = ReturnType<typeof openHistory>;
type Told = Omit<Parameters<typeof openHistory>[0], 'walk' | 'go'>;

let followed: Promise<Followed> | undefined;

/** One history a page, however often it is asked for. */
async function follow(): Promise<Followed> {
  const early: Parameters<Followed['arrive']>[] = [];
  let arrive: Followed['arrive'] = (...arrived) => void early.push(arrived);
  const told = (await host('createHistory', (...arrived: Parameters<Followed['arrive']>) =>
    arrive(...arrived),
  )) as Told;
  const opened = openHistory({
    ...told,
    walk: (how, to) => void host('walk', { how, to }),
    go: (by) => void host('go', by),
  });
  ({ arrive } = opened);
  for (const arrived of early) arrive(...arrived);
  return opened;
}

async function historyOf(): Promise<Followed['history']> {
  followed ??= follow();
  return (await followed).history;
}

globalThis.__bridge = {
  callBridge: async (command, payload) => {
    if (command === 'createHistory') return historyOf();
    if (command === 'enableTheming')
      return host(command, (colorMode: unknown) => applyTheme(colorMode === 'dark' ? 'dark' : 'light'));
    return host(command, payload);
  },
};

document.addEventListener('DOMContentLoaded', () => watchHeight((height) => void host('contentHeight', height)));
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented) void host('escape');
});
