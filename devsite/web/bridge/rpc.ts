import { type Callback, openLending, unpack } from './lending';

/** How messages go to the other side and come from it. */
export interface Wire {
  post(message: unknown): void;
  listen(take: (message: unknown) => void): void;
}

type Message =
  | { readonly kind: 'call'; readonly id: number; readonly target: number; readonly args: readonly unknown[] }
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly name: string;
      readonly message: string;
      readonly metadata?: unknown;
    };

/** An error, and what is told beside it. */
type Told = Error & { readonly metadata?: unknown };

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Calls across a wire that carries plain values only: functions within arguments and results stay on their side, and
 * the other gets one that calls them. Answers the function that calls the other side's `root`.
 */
export function openRpc(wire: Wire, root: Callback): (...args: unknown[]) => Promise<unknown> {
  const { pack, lent } = openLending(root);
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  const send = (message: Message): void => wire.post(message);

  const borrow =
    (target: number) =>
    (...args: unknown[]) =>
      new Promise<unknown>((resolve, reject) => {
        calls += 1;
        waiting.set(calls, { resolve, reject });
        send({ kind: 'call', id: calls, target, args: args.map(pack) });
      });

  const answer = async ({ id, target, args }: Message & { kind: 'call' }): Promise<void> => {
    try {
      const value = await lent(target)?.(...args.map((each) => unpack(each, borrow)));
      send({ kind: 'done', id, value: pack(value) });
    } catch (error) {
      const { name, message, metadata }: Told = error instanceof Error ? error : new Error(String(error));
      send({ kind: 'failed', id, name, message, ...(metadata !== undefined && { metadata }) });
    }
  };

  const settle = (message: Message & { kind: 'done' | 'failed' }): void => {
    const { resolve, reject } = waiting.get(message.id) ?? {};
    waiting.delete(message.id);
    if (message.kind === 'done') resolve?.(unpack(message.value, borrow));
    else reject?.(Object.assign(new Error(message.message), { name: message.name, metadata: message.metadata }));
  };

  wire.listen((message) => {
    if (!isMessage(message)) return;
    if (message.kind === 'call') void answer(message);
    else settle(message);
  });
  return borrow(0);
}

/** What a frame's page says when it starts, before anything else: whatever was lent before is gone. */
export const hello = { kind: 'hello' };

export const isHello = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === hello.kind;

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && 'kind' in value && 'id' in value;
