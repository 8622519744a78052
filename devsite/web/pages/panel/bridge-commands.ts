import type { Flag } from '../ui/flags';
import { addressOf, type Destination, visit } from './navigation';
import { hear, tell } from './page-events';
import { flagOf, type ShownFlag } from './shown-flag';
import { contextOf, type InvokePayload, invoke, type Place, productAnswer } from './site-calls';
import type { TellTheme, ThemeTeller } from './use-theme-teller';

/** What is around a frame's page. */
export interface Around extends Place, ThemeTeller {
  readonly onHeight: (height: number) => void;
  readonly onRefresh: () => void;
  readonly onOpen: () => void;
  readonly onClose: () => void;
  readonly show: (flag: Flag) => void;
  readonly close: (flagId: string) => void;
}

type Command = (payload: never) => unknown;

interface Bridge {
  /** Carries out a command of the app's page; rejects one that is not known. */
  call(name: unknown, payload: unknown): Promise<unknown>;
  /** Forgets what the page listens to. */
  end(): void;
}

/** The commands of the app's packages: https://developer.atlassian.com/platform/forge/custom-ui-bridge/bridge/ (Nov 2026). */
export function openBridge(around: Around): Bridge {
  const heard: (() => void)[] = [];
  const keep = (stop: () => void) => void heard.push(stop);
  const commands: Readonly<Record<string, Command>> = {
    ...siteCommands(around),
    ...viewCommands(around, keep),
    ...eventCommands(keep),
  };
  return {
    async call(name, payload) {
      const command = Object.hasOwn(commands, String(name)) ? commands[String(name)] : undefined;
      if (!command) throw new Error(`The dev site does not simulate the bridge’s command "${String(name)}".`);
      return command(payload as never);
    },
    end: () => {
      for (const stop of heard) stop();
    },
  };
}

const siteCommands = (around: Around) => ({
  invoke: (asked: InvokePayload) => invoke(around, asked),
  fetchProduct: productAnswer,
  getContext: () => contextOf(around, around.colorMode()),
  navigate: visit,
  getUrl: (to: Destination) => addressOf(to),
  reload: () => window.location.reload(),
});

function viewCommands(around: Around, keep: Keep) {
  const closings: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (const closing of closings) await closing();
    around.onClose();
  };
  return {
    contentHeight: around.onHeight,
    enableTheming: async (tell: TellTheme) => {
      keep(around.followTheme(tell));
      await tell(around.colorMode());
    },
    changeWindowTitle: (title: string) => {
      document.title = title;
    },
    refresh: around.onRefresh,
    open: around.onOpen,
    close,
    submit: close,
    onClose: (closing: () => unknown) => void closings.push(closing),
    showFlag: (flag: ShownFlag) => around.show(flagOf(flag)),
    closeFlag: ({ id }: ShownFlag) => around.close(flagOf({ id }).id),
    emitReadyEvent: () => undefined,
  };
}

/** Remembers how to stop something when the page is gone. */
type Keep = (stop: () => void) => void;

interface Subscription {
  readonly event: string;
  readonly callback: (payload: unknown) => void;
}

interface Emission {
  readonly event: string;
  readonly payload?: unknown;
}

const eventCommands = (keep: Keep) => ({
  on({ event, callback }: Subscription) {
    const unsubscribe = hear(event, callback);
    keep(unsubscribe);
    return { unsubscribe };
  },
  emit: ({ event, payload }: Emission) => tell(event, payload),
});
