import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';

/** Answers a request. */
export type Answering = (request: Request) => Response | Promise<Response>;

/** A server that answers on `port`. */
export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

const portsTried = 50;

/** Serves on `port`, or on the next one that is free; 0 means any. */
export async function listen(answer: Answering, host: string, port: number): Promise<Listening> {
  for (let candidate = port; ; candidate += 1) {
    const listening = await attempt(answer, host, candidate);
    if (listening) return listening;
    if (candidate >= port + portsTried) throw new Error(`No port between ${port} and ${candidate} is free.`);
  }
}

function attempt(answer: Answering, host: string, port: number): Promise<Listening | undefined> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: answer, hostname: host, port }, ({ port: taken }: AddressInfo) =>
      resolve({ port: taken, close: () => closing(server) }),
    );
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
  });
}

function closing(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
