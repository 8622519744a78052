import type { Flag } from '../ui/flags';
import type { AskedModal } from './asked-modal';
import { addressOf, type Destination, visit } from './navigation';
import { hear, tell } from './page-events';
import type { PageRoutes } from './page-routes';
import type { Place } from './place';
import type { ShownApp } from './shown-app';
import { flagOf, type ShownFlag } from './shown-flag';
import { contextIn, type InvokePayload, invoke, productAnswer } from './site-calls';
import type { TellTheme, ThemeTeller } from './use-theme-teller';

/** What a frame's page may ask of its surroundings; what is absent, they refuse. */
export interface Surroundings {
  /** The page beside the frame is read again. */
  readonly onRefresh?: (() => void) | undefined;
  /** What the frame stands in is closed. */
  readonly onClose?: ((payload?: unknown) => void) | undefined;
  /** What the page submits is kept. */
  readonly onSubmit?: ((payload: unknown) => unknown) | undefined;
  /** Takes what is to run before the frame goes. */
  readonly onClosing?: ((closing: () => unknown) => void) | undefined;
  readonly onEscape?: (() => void) | undefined;
  /** Present where the page may name the window and walk within its address. */
  readonly routes?: PageRoutes | undefined;
  /** What the modal that holds the frame was given. */
  readonly modalContext?: unknown;
}

/** What is around a frame's page. */
export interface Around extends ThemeTeller {
  readonly app: ShownApp;
  readonly place: Place;
  readonly surroundings: () => Surroundings;
  readonly onHeight: (height: number) => void;
  readonly openModal: (asked: AskedModal) => void;
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
    ...routeCommands(around, keep),
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

const siteCommands = ({ app, place, colorMode, surroundings }: Around) => ({
  invoke: (asked: InvokePayload) => invoke(place, asked),
  fetchProduct: productAnswer,
  getContext: () => contextIn(place, colorMode(), surroundings().modalContext),
  navigate: (to: Destination) => visit(to, app),
  getUrl: (to: Destination) => addressOf(to, app),
  reload: () => window.location.reload(),
});

/** The packages take `false` for a refusal, and say of what. */
const viewCommands = ({ surroundings, openModal, onHeight, ...around }: Around, keep: Keep) => ({
  contentHeight: onHeight,
  escape: () => surroundings().onEscape?.(),
  enableTheming: async (tellTheme: TellTheme) => {
    keep(around.followTheme(tellTheme));
    await tellTheme(around.colorMode());
  },
  refresh: () => asked(surroundings().onRefresh),
  close: (payload: unknown) => asked(surroundings().onClose, payload),
  submit: (payload: unknown) => asked(surroundings().onSubmit, payload),
  onClose: (closing: () => unknown) => asked(surroundings().onClosing, closing),
  openModal,
  showFlag: (flag: ShownFlag) => around.show(flagOf(flag)),
  closeFlag: ({ id }: ShownFlag) => around.close(flagOf({ id }).id),
  emitReadyEvent: () => undefined,
});

async function asked<Args extends unknown[]>(
  way: ((...args: Args) => unknown) | undefined,
  ...args: Args
): Promise<boolean> {
  await way?.(...args);
  return way !== undefined;
}

/** https://developer.atlassian.com/platform/forge/custom-ui-bridge/view/ (Aug 2026): for pages of the app's own. */
function routeCommands({ surroundings }: Around, keep: Keep) {
  const routes = (what: string): PageRoutes => {
    const own = surroundings().routes;
    if (!own) throw new Error(`${what} is only available in modules that are pages of their own.`);
    return own;
  };
  return {
    createHistory: (arrive: Parameters<PageRoutes['follow']>[0]) => {
      const own = routes('createHistory');
      keep(own.follow(arrive));
      return { begin: own.now(), length: window.history.length };
    },
    walk: ({ how, to }: { how: 'push' | 'replace'; to: ReturnType<PageRoutes['now']> }) =>
      routes('createHistory').walk(how, to),
    go: (by: number) => window.history.go(by),
    changeWindowTitle: (title: string) => {
      routes('changeWindowTitle');
      document.title = title;
    },
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
