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

globalThis.__bridge = {
  callBridge: async (command, payload) => {
    if (command === 'createHistory') return openHistory();
    if (command === 'enableTheming')
      return host(command, (colorMode: unknown) => applyTheme(colorMode === 'dark' ? 'dark' : 'light'));
    return host(command, payload);
  },
};

document.addEventListener('DOMContentLoaded', () => watchHeight((height) => void host('contentHeight', height)));
