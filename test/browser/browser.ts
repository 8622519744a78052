import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { inTurn } from './in-turn';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The package unpacks its browser once, and not into a place of its caller. */
const unpacking = join(tmpdir(), 'unpacking-chromium');

const channels = ['chrome', 'msedge'];

/** Starts the browser of this machine: `$CHROME`, the one that lies in a package, or an installed one. */
export async function openBrowser(): Promise<Browser> {
  for (const place of places()) {
    const browser = await started(await place());
    if (browser) return browser;
  }
  throw new Error('No browser was found: set CHROME to the path of a Chromium, or install Chrome or Edge.');
}

function places(): readonly (() => Promise<LaunchOptions>)[] {
  const { CHROME } = process.env;
  if (CHROME) return [async () => ({ executablePath: existing(CHROME) })];
  const installed = channels.map((channel) => async () => ({ channel }));
  return process.platform === 'linux' && process.arch === 'x64' ? [packaged, ...installed] : installed;
}

async function packaged(): Promise<LaunchOptions> {
  const { default: packagedChromium } = await import('@sparticuz/chromium');
  return { executablePath: await inTurn(unpacking, () => packagedChromium.executablePath()) };
}

function existing(path: string): string {
  if (!existsSync(path)) throw new Error(`CHROME names ${path}, where there is no browser.`);
  return path;
}

async function started(options: LaunchOptions): Promise<Browser | undefined> {
  return chromium.launch({ ...options, args: flags }).catch((error: Error) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
}

const isMissing = (error: Error): boolean => /is not found at|Executable doesn't exist/.test(error.message);
